using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace HartwoodPolicyBot.Tests.ManagerQuestions;

/// <summary>The bot gives a practice manager's saved answers again.</summary>
public sealed class SavedAnswerTests
{
    private const string Answer = "Ask Sandra at reception. She has the keys.";

    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [Fact]
    public async Task A_second_asker_gets_the_saved_answer_at_once_with_name_and_date_and_no_citation()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        await host.AnswerAsync(Answer, always: true);

        var second = await host.Staff("Tom Field").SayAsync("Where do I get a key for the staff lockers?");

        Assert.Equal(
            [
                "The practice manager's answer",
                "The social media policy doesn't cover this, but the practice manager has answered it:",
                $"“{ManagerQuestionTestHost.Uncovered}”",
                Answer,
                "Answered by Margaret Ellis on 23 November 2026. This isn't part of the policy.",
            ],
            second.Texts.Take(5)
        );
        Assert.Empty(second.Cited);
        Assert.Contains("Helpful", second.Buttons);
        var logged = await host.Bot.ReadAsync(database => database.Questions.OrderBy(question => question.AskedAt).LastAsync());
        Assert.Equal((AnswerVerdict.AnsweredByManager, true), (logged.Verdict, logged.AnswerId is not null));
    }

    [Fact]
    public async Task A_saved_answer_never_replaces_a_clause_that_answers()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        var clause = await priya.SayAsync(ManagerQuestionTestHost.Covered);
        var after = await priya.FillAsync(clause.Button("Not helpful"));
        await priya.ExecuteAsync(CardReader.Button(after, "Ask the practice manager"));
        await host.AnswerAsync("The new mural may be shown, ask me first.", always: true);

        var second = await host.Staff("Tom Field").SayAsync(ManagerQuestionTestHost.Covered);

        Assert.Equal(clause.Cited, second.Cited);
        Assert.Equal(clause.Texts.Take(4), second.Texts.Take(4));
        Assert.Contains("The practice manager's answer to this", second.Texts);
        Assert.Contains("The new mural may be shown, ask me first.", second.Texts);
    }

    [Theory]
    [InlineData("May his ailment be chewed over where the whole parish reads?")]
    [InlineData("A patient's rung up fuming about something Jade put on Facebook. What do I tell him happens next?")]
    public async Task A_saved_answer_hides_no_clause_that_the_bot_did_not_find(string question)
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var refusal = await ManagerQuestionTestHost.AskedAsync(host.Staff(), question);
        await host.AnswerAsync("Come and see me about that.", always: true);
        var tom = host.Staff("Tom Field");

        var second = await tom.SayAsync(question);
        var after = await tom.FillAsync(second.Button("Helpful"));

        var nearest = Sections(refusal.Card);
        Assert.NotEmpty(nearest);
        Assert.Equal(nearest, Sections(second.Card));
        Assert.Equal(nearest, Sections(after));
        Assert.Contains("Come and see me about that.", second.Texts);
        Assert.DoesNotContain(second.Texts, text => text.Contains("doesn't cover this", StringComparison.Ordinal));
        Assert.Contains("Browse the policy", second.Buttons);
    }

    [Fact]
    public async Task A_saved_answer_is_never_on_the_policy_pages()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        await host.AnswerAsync(Answer, always: true);

        foreach (var page in new[] { "/policy", "/policy/social-media", "/policy/leaflet" })
        {
            var html = await host.Bot.Http.GetStringAsync(page);
            Assert.DoesNotContain("Sandra", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_similar_saved_answer_is_offered_by_its_question()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        await host.AnswerAsync(Answer, always: true);
        var tom = host.Staff("Tom Field");

        var refusal = await tom.SayAsync("have we got lockers for staff");
        var given = await tom.ExecuteAsync(refusal.Button(ManagerQuestionTestHost.Uncovered));

        Assert.Equal("The social media policy doesn't cover this", refusal.Texts[0]);
        Assert.Contains("Similar questions answered by the practice manager", refusal.Texts);
        Assert.Contains(Answer, given.Texts);
    }

    [Fact]
    public async Task An_answer_that_did_not_help_goes_back_to_the_practice_manager()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        await host.AnswerAsync(Answer, always: true);
        var tom = host.Staff("Tom Field");
        var given = await tom.SayAsync(ManagerQuestionTestHost.Uncovered);

        var after = await tom.FillAsync(given.Button("Not helpful"));
        await tom.ExecuteAsync(CardReader.Button(after, "Ask the practice manager"));

        Assert.Contains(Answer, CardReader.Texts(after));
        Assert.Contains("I gave your earlier answer. That didn't help.", CardReader.Texts(await host.CardAsync()));
    }

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
    public async Task Of_two_answers_to_the_same_question_the_newer_one_is_given()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        await host.AnswerAsync(Answer, always: true);
        host.Bot.Time.Advance(TimeSpan.FromHours(1));
        var tom = host.Staff("Tom Field");
        var after = await tom.FillAsync((await tom.SayAsync(ManagerQuestionTestHost.Uncovered)).Button("Not helpful"));
        await tom.ExecuteAsync(CardReader.Button(after, "Ask the practice manager"));

        await host.AnswerAsync("Sandra left. Ask Priya in admin.", always: true);

        Assert.Contains("Sandra left. Ask Priya in admin.", (await host.Staff().SayAsync(ManagerQuestionTestHost.Uncovered)).Texts);
    }

    [Fact]
    public async Task A_saved_answer_that_did_not_help_makes_its_question_unanswered_again()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        await host.AnswerAsync(Answer, always: true);
        var tom = host.Staff("Tom Field");
        await tom.FillAsync((await tom.SayAsync(ManagerQuestionTestHost.Uncovered)).Button("Not helpful"));

        Assert.Contains("1 unanswered question (1 topic).", (await host.Manager.SayAsync("gaps")).Texts);
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

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Another_instance_gives_a_saved_answer_after_its_next_look(StorageProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (engine, vectors) = Engine();
        using var here = new SavedAnswers(database, engine, vectors);
        using var there = new SavedAnswers(database, engine, vectors);
        var time = new FakeTime();
        var outbox = new Outbox(time);
        var unit = database.UnitOfWork(outbox);
        var book = new SavedAnswerEditor(
            unit,
            here,
            outbox,
            new StaffOptions { PracticeManagers = ["m"] },
            new Audit(unit, time, NullLogger<Audit>.Instance),
            time
        );

        var added = await book.AddAsync(
            new(PersonId.Of("m"), "Margaret"),
            new(Guid.NewGuid()),
            "where are the lockers",
            new("By the back door.", null),
            default
        );

        Assert.NotNull(here.Find(engine.Read("where are the lockers")).Same);
        Assert.Null(there.Find(engine.Read("where are the lockers")).Same);
        Assert.True(await there.RefreshAsync(default));
        Assert.Equal("By the back door.", there.Find(engine.Read("where are the lockers")).Same!.Text);
        Assert.False(await there.RefreshAsync(default));
        await book.ChangeAsync(
            new(PersonId.Of("m"), "Margaret"),
            new(added.Answer!.Id),
            1,
            added.Answer.Question,
            null,
            new("By the front door.", null),
            default
        );
        Assert.True(await there.RefreshAsync(default));
        Assert.Equal("By the front door.", there.Find(new Id<SavedAnswer>(added.Answer.Id))!.Text);
        Assert.Null(await book.RemoveAsync(new(PersonId.Of("m"), "Margaret"), new(added.Answer.Id), 2, default));
        Assert.True(await there.RefreshAsync(default));
        Assert.Empty(there.All);
        Assert.Equal(
            ManagerQuestionRefusals.NotAllowed,
            await book.RemoveAsync(new(PersonId.Of("somebody"), "x"), new(added.Answer.Id), 2, default)
        );
    }

    /// <summary>Returns the sections that can be tapped.</summary>
    private static List<string> Sections(System.Text.Json.JsonElement card) =>
        [
            .. CardReader
                .Actions(card)
                .Where(action => action.TryGetProperty("verb", out var verb) && verb.GetString() == "section")
                .Select(action => action.GetProperty("title").GetString()!),
        ];

    private static JsonObject Answered(string question, string text) => new() { ["asked"] = question, ["text"] = text };

    /// <summary>Creates the search engine as the bot has it, without the bot.</summary>
    private static (SectionRanker Engine, QuestionVectors Vectors) Engine()
    {
        var content = Path.Combine(AppContext.BaseDirectory, "Content");
        var library = PolicyLibrary.Load(Path.Combine(content, "Policies"));
        var bank = PhrasingBank.Load(Path.Combine(content, "Phrasings"), library);
        var everyday = Lexicon.Load(Path.Combine(content, "everyday.txt"));
        return (
            new(library, bank, Lexicon.Load(Path.Combine(content, "lexicon.txt")), new EngineSettings()),
            new(everyday, new(() => new WordRarity(bank.All, everyday)))
        );
    }
}
