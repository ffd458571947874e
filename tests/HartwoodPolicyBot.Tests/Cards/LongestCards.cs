using System.Text.Json;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;

namespace HartwoodPolicyBot.Tests.Cards;

/// <summary>Makes the longest input, and measures what goes to Teams because of it.</summary>
internal static class LongestCards
{
    /// <summary>Every letter of it takes more room in a message than it has itself.</summary>
    private const string Letters = "€€€€€€€€€€€€€€€<\"";

    public static string Text(int length) => string.Concat(Enumerable.Repeat(Letters, (length / Letters.Length) + 1))[..length].Trim();

    /// <summary>Checks that a card that goes to Teams, in a message or in the answer to a click, is shown by every client.</summary>
    public static JsonElement Fits(JsonElement card)
    {
        Assert.True(CardLimit.IsShort(card.GetRawText()), $"{card.GetRawText().Length} characters");
        return card;
    }

    /// <summary>Checks the message that answers a command, and returns its card.</summary>
    public static JsonElement Fits(Reply reply)
    {
        Fits(reply.Message);
        return reply.Card;
    }

    /// <summary>Taps a button or row, and checks the card that replaces the clicked one.</summary>
    public static async Task<JsonElement> TapAsync(this Chat chat, JsonElement card, string title) =>
        Fits(await chat.FillAsync(CardReader.Button(card, title)));

    public static string RowBeginning(JsonElement card, string beginning) =>
        CardReader
            .Actions(card)
            .Select(action => action.GetProperty("title").GetString()!)
            .First(title => title.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>Checks everything that the bot has sent or edited.</summary>
    public static async Task AllFitAsync(Practice practice)
    {
        await practice.DeliveredAsync();
        foreach (var request in practice.Bot.Teams.Requests.Where(request => request.Body.ValueKind == JsonValueKind.Object))
        {
            Fits(request.Body);
        }
    }

    /// <summary>Changes the database beside the bot.</summary>
    public static Task ChangeAsync(this BotHost bot, Func<HartwoodDbContext, Task> change) =>
        bot.ReadAsync(async database =>
        {
            await change(database);
            return await database.SaveChangesAsync();
        });
}
