using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.ManagerQuestions;

/// <summary>Unanswered questions are listed in groups, and a whole group can be answered at once.</summary>
public sealed class UnansweredTests
{
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
        await LockerQuestions.AskAllAsync(
            host,
            [
                "when is the flu clinic rota out",
                .. LockerQuestions.Lockers,
                "do you dream at night little robot",
                "qwrtz plmkj hgfdsx bvcnm",
            ]
        );

        var gaps = await host.Manager.SayAsync("gaps");
        var group = await host.Manager.FillAsync(CardReader.Actions(gaps.Card)[0]);

        Assert.Contains("5 unanswered questions on 2 topics.", gaps.Texts);
        Assert.Contains("Asked 4 times, not covered. Last asked on 23 November 2026.", gaps.Texts);
        Assert.Contains("Asked once, not covered. Last asked on 23 November 2026.", gaps.Texts);
        Assert.Equal(
            ["Unanswered question", "Asked 4 times, not covered. Last asked on 23 November 2026."],
            CardReader.Texts(group).Take(2)
        );
        Assert.Equal(
            ["Where do I get a key for the staff lockers? (2 times)", "who has a key for the lockers", "staff lockers, where is the key"],
            LockerQuestions.Choices(group)
        );
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
            ManagerQuestionTestHost.Ticked("My long answer", LockerQuestions.Ids(group))
        );
        Assert.Equal(["That one has already been dealt with.", "What you wrote", "My long answer"], CardReader.Texts(again));

        await priya.ExecuteAsync((await priya.SayAsync(ManagerQuestionTestHost.Covered)).Button("Not helpful"));
        Assert.Contains("1 unanswered question on 1 topic.", (await host.Manager.SayAsync("gaps")).Texts);
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
        await LockerQuestions.AskAllAsync(host, LockerQuestions.Lockers[0]);
        var group = await host.Manager.FillAsync((await host.Manager.SayAsync("gaps")).Button(LockerQuestions.Lockers[0]));
        var button = CardReader.Button(group, "Send answer");

        var empty = await host.Manager.FillAsync(button, ManagerQuestionTestHost.Ticked("  ", LockerQuestions.Ids(group)));
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
}
