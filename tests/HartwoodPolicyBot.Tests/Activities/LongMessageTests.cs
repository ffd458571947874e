using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Tests.Activities;

public sealed class LongMessageTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("xml")]
    public void A_message_longer_than_anything_that_the_bot_takes_is_cut_before_it_is_masked(string format)
    {
        var fits = new string('x', WrittenText.Longest);

        Assert.Equal(fits, Written(fits, format).Command);
        Assert.Equal(fits, Written(fits + " 01632 960123", format).Command);
        Assert.Equal(fits, Written(fits + "y", format).Kept);
    }

    [Fact]
    public void A_cut_leaves_no_half_of_a_character()
    {
        var half = new string('x', WrittenText.Longest - 1);

        Assert.Equal(half, Written(half + "😀", "plain").Command);
    }

    private static WrittenText Written(string text, string format) =>
        ActivityCleaning
            .Cleaned(
                new()
                {
                    Type = "message",
                    Text = text,
                    TextFormat = format,
                }
            )
            .Written;
}
