using System.Text.Json;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Training;

/// <summary>Plays somebody who does the training by tapping, and takes the right answers from the scenario file.</summary>
internal sealed class Learner(Chat chat)
{
    public Chat Chat => chat;

    /// <summary>Holds the card in front of them.</summary>
    public JsonElement Card { get; set; }

    public string Heading => CardReader.Texts(Card).First(text => !text.StartsWith("That card", StringComparison.Ordinal));

    /// <summary>Returns the scenario's number, or null when the card shows no scenario.</summary>
    public int? Question =>
        CardReader
            .Texts(Card)
            .FirstOrDefault(text =>
                text.StartsWith("Question ", StringComparison.Ordinal) && text.Contains(" of ", StringComparison.Ordinal)
            )
            is { } heading
        && Options.Count > 0
            ? int.Parse(heading.Split(' ')[1])
            : null;

    public IReadOnlyList<JsonElement> Options =>
        [.. CardReader.Actions(Card).Where(action => action.TryGetProperty("verb", out var verb) && verb.GetString() == "training-answer")];

    /// <summary>Finds the scenario on the card by its words.</summary>
    public Scenario Scenario =>
        ScenarioBank.Module.Scenarios.Single(scenario =>
            CardReader.Texts(Card).Any(text => text.Replace("\\", "", StringComparison.Ordinal) == scenario.Text)
        );

    public static async Task<Learner> StartAsync(BotHost bot, string role = "Clinical", Chat? chat = null)
    {
        var learner = new Learner(chat ?? bot.Chat());
        learner.Card = (await learner.Chat.SayAsync("training")).Card;
        await learner.TapAsync(role);
        return learner;
    }

    public async Task TapAsync(string title)
    {
        await TapAsync(CardReader.Button(Card, title));
    }

    /// <summary>Taps a button and keeps the card that replaces the old one; a refusal leaves the old card.</summary>
    public async Task TapAsync(JsonElement button)
    {
        var reply = await chat.ExecuteAsync(button);
        if (chat.Body.GetProperty("type").GetString() == "application/vnd.microsoft.card.adaptive")
        {
            Card = chat.Body.GetProperty("value");
        }
        else if (!reply.IsSilence && chat.Body.GetProperty("type").GetString() != "application/vnd.microsoft.error")
        {
            Card = reply.Card;
        }
    }

    public JsonElement Option(bool right)
    {
        var scenario = Scenario;
        return Options.First(option => (Title(option) == scenario.Options[scenario.Answer]) == right);
    }

    public Task AnswerAsync(bool right) => TapAsync(Option(right));

    /// <summary>Answers all remaining scenarios, with <paramref name="wrong"/> wrong answers, and ends on the result.</summary>
    public async Task FinishAsync(int wrong = 0)
    {
        while (Question is not null)
        {
            await AnswerAsync(right: wrong-- <= 0);
            await NextAsync();
        }
    }

    public Task NextAsync() =>
        TapAsync(
            CardReader.Actions(Card).Single(action => action.TryGetProperty("verb", out var verb) && verb.GetString() == "training-next")
        );

    public async Task<TrainingAttempt> AttemptAsync(BotHost bot) =>
        await bot.ReadAsync(database =>
        {
            var person = chat.Person[3..].ToLowerInvariant();
            return database
                .TrainingAttempts.Include(attempt => attempt.Answers)
                .OrderByDescending(attempt => attempt.Number)
                .FirstAsync(attempt => attempt.PersonId == person);
        });

    /// <summary>Returns the text of an option, without its letter.</summary>
    public static string Title(JsonElement option) => option.GetProperty("title").GetString()![3..];
}
