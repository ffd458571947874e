using AdaptiveCards;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Tests.Cards;

public sealed class CardTextTests
{
    [Theory]
    [InlineData("[click](http://evil.example)", @"\[click\](http://evil.example)")]
    [InlineData("<at>Everybody</at>", "&lt;at>Everybody&lt;/at>")]
    [InlineData("&lt;at&gt;", "&amp;lt;at&amp;gt;")]
    [InlineData("**loud** _soft_ ~~gone~~ `code`", @"\*\*loud\*\* \_soft\_ \~\~gone\~\~ \`code\`")]
    [InlineData(@"back\slash", @"back\\slash")]
    [InlineData("# heading", @"\# heading")]
    [InlineData("- item\n  + item\n> quote", "\\- item\n  \\+ item\n\\> quote")]
    [InlineData("1. first\n22) second", "1\\. first\n22\\) second")]
    [InlineData("a line\n===", "a line\n\\===")]
    public void Markup_that_somebody_typed_is_shown_as_typed(string words, string onTheWire) =>
        Assert.Equal(onTheWire, ((CardText)words).Markdown);

    [Theory]
    [InlineData("Internet forums (such as doctors.net).")]
    [InlineData("Doctors’ use of social media, 24-7, 3.5 and #nhs in the middle - so what?")]
    [InlineData("Ends with 5.")]
    [InlineData("")]
    public void Plain_words_are_not_changed(string words) => Assert.Equal(words, ((CardText)words).Markdown);

    [Fact]
    public void Size_is_counted_in_UTF_16_as_Teams_does()
    {
        Assert.Equal(2, CardLimit.SizeOf("a"u8));
        Assert.Equal(2, CardLimit.SizeOf("é"u8));
        Assert.Equal(4, CardLimit.SizeOf("😀"u8));
        Assert.True(CardLimit.Allows(new byte[40 * 1024]));
        Assert.False(CardLimit.Allows(new byte[(40 * 1024) + 1]));
    }
}
