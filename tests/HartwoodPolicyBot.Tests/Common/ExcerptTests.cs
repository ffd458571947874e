using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Tests.Common;

/// <summary>An excerpt is the beginning of a text and never ends in the middle of a character.</summary>
public sealed class ExcerptTests
{
    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("a desk", 5, "a de…")]
    [InlineData("a longer text", 3, "a…")]
    [InlineData("He plans to leave", 16, "He plans to…")]
    [InlineData("He plans to leave it", 18, "He plans to leave…")]
    [InlineData("https://example.com/a-long-address", 12, "https://exa…")]
    [InlineData("pic 😀 of it", 6, "pic…")]
    [InlineData("pic 😀 of it", 7, "pic 😀…")]
    public void An_excerpt_shows_that_text_is_left_out(string text, int longest, string excerpt) =>
        Assert.Equal(excerpt, Excerpt.Of(text, longest));

    [Fact]
    public void What_is_kept_of_a_text_is_as_long_as_it_may_be() =>
        Assert.Equal("He plans to lea…", Excerpt.Filled("He plans to leave", 16));

    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("a desk", 5, "a des")]
    [InlineData("pic 😀", 5, "pic ")]
    [InlineData("pic 😀", 6, "pic 😀")]
    [InlineData("😀", 0, "")]
    public void A_cut_text_has_no_sign_that_text_is_left_out(string text, int longest, string cut) =>
        Assert.Equal(cut, Excerpt.Cut(text, longest));
}
