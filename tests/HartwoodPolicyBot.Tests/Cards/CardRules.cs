using System.Text.Json;
using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests.Cards;

/// <summary>
/// Checks the rules that every card must keep. Sources: Teams store guidelines (6 actions, no cut text) and Universal Actions
/// (fallback). Phones show the escapes of Markdown, so that words which need them are in no TextBlock.
/// </summary>
internal static class CardRules
{
    public static void Hold(JsonElement card)
    {
        Assert.Equal("AdaptiveCard", card.GetProperty("type").GetString());
        Assert.Equal("1.5", card.GetProperty("version").GetString());
        Assert.NotEmpty(card.GetProperty("fallbackText").GetString()!);
        Assert.NotEmpty(CardReader.Texts(card));
        Assert.All(
            CardReader.TextBlocks(card),
            text =>
            {
                Assert.True(text.GetProperty("wrap").GetBoolean());
                Assert.DoesNotMatch(@"\\|&[a-z]+;", text.GetProperty("text").GetString());
            }
        );

        var actions = CardReader.Actions(card);
        Assert.NotEmpty(actions);
        Assert.All(actions, action => Assert.NotEmpty(action.GetProperty("title").GetString()!));
        Assert.All(actions.Where(action => action.GetProperty("type").GetString() == "Action.Execute"), HasFallback);

        // Tappable rows are lines of a list, and the limit is about buttons.
        var rows = CardReader.Nodes(card).Count(node => node.TryGetProperty("selectAction", out _));
        Assert.InRange(actions.Count - rows, 1, 6);
    }

    private static void HasFallback(JsonElement action)
    {
        var fallback = action.GetProperty("fallback");
        Assert.Equal("Action.Submit", fallback.GetProperty("type").GetString());
        Assert.Equal(action.GetProperty("title").GetString(), fallback.GetProperty("title").GetString());
        Assert.Equal(action.GetProperty("data").GetRawText(), fallback.GetProperty("data").GetRawText());
        Assert.Equal(action.GetProperty("verb").GetString(), action.GetProperty("data").GetProperty("verb").GetString());
    }
}
