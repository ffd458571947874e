using System.Text.Json;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Tests.Cards;

public sealed class CardClickTests
{
    [Fact]
    public void A_value_that_no_form_takes_and_no_card_keeps_is_cut_without_half_a_character()
    {
        var fits = new string('x', WrittenText.Longest);
        var half = new string('x', WrittenText.Longest - 1);
        var click = CardClick.Of(
            JsonSerializer.SerializeToElement(
                new
                {
                    id = fits + "y",
                    fits,
                    tooLong = half + "😀",
                    kept = new { draft = fits + "y" },
                }
            )
        );

        Assert.Equal(fits, click.Input("fits"));
        Assert.Equal(half, click.Input("tooLong"));
        Assert.Equal(fits, click.Kept("draft"));
        Assert.Equal(fits, click.Id);
    }
}
