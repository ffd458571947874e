using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.ManagerQuestions;

/// <summary>Practice managers add, find, change and remove saved answers, and nobody else can.</summary>
public sealed class SavedAnswerEditorTests
{
    private const string Answer = "Ask Sandra at reception. She has the keys.";

    [Fact]
    public async Task Saving_changing_and_removing_an_answer_take_effect_at_once_and_are_in_the_audit()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        var answered = await host.AnswerAsync(Answer);
        Assert.Equal("The social media policy doesn't cover this", await FirstLineAsync());

        var always = CardReader.Button(answered, "Use for everyone");
        await host.Channel.FillAsync(always);
        await host.Channel.FillAsync(always);
        var list = await host.Manager.SayAsync("answers");
        Assert.Contains("1 saved answer.", list.Texts);
        Assert.Equal("The practice manager's answer", await FirstLineAsync());

        var one = await host.Manager.FillAsync(list.Button(ManagerQuestionTestHost.Uncovered));
        var form = await host.Manager.FillAsync(CardReader.Button(one, "Change answer"));
        var changed = await host.Manager.FillAsync(
            CardReader.Button(form, "Save answer"),
            ManagerQuestionTestHost.Filled("Ask Priya in admin.")
        );
        Assert.Contains("Ask Priya in admin.", (await host.Staff().SayAsync(ManagerQuestionTestHost.Uncovered)).Texts);
        var stale = await host.Manager.FillAsync(
            CardReader.Button(form, "Save answer"),
            ManagerQuestionTestHost.Filled("An older thought.")
        );
        Assert.Contains("Someone else has just changed this. Here's the latest.", CardReader.Texts(stale));
        Assert.Contains("An older thought.", CardReader.Texts(stale));
        Assert.Contains("Ask Priya in admin.", stale.GetRawText(), StringComparison.Ordinal);

        var sure = await host.Manager.FillAsync(CardReader.Button(changed, "Delete answer"));
        await host.Manager.FillAsync(CardReader.Button(sure, "Delete answer"));
        Assert.Equal("The social media policy doesn't cover this", await FirstLineAsync());
        var gone = await host.Manager.FillAsync(CardReader.Button(sure, "Delete answer"));
        Assert.Contains(ManagerQuestionRefusals.NoAnswer.Sentence, CardReader.Texts(gone));
        Assert.Equal(
            ["question.answer", "answers.add", "answers.change", "answers.remove"],
            await host.Bot.ReadAsync(database =>
                database
                    .ManagerActions.Where(did => did.Action != "use-channel")
                    .OrderBy(did => did.At)
                    .ThenBy(did => did.Id)
                    .Select(did => did.Action)
                    .ToListAsync()
            )
        );

        async Task<string> FirstLineAsync() => (await host.Staff().SayAsync(ManagerQuestionTestHost.Uncovered)).Texts[0];
    }

    [Fact]
    public async Task A_manager_can_save_an_answer_before_anybody_asks_and_find_it_by_its_words()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var list = await host.Manager.SayAsync("answers");
        var form = await host.Manager.FillAsync(list.Button("Write new answer"));

        var empty = await host.Manager.FillAsync(CardReader.Button(form, "Save answer"), Answered(" ", Answer));
        var saved = await host.Manager.FillAsync(
            CardReader.Button(form, "Save answer"),
            Answered("who waters the plants", "Marcus does, on Fridays.")
        );
        var found = await host.Manager.FillAsync(
            (await host.Manager.SayAsync("answers")).Button("Search"),
            new() { ["words"] = "fridays MARCUS" }
        );
        var none = await host.Manager.FillAsync((await host.Manager.SayAsync("answers")).Button("Search"), new() { ["words"] = "unicorn" });

        Assert.Contains(ManagerQuestionRefusals.NoQuestion.Sentence, CardReader.Texts(empty));
        Assert.Contains("Saved. I'll use it from now on.", CardReader.Texts(saved));
        await host.Manager.FillAsync(CardReader.Button(form, "Save answer"), Answered("who waters the plants", "Marcus does, on Fridays."));
        Assert.Equal(1, await host.Bot.ReadAsync(database => database.ManagerAnswers.CountAsync()));
        Assert.Contains(CardReader.Actions(found), action => action.GetProperty("title").GetString() == "who waters the plants");
        Assert.Contains("No matches.", CardReader.Texts(none));
        Assert.Contains("Marcus does, on Fridays.", (await host.Staff().SayAsync("Who waters the plants?")).Texts);
        Assert.Contains("1 saved answer.", CardReader.Texts(await host.Manager.FillAsync(CardReader.Button(none, "Show all"))));
    }

    [Fact]
    public async Task A_saved_answers_question_can_be_corrected_is_masked_and_is_found_by_its_new_words_at_once()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var form = await host.Manager.FillAsync((await host.Manager.SayAsync("answers")).Button("Write new answer"));
        var saved = await host.Manager.FillAsync(
            CardReader.Button(form, "Save answer"),
            Answered("who waters the plants", "Marcus does, on Fridays.")
        );
        var change = await host.Manager.FillAsync(CardReader.Button(saved, "Change answer"));
        var save = CardReader.Button(change, "Save answer");

        var tooLong = await host.Manager.FillAsync(save, Answered(new string('x', LoggedQuestion.LongestText + 1), "Marcus."));
        var empty = await host.Manager.FillAsync(save, Answered("  ", "Marcus."));
        var after = await host.Manager.FillAsync(save, Answered("where is the bicycle shed, ring 07700 900123", "Behind the bins."));

        Assert.Contains("\"value\":\"who waters the plants\"", change.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(ManagerQuestionRefusals.QuestionTooLong.Sentence, CardReader.Texts(tooLong));
        Assert.Contains(ManagerQuestionRefusals.NoQuestion.Sentence, CardReader.Texts(empty));
        Assert.Contains("“where is the bicycle shed, ring [phone number]”", CardReader.Texts(after));
        Assert.Contains("Behind the bins.", (await host.Staff().SayAsync("where is the bicycle shed, ring [phone number]")).Texts);
        Assert.DoesNotContain("Behind the bins.", (await host.Staff().SayAsync("who waters the plants")).Texts);
        Assert.Equal(1, await host.Bot.ReadAsync(database => database.ManagerActions.CountAsync(did => did.Action == "answers.change")));
    }

    [Fact]
    public async Task Staff_and_channels_cannot_see_saved_answers_or_unanswered_questions()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        await host.AnswerAsync(Answer, always: true);
        await host.Staff().SayAsync("what colour is the staff room");
        var list = await host.Manager.SayAsync("answers");
        var one = await host.Manager.FillAsync(list.Button(ManagerQuestionTestHost.Uncovered));
        var gaps = await host.Manager.SayAsync("gaps");
        var group = await host.Manager.FillAsync(gaps.Button("what colour is the staff room"));
        var staff = host.Staff();

        foreach (var command in new[] { "answers", "gaps" })
        {
            Assert.Contains(
                "Sorry, that's only for practice managers. Please ask yours if you need it.",
                (await staff.SayAsync(command)).Texts
            );
            Assert.Contains(
                (await host.Channel.MentionAsync(command)).Texts,
                text => text.StartsWith("That would show people's names here.", StringComparison.Ordinal)
            );
        }

        foreach (
            var button in new[] { list.Card, one, gaps.Card, group }
                .SelectMany(CardReader.Actions)
                .Where(action =>
                    action.GetProperty("type").GetString() == "Action.Execute"
                    && action.GetProperty("verb").GetString() is not ("help" or "question")
                )
        )
        {
            foreach (var chat in new[] { staff, host.Channel })
            {
                await chat.ExecuteAsync(button, new JsonObject { ["text"] = "x", ["asked"] = "y" });
                Assert.Equal(403, chat.Body.GetProperty("statusCode").GetInt32());
            }
        }

        Assert.Equal([Answer], await host.Bot.ReadAsync(database => database.ManagerAnswers.Select(answer => answer.Text).ToListAsync()));
    }

    private static JsonObject Answered(string question, string text) => new() { ["asked"] = question, ["text"] = text };
}
