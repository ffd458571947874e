using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.ManagerQuestions;

/// <summary>A practice manager answers a whole group of unanswered questions at once.</summary>
public sealed class AnswerGroupTests
{
    [Fact]
    public async Task One_answer_to_a_group_reaches_each_asker_once_and_is_saved_under_all_wordings()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var (priya, tom) = (host.Staff(), host.Staff("Tom Field"));
        await ManagerQuestionTestHost.AskAsync(priya, LockerQuestions.Lockers[0]);
        await ManagerQuestionTestHost.AskAsync(priya, LockerQuestions.Lockers[1]);
        await ManagerQuestionTestHost.AskAsync(tom, LockerQuestions.Lockers[2]);
        var gaps = await host.Manager.SayAsync("gaps");
        var group = await host.Manager.FillAsync(
            CardReader.Actions(gaps.Card).First(action => action.GetProperty("verb").GetString() == "gap")
        );

        var after = await host.Manager.FillAsync(
            CardReader.Button(group, "Send answer"),
            ManagerQuestionTestHost.Ticked("Sandra has the keys.", LockerQuestions.Ids(group))
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
        Assert.All(LockerQuestions.Lockers.Take(2), wording => Assert.Contains(wording, told.Body.GetRawText(), StringComparison.Ordinal));
        Assert.Single(tom.Sent, sent => sent.Body.GetRawText().Contains("The practice manager has answered", StringComparison.Ordinal));
        foreach (var wording in LockerQuestions.Lockers)
        {
            Assert.Contains("Sandra has the keys.", (await host.Staff().SayAsync(wording)).Texts);
        }
    }

    [Fact]
    public async Task A_group_is_answered_as_the_manager_saw_it_and_questions_asked_since_stay_unanswered()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await LockerQuestions.AskAllAsync(host, LockerQuestions.Lockers[0]);
        var gaps = await host.Manager.SayAsync("gaps");
        var group = await host.Manager.FillAsync(gaps.Button(LockerQuestions.Lockers[0]));
        host.Bot.Time.Advance(TimeSpan.FromMinutes(1));
        await LockerQuestions.AskAllAsync(host, LockerQuestions.Lockers[2]);

        await host.Manager.FillAsync(
            CardReader.Button(group, "Send answer"),
            ManagerQuestionTestHost.Ticked("By the back door.", LockerQuestions.Ids(group))
        );

        Assert.Equal(
            [LockerQuestions.Lockers[0]],
            await host.Bot.ReadAsync(database =>
                database.ManagerAnswers.SelectMany(answer => answer.Wordings).Select(wording => wording.Text).ToListAsync()
            )
        );
        Assert.Equal(1, await host.Bot.ReadAsync(database => database.Questions.CountAsync(question => question.SettledAt == null)));
    }

    [Fact]
    public async Task Unticked_questions_stay_unanswered_and_an_answer_with_nothing_ticked_is_refused()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await LockerQuestions.AskAllAsync(host, LockerQuestions.Lockers[0], LockerQuestions.Lockers[2]);
        var group = await host.Manager.FillAsync(CardReader.Actions((await host.Manager.SayAsync("gaps")).Card)[0]);
        var button = CardReader.Button(group, "Send answer");

        var none = await host.Manager.FillAsync(button, ManagerQuestionTestHost.Ticked("By the back door.", ""));
        var after = await host.Manager.FillAsync(
            button,
            ManagerQuestionTestHost.Ticked(
                "By the back door.",
                LockerQuestions.Ids(group).Split(',')[LockerQuestions.Choices(group).IndexOf(LockerQuestions.Lockers[2])]
            )
        );

        Assert.Contains(ManagerQuestionRefusals.NoWording.Sentence, CardReader.Texts(none));
        Assert.Contains("By the back door.", none.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("1 unanswered question on 1 topic.", CardReader.Texts(after));
        Assert.Equal(
            [LockerQuestions.Lockers[2]],
            await host.Bot.ReadAsync(database =>
                database.ManagerAnswers.SelectMany(answer => answer.Wordings).Select(wording => wording.Text).ToListAsync()
            )
        );
    }

    [Fact]
    public async Task Of_two_managers_who_answer_one_group_the_second_is_told_and_keeps_the_text()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await LockerQuestions.AskAllAsync(host, LockerQuestions.Lockers[0], LockerQuestions.Lockers[2]);
        var group = await host.Manager.FillAsync(CardReader.Actions((await host.Manager.SayAsync("gaps")).Card)[0]);
        var second = host.Practice.Personal(Incidents.Practice.SecondId);
        var button = CardReader.Button(group, "Send answer");

        var cards = await Task.WhenAll(
            host.Manager.FillAsync(button, ManagerQuestionTestHost.Ticked("From the first", LockerQuestions.Ids(group))),
            second.FillAsync(button, ManagerQuestionTestHost.Ticked("From the second", LockerQuestions.Ids(group)))
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
        await LockerQuestions.AskAllAsync(host, LockerQuestions.Many);
        var group = await LockerQuestions.GroupAsync(host);
        Assert.Equal(UnansweredGroup.MostShown + 1, LockerQuestions.Choices(group).Count);
        Assert.Equal(
            "Also 5 other ways of asking it, not shown here. If unticked, they stay on the list.",
            LockerQuestions.Choices(group)[^1]
        );

        await host.Manager.FillAsync(
            CardReader.Button(group, "Send answer"),
            ManagerQuestionTestHost.Ticked("Sandra has the keys.", $"{LockerQuestions.Ids(group)},behind:25")
        );

        Assert.Contains("No unanswered questions.", (await host.Manager.SayAsync("gaps")).Texts);
        foreach (var wording in LockerQuestions.Many)
        {
            Assert.Equal("The practice manager's answer", (await host.Staff().SayAsync(wording)).Texts[0]);
        }
    }

    [Fact]
    public async Task Wordings_that_the_card_has_no_room_for_stay_unanswered_unless_ticked_or_if_they_changed()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await LockerQuestions.AskAllAsync(host, LockerQuestions.Many);
        var group = await LockerQuestions.GroupAsync(host);
        var button = CardReader.Button(group, "Send answer");

        var others = await host.Manager.FillAsync(
            button,
            ManagerQuestionTestHost.Ticked("Sandra has the keys.", $"{LockerQuestions.Ids(group)},behind:24")
        );
        await host.Manager.FillAsync(button, ManagerQuestionTestHost.Ticked("Sandra has the keys.", LockerQuestions.Ids(group)));

        Assert.Contains(ManagerQuestionRefusals.GroupChanged.Sentence, CardReader.Texts(others));
        Assert.Equal(20, await host.Bot.ReadAsync(database => database.ManagerAnswers.SelectMany(answer => answer.Wordings).CountAsync()));
        Assert.Equal(5, await host.Bot.ReadAsync(database => database.Questions.CountAsync(question => question.SettledAt == null)));
    }

    [Fact]
    public async Task The_audit_says_whose_questions_were_answered_with_a_group()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff(), LockerQuestions.Lockers[0]);
        await ManagerQuestionTestHost.AskAsync(host.Staff("Tom Field"), LockerQuestions.Lockers[2]);
        var group = await LockerQuestions.GroupAsync(host);

        await host.Manager.FillAsync(
            CardReader.Button(group, "Send answer"),
            ManagerQuestionTestHost.Ticked("Sandra has the keys.", LockerQuestions.Ids(group))
        );

        var asked = await host.Bot.ReadAsync(database => database.ManagerQuestions.Select(question => question.Id).ToListAsync());
        var answered = await host.Bot.ReadAsync(database =>
            database.ManagerActions.Where(did => did.Action == "question.answer").Select(did => did.Subject).ToListAsync()
        );
        Assert.Equal(2, answered.Count);
        Assert.Equal(asked.Select(id => $"{id}").Order(StringComparer.Ordinal), answered.Order(StringComparer.Ordinal));
    }
}
