using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.ManagerQuestions;

/// <summary>Unanswered questions are listed in groups, and a whole group can be answered at once.</summary>
public sealed class UnansweredTests
{
    private static readonly string[] Lockers =
    [
        "where do i get a key for the staff lockers",
        "staff lockers, where is the key",
        "who has a key for the lockers",
        "Where do I get a key for the staff lockers?",
    ];

    /// <summary>Lists more wordings of one question than a card shows, and than an answer used to keep.</summary>
    private static readonly string[] Many =
    [
        "where is the locker key",
        "who has a key for the lockers",
        "staff lockers, where is the key",
        "where do i get a key for the staff lockers",
        "locker key where is it",
        "who do i ask for a locker key",
        "can i have a key for a locker",
        "how do i get a locker key",
        "is there a key for the staff lockers",
        "which key opens the lockers",
        "need a locker key please",
        "lost my locker key who has a spare",
        "where are the keys to the staff lockers kept",
        "key for my locker",
        "does sandra have the locker keys",
        "whats the deal with locker keys",
        "are locker keys in reception",
        "spare key staff locker",
        "my locker key is missing, where do i get one",
        "who looks after the lockers keys",
        "where can i pick up a locker key",
        "have you got a locker key",
        "any locker keys left",
        "keys for lockers, who keeps them",
        "locker keys for new starters",
    ];

    [Fact]
    public async Task A_link_in_a_question_is_plain_text_in_the_list_of_choices()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await host.Staff().SayAsync("where are lockers [staff login](https://evil.example/login)");
        var gaps = await host.Manager.SayAsync("gaps");

        var group = await host.Manager.FillAsync(
            CardReader.Actions(gaps.Card).First(action => action.GetProperty("verb").GetString() == "gap")
        );

        var choices = CardReader
            .Nodes(group)
            .Where(node => node.TryGetProperty("choices", out _))
            .SelectMany(node => node.GetProperty("choices").EnumerateArray())
            .ToList();
        Assert.NotEmpty(choices);
        Assert.DoesNotContain(choices, choice => choice.GetProperty("title").GetString()!.Contains("](", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Similar_questions_are_grouped_with_their_wordings_the_largest_group_first()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await AskAllAsync(
            host,
            ["when is the flu clinic rota out", .. Lockers, "do you dream at night little robot", "qwrtz plmkj hgfdsx bvcnm"]
        );

        var gaps = await host.Manager.SayAsync("gaps");
        var group = await host.Manager.FillAsync(CardReader.Actions(gaps.Card)[0]);

        Assert.Contains("5 unanswered questions (2 topics).", gaps.Texts);
        Assert.Contains("Asked 4 times, not covered. Last asked on 23 November 2026.", gaps.Texts);
        Assert.Contains("Asked once, not covered. Last asked on 23 November 2026.", gaps.Texts);
        Assert.Equal("Asked 4 times", CardReader.Texts(group)[0]);
        Assert.Equal(
            ["Where do I get a key for the staff lockers? (2 times)", "who has a key for the lockers", "staff lockers, where is the key"],
            Choices(group)
        );
    }

    [Fact]
    public async Task One_answer_to_a_group_reaches_each_asker_once_and_is_saved_under_all_wordings()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var (priya, tom) = (host.Staff(), host.Staff("Tom Field"));
        await ManagerQuestionTestHost.AskAsync(priya, Lockers[0]);
        await ManagerQuestionTestHost.AskAsync(priya, Lockers[1]);
        await ManagerQuestionTestHost.AskAsync(tom, Lockers[2]);
        var gaps = await host.Manager.SayAsync("gaps");
        var group = await host.Manager.FillAsync(
            CardReader.Actions(gaps.Card).First(action => action.GetProperty("verb").GetString() == "gap")
        );

        var after = await host.Manager.FillAsync(
            CardReader.Button(group, "Send answer"),
            ManagerQuestionTestHost.Ticked("Sandra has the keys.", Ids(group))
        );
        await host.Practice.DeliveredAsync();

        Assert.Contains(
            CardReader.Texts(group),
            text => text.EndsWith("3 people are waiting and will get it now.", StringComparison.Ordinal)
        );
        Assert.Contains("Done. I'll use that answer from now on.", CardReader.Texts(after));
        Assert.Contains("No unanswered questions.", CardReader.Texts(after));
        var told = Assert.Single(
            priya.Sent,
            sent => sent.Body.GetRawText().Contains("The practice manager has answered", StringComparison.Ordinal)
        );
        Assert.All(Lockers.Take(2), wording => Assert.Contains(wording, told.Body.GetRawText(), StringComparison.Ordinal));
        Assert.Single(tom.Sent, sent => sent.Body.GetRawText().Contains("The practice manager has answered", StringComparison.Ordinal));
        foreach (var wording in Lockers)
        {
            Assert.Contains("Sandra has the keys.", (await host.Staff().SayAsync(wording)).Texts);
        }
    }

    [Fact]
    public async Task An_answer_that_did_not_help_is_listed_and_a_hidden_group_stays_hidden_until_it_is_asked_again()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        await priya.ExecuteAsync((await priya.SayAsync(ManagerQuestionTestHost.Covered)).Button("Not helpful"));
        var gaps = await host.Manager.SayAsync("gaps");
        Assert.Contains("Asked once, marked not helpful. Last asked on 23 November 2026.", gaps.Texts);

        var group = await host.Manager.FillAsync(gaps.Button(ManagerQuestionTestHost.Covered));
        var after = await host.Manager.FillAsync(CardReader.Button(group, "Dismiss question"));
        Assert.Contains("No unanswered questions.", CardReader.Texts(after));
        var again = await host.Manager.FillAsync(
            CardReader.Button(group, "Send answer"),
            ManagerQuestionTestHost.Ticked("My long answer", Ids(group))
        );
        Assert.Equal(["That one has already been dealt with.", "What you wrote", "My long answer"], CardReader.Texts(again));

        await priya.ExecuteAsync((await priya.SayAsync(ManagerQuestionTestHost.Covered)).Button("Not helpful"));
        Assert.Contains("1 unanswered question (1 topic).", (await host.Manager.SayAsync("gaps")).Texts);
    }

    [Fact]
    public async Task A_group_is_answered_as_the_manager_saw_it_and_questions_asked_since_stay_unanswered()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await AskAllAsync(host, Lockers[0]);
        var gaps = await host.Manager.SayAsync("gaps");
        var group = await host.Manager.FillAsync(gaps.Button(Lockers[0]));
        host.Bot.Time.Advance(TimeSpan.FromMinutes(1));
        await AskAllAsync(host, Lockers[2]);

        await host.Manager.FillAsync(
            CardReader.Button(group, "Send answer"),
            ManagerQuestionTestHost.Ticked("By the back door.", Ids(group))
        );

        Assert.Equal(
            [Lockers[0]],
            await host.Bot.ReadAsync(database =>
                database.ManagerAnswers.SelectMany(answer => answer.Wordings).Select(wording => wording.Text).ToListAsync()
            )
        );
        Assert.Equal(1, await host.Bot.ReadAsync(database => database.Questions.CountAsync(question => question.SettledAt == null)));
    }

    [Fact]
    public async Task Only_practice_managers_see_their_commands_in_help()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();

        Assert.Contains("For practice managers", (await host.Manager.SayAsync("help")).Texts);
        Assert.DoesNotContain("For practice managers", (await host.Staff().SayAsync("help")).Texts);
        Assert.DoesNotContain("For practice managers", (await host.Channel.MentionAsync("help")).Texts);
    }

    [Fact]
    public async Task An_empty_or_broken_click_changes_nothing()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await AskAllAsync(host, Lockers[0]);
        var group = await host.Manager.FillAsync((await host.Manager.SayAsync("gaps")).Button(Lockers[0]));
        var button = CardReader.Button(group, "Send answer");

        var empty = await host.Manager.FillAsync(button, ManagerQuestionTestHost.Ticked("  ", Ids(group)));
        var broken = await host.Manager.FillAsync(
            button,
            new()
            {
                ["text"] = "x",
                ["kept"] = new System.Text.Json.Nodes.JsonObject { ["until"] = "yesterday" },
            }
        );

        Assert.Contains(ManagerQuestionRefusals.Empty.Sentence, CardReader.Texts(empty));
        var forged = await host.Manager.FillAsync(button, ManagerQuestionTestHost.Ticked("Mine.", $"{Guid.NewGuid()}"));
        Assert.Equal(["That one has already been dealt with.", "What you wrote", "x"], CardReader.Texts(broken));
        Assert.Contains(ManagerQuestionRefusals.GroupChanged.Sentence, CardReader.Texts(forged));
        Assert.Equal(0, await host.Bot.ReadAsync(database => database.ManagerAnswers.CountAsync()));
    }

    [Fact]
    public async Task Unticked_questions_stay_unanswered_and_an_answer_with_nothing_ticked_is_refused()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await AskAllAsync(host, Lockers[0], Lockers[2]);
        var group = await host.Manager.FillAsync(CardReader.Actions((await host.Manager.SayAsync("gaps")).Card)[0]);
        var button = CardReader.Button(group, "Send answer");

        var none = await host.Manager.FillAsync(button, ManagerQuestionTestHost.Ticked("By the back door.", ""));
        var after = await host.Manager.FillAsync(
            button,
            ManagerQuestionTestHost.Ticked("By the back door.", Ids(group).Split(',')[Choices(group).IndexOf(Lockers[2])])
        );

        Assert.Contains(ManagerQuestionRefusals.NoWording.Sentence, CardReader.Texts(none));
        Assert.Contains("By the back door.", none.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("1 unanswered question (1 topic).", CardReader.Texts(after));
        Assert.Equal(
            [Lockers[2]],
            await host.Bot.ReadAsync(database =>
                database.ManagerAnswers.SelectMany(answer => answer.Wordings).Select(wording => wording.Text).ToListAsync()
            )
        );
    }

    [Fact]
    public async Task Of_two_managers_who_answer_one_group_the_second_is_told_and_keeps_the_text()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await AskAllAsync(host, Lockers[0], Lockers[2]);
        var group = await host.Manager.FillAsync(CardReader.Actions((await host.Manager.SayAsync("gaps")).Card)[0]);
        var second = host.Practice.Personal(Incidents.Practice.SecondId);
        var button = CardReader.Button(group, "Send answer");

        var cards = await Task.WhenAll(
            host.Manager.FillAsync(button, ManagerQuestionTestHost.Ticked("From the first", Ids(group))),
            second.FillAsync(button, ManagerQuestionTestHost.Ticked("From the second", Ids(group)))
        );

        var given = Assert.Single(
            await host.Bot.ReadAsync(database => database.ManagerAnswers.Select(answer => answer.Text).ToListAsync())
        );
        var lost = given == "From the first" ? (Text: "From the second", Card: cards[1]) : (Text: "From the first", Card: cards[0]);
        Assert.Contains(lost.Text, lost.Card.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Done. I'll use that answer from now on.", CardReader.Texts(lost.Card));
    }

    [Fact]
    public async Task The_answer_is_saved_under_every_ticked_wording_even_those_that_the_card_has_no_room_for()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await AskAllAsync(host, Many);
        var group = await GroupAsync(host);
        Assert.Equal(UnansweredGroup.MostShown + 1, Choices(group).Count);
        Assert.Equal("Also 5 other ways of asking it, not shown here. If unticked, they stay on the list.", Choices(group)[^1]);

        await host.Manager.FillAsync(
            CardReader.Button(group, "Send answer"),
            ManagerQuestionTestHost.Ticked("Sandra has the keys.", $"{Ids(group)},behind:25")
        );

        Assert.Contains("No unanswered questions.", (await host.Manager.SayAsync("gaps")).Texts);
        foreach (var wording in Many)
        {
            Assert.Equal("The practice manager's answer", (await host.Staff().SayAsync(wording)).Texts[0]);
        }
    }

    [Fact]
    public async Task Wordings_that_the_card_has_no_room_for_stay_unanswered_unless_ticked_or_if_they_changed()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await AskAllAsync(host, Many);
        var group = await GroupAsync(host);
        var button = CardReader.Button(group, "Send answer");

        var others = await host.Manager.FillAsync(
            button,
            ManagerQuestionTestHost.Ticked("Sandra has the keys.", $"{Ids(group)},behind:24")
        );
        await host.Manager.FillAsync(button, ManagerQuestionTestHost.Ticked("Sandra has the keys.", Ids(group)));

        Assert.Contains(ManagerQuestionRefusals.GroupChanged.Sentence, CardReader.Texts(others));
        Assert.Equal(20, await host.Bot.ReadAsync(database => database.ManagerAnswers.SelectMany(answer => answer.Wordings).CountAsync()));
        Assert.Equal(5, await host.Bot.ReadAsync(database => database.Questions.CountAsync(question => question.SettledAt == null)));
    }

    [Fact]
    public async Task The_audit_says_whose_questions_were_answered_with_a_group()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff(), Lockers[0]);
        await ManagerQuestionTestHost.AskAsync(host.Staff("Tom Field"), Lockers[2]);
        var group = await GroupAsync(host);

        await host.Manager.FillAsync(
            CardReader.Button(group, "Send answer"),
            ManagerQuestionTestHost.Ticked("Sandra has the keys.", Ids(group))
        );

        var asked = await host.Bot.ReadAsync(database => database.ManagerQuestions.Select(question => question.Id).ToListAsync());
        var answered = await host.Bot.ReadAsync(database =>
            database.ManagerActions.Where(did => did.Action == "question.answer").Select(did => did.Subject).ToListAsync()
        );
        Assert.Equal(2, answered.Count);
        Assert.Equal(asked.Select(id => $"{id}").Order(StringComparer.Ordinal), answered.Order(StringComparer.Ordinal));
    }

    private static async Task<System.Text.Json.JsonElement> GroupAsync(ManagerQuestionTestHost host) =>
        await host.Manager.FillAsync(
            CardReader.Actions((await host.Manager.SayAsync("gaps")).Card).First(action => action.GetProperty("verb").GetString() == "gap")
        );

    /// <summary>Returns the ids that are ticked when the card arrives.</summary>
    private static string Ids(System.Text.Json.JsonElement card) =>
        CardReader.Nodes(card).First(node => node.TryGetProperty("choices", out _)).GetProperty("value").GetString()!;

    private static List<string> Choices(System.Text.Json.JsonElement card) =>
        [
            .. CardReader
                .Nodes(card)
                .First(node => node.TryGetProperty("choices", out _))
                .GetProperty("choices")
                .EnumerateArray()
                .Select(choice => choice.GetProperty("title").GetString()!),
        ];

    private static async Task AskAllAsync(ManagerQuestionTestHost host, params string[] questions)
    {
        foreach (var question in questions)
        {
            await host.Staff().SayAsync(question);
        }
    }
}
