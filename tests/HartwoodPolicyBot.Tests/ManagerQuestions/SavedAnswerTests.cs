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
    [InlineData("Is Jade allowed to be cross about the surgery's car park on Facebook?")]
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

        Assert.Contains("1 unanswered question on 1 topic.", (await host.Manager.SayAsync("gaps")).Texts);
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
