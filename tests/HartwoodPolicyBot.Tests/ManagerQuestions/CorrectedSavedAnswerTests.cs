using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.ManagerQuestions;

/// <summary>A saved answer is corrected or removed while a card with the older text is still open.</summary>
public sealed class CorrectedSavedAnswerTests
{
    [Fact]
    public async Task A_card_with_the_old_wording_does_not_overwrite_a_correction()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        var first = await host.AnswerAsync("Ask Sandra.");
        var always = CardReader.Button(first, "Use for everyone");
        await host.Channel.FillAsync(always);
        await ChangeAsync(host, "Sandra has left. Ask Tom.", "where is the key of my locker");

        var look = await host.Channel.FillAsync(CardReader.Button(first, "Check delivery"));
        await host.Channel.FillAsync(always);

        Assert.DoesNotContain(CardReader.Actions(look), action => action.GetProperty("title").GetString() == "Use for everyone");
        Assert.Contains("1 saved answer.", (await host.Manager.SayAsync("answers")).Texts);
        Assert.Contains("Sandra has left. Ask Tom.", (await host.Staff().SayAsync("where is the key of my locker")).Texts);
    }

    [Fact]
    public async Task Removing_shows_the_answer_first_and_does_not_remove_a_newer_correction()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        await host.AnswerAsync("Ask Sandra.", always: true);
        var sure = await host.Manager.FillAsync(CardReader.Button(await OneAsync(host), "Delete answer"));
        await ChangeAsync(host, "Sandra has left. Ask Tom.", ManagerQuestionTestHost.Uncovered);

        var stale = await host.Manager.FillAsync(CardReader.Button(sure, "Delete answer"));

        Assert.Contains("Ask Sandra.", CardReader.Texts(sure));
        Assert.Contains(ManagerQuestionRefusals.Changed.Sentence, CardReader.Texts(stale));
        Assert.Contains("Sandra has left. Ask Tom.", CardReader.Texts(stale));
        await host.Manager.FillAsync(CardReader.Button(stale, "Delete answer"));
        Assert.Equal(
            "The social media policy doesn't cover this",
            (await host.Staff().SayAsync(ManagerQuestionTestHost.Uncovered)).Texts[0]
        );
    }

    [Fact]
    public async Task An_answer_that_did_not_help_and_was_removed_since_can_still_be_sent_to_the_practice_manager()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        await host.AnswerAsync("Ask Sandra.", always: true);
        var tom = host.Staff("Tom Field");
        var given = await tom.SayAsync(ManagerQuestionTestHost.Uncovered);
        var sure = await host.Manager.FillAsync(CardReader.Button(await OneAsync(host), "Delete answer"));
        await host.Manager.FillAsync(CardReader.Button(sure, "Delete answer"));

        var after = await tom.FillAsync(given.Button("Not helpful"));
        var receipt = await tom.ExecuteAsync(CardReader.Button(after, "Ask the practice manager"));

        Assert.Equal("Sent to the practice manager", receipt.Texts[0]);
    }

    [Fact]
    public async Task A_wording_that_does_not_fit_can_be_unticked_and_is_forgotten_and_the_others_stay()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        string[] asked = ["where is the locker key", "has Priya Shah lost the locker key", "who has a key for the lockers"];
        foreach (var question in asked)
        {
            await host.Staff().SayAsync(question);
        }

        var group = await host.Manager.FillAsync(CardReader.Actions((await host.Manager.SayAsync("gaps")).Card)[0]);
        await host.Manager.FillAsync(
            CardReader.Button(group, "Send answer"),
            ManagerQuestionTestHost.Ticked("Sandra has the keys.", Ticks(group).GetProperty("value").GetString()!)
        );
        var first = await host.Bot.ReadAsync(database =>
            database
                .ManagerAnswers.SelectMany(answer => answer.Wordings)
                .OrderBy(wording => wording.Number)
                .Select(wording => wording.Text)
                .FirstAsync()
        );
        var form = await host.Manager.FillAsync(
            CardReader.Button(await host.Manager.FillAsync((await host.Manager.SayAsync("answers")).Button(first)), "Change answer")
        );
        var save = CardReader.Button(form, "Save answer");
        var others = Ticks(form)
            .GetProperty("choices")
            .EnumerateArray()
            .ToDictionary(choice => choice.GetProperty("title").GetString()!, choice => choice.GetProperty("value").GetString()!);
        Assert.Equal(asked.Except([first]).Order(), others.Keys.Order());
        var gone = others.Keys.First(wording => wording != asked[0]);

        var refused = await host.Manager.FillAsync(
            save,
            Changed("", [.. others.Where(other => other.Key != gone).Select(other => other.Value)])
        );
        await host.Manager.FillAsync(
            save,
            Changed("Sandra has the keys.", [.. others.Where(other => other.Key != gone).Select(other => other.Value)])
        );

        Assert.DoesNotContain(others[gone], Ticks(refused).GetProperty("value").GetString()!, StringComparison.Ordinal);
        Assert.Equal(asked.Except([gone]).Order(), await WordingsAsync());
        Assert.Equal(1, await host.Bot.ReadAsync(database => database.ManagerActions.CountAsync(did => did.Action == "answers.change")));

        // A client sends no input at all when nothing is ticked, and a form from before the list existed sends none either.
        var again = CardReader.Button(
            await host.Manager.FillAsync(
                CardReader.Button(await host.Manager.FillAsync((await host.Manager.SayAsync("answers")).Button(first)), "Change answer")
            ),
            "Save answer"
        );
        var old = System.Text.Json.Nodes.JsonNode.Parse(again.GetProperty("data").GetProperty("kept").GetRawText())!.AsObject();
        old.Remove("wordings");
        await host.Manager.FillAsync(
            again,
            new()
            {
                ["asked"] = first,
                ["text"] = "Sandra.",
                ["kept"] = old,
            }
        );
        Assert.Equal(2, (await WordingsAsync()).Count);
        var last = CardReader.Button(
            await host.Manager.FillAsync(
                CardReader.Button(await host.Manager.FillAsync((await host.Manager.SayAsync("answers")).Button(first)), "Change answer")
            ),
            "Save answer"
        );
        await host.Manager.FillAsync(last, new() { ["asked"] = first, ["text"] = "Sandra." });
        Assert.Equal([first], await WordingsAsync());

        System.Text.Json.Nodes.JsonObject Changed(string text, string[] ticked) =>
            new()
            {
                ["asked"] = first,
                ["text"] = text,
                ["ticked"] = string.Join(',', ticked),
            };

        Task<List<string>> WordingsAsync() =>
            host.Bot.ReadAsync(database =>
                database
                    .ManagerAnswers.SelectMany(answer => answer.Wordings)
                    .OrderBy(wording => wording.Text)
                    .Select(wording => wording.Text)
                    .ToListAsync()
            );
    }

    private static System.Text.Json.JsonElement Ticks(System.Text.Json.JsonElement card) =>
        CardReader.Nodes(card).First(node => node.TryGetProperty("choices", out _));

    private static async Task<System.Text.Json.JsonElement> OneAsync(ManagerQuestionTestHost host) =>
        await host.Manager.FillAsync((await host.Manager.SayAsync("answers")).Button(ManagerQuestionTestHost.Uncovered));

    private static async Task ChangeAsync(ManagerQuestionTestHost host, string text, string question)
    {
        var form = await host.Manager.FillAsync(CardReader.Button(await OneAsync(host), "Change answer"));
        await host.Manager.FillAsync(CardReader.Button(form, "Save answer"), new() { ["asked"] = question, ["text"] = text });
    }
}
