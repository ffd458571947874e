using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Training;

/// <summary>Practice managers see the training status, act on it and get automatic messages, and nobody else can.</summary>
public sealed class TrainingStatusTests
{
    [Fact]
    public async Task Status_shows_who_is_done_due_and_overdue_in_a_chart_and_a_table()
    {
        await using var practice = await Practice.OpenAsync();
        var done = await InstallAsync(practice, "Priya Shah");
        await InstallAsync(practice, "Tom Reed");
        practice.Bot.Time.Advance(TimeSpan.FromDays(16));
        await InstallAsync(practice, "Zoe Ward");
        await (await Learner.StartAsync(practice.Bot, chat: done)).FinishAsync();

        var status = await practice.Personal(Practice.ManagerId).SayAsync("training status");

        CardRules.Hold(status.Card);
        Assert.Contains("Training: 1 up to date, 1 due, 1 overdue.", status.Texts);
        var chart = CardReader
            .Nodes(status.Card)
            .Single(node => node.TryGetProperty("type", out var type) && type.GetString() == "Chart.HorizontalBar");
        Assert.Equal([1, 1, 1, 0], chart.GetProperty("data").EnumerateArray().Select(bar => bar.GetProperty("y").GetInt32()));
        Assert.Equal("FactSet", chart.GetProperty("fallback").GetProperty("type").GetString());
        Assert.Equal(["Tom Reed", "Zoe Ward", "Priya Shah"], status.Buttons.Take(3));
    }

    [Fact]
    public async Task Somebody_who_has_passed_is_counted_as_such_although_more_training_was_assigned_since()
    {
        await using var practice = await Practice.OpenAsync();
        var priya = await InstallAsync(practice, "Priya Shah");
        await (await Learner.StartAsync(practice.Bot, chat: priya)).FinishAsync();
        var manager = practice.Personal(Practice.ManagerId);
        var form = await manager.FillAsync(
            CardReader.Button(await manager.FillAsync((await manager.SayAsync("training status")).Button("Priya Shah")), "Assign training")
        );
        await manager.FillAsync(CardReader.Button(form, "Assign training"), new() { ["reason"] = "A new policy", ["due"] = "2026-12-07" });

        var status = await manager.SayAsync("training status");

        Assert.Contains("Training: 0 up to date, 1 due, 0 overdue.", status.Texts);
        Assert.Contains("Passed within the last 12 months: 1 person.", status.Texts);
        Assert.DoesNotContain("Chart.", status.Card.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_persons_card_can_remind_them_assign_training_and_mark_them_as_having_left()
    {
        await using var practice = await Practice.OpenAsync();
        var priya = await InstallAsync(practice, "Priya Shah");
        practice.Bot.Time.Advance(TimeSpan.FromDays(1));
        var manager = practice.Personal(Practice.ManagerId);
        var status = await manager.SayAsync("training status");

        var person = await manager.FillAsync(status.Button("Priya Shah"));
        CardRules.Hold(person);
        var reminded = await manager.FillAsync(CardReader.Button(person, "Send reminder"));
        Assert.Equal("I'm sending the reminder now.", CardReader.Texts(reminded)[0]);
        await practice.DeliveredAsync();
        var reminder = priya.Sent[^1].Body.GetProperty("attachments")[0].GetProperty("content");
        CardRules.Hold(reminder);
        Assert.Contains("Induction training: due on 7 December 2026 (in 13 days).", CardReader.Texts(reminder));
        Assert.StartsWith(
            "They've already had a message",
            CardReader.Texts(await manager.FillAsync(CardReader.Button(person, "Send reminder")))[0],
            StringComparison.Ordinal
        );

        var form = await manager.FillAsync(CardReader.Button(person, "Assign training"));
        var wrong = await manager.FillAsync(
            CardReader.Button(form, "Assign training"),
            new() { ["reason"] = "Review", ["due"] = "yesterday" }
        );
        Assert.Contains(TrainingRefusals.DateWrong.Sentence, CardReader.Texts(wrong));
        var assigned = await manager.FillAsync(
            CardReader.Button(wrong, "Assign training"),
            new() { ["reason"] = "Personal Development Review", ["due"] = "2026-12-01" }
        );
        Assert.StartsWith("Done.", CardReader.Texts(assigned)[0], StringComparison.Ordinal);
        Assert.Contains(
            (await priya.SayAsync("my training")).Texts,
            text => text.StartsWith("Training (Personal Development Review): due on 1 December 2026", StringComparison.Ordinal)
        );

        var aside = await manager.FillAsync(CardReader.Button(assigned, "Mark as left"));
        Assert.Equal("Marked as left. I'll keep their records.", CardReader.Texts(aside)[0]);
        Assert.DoesNotContain("Priya Shah", (await manager.SayAsync("training status")).Buttons);
        var list = await manager.FillAsync((await manager.SayAsync("training status")).Button("See leavers"));
        var back = await manager.FillAsync(CardReader.Button(await manager.FillAsync(CardReader.Button(list, "Priya Shah")), "Bring back"));
        Assert.Equal("They're back on the list.", CardReader.Texts(back)[0]);
    }

    [Fact]
    public async Task Staff_and_channels_are_refused_with_a_way_forward_and_nothing_changes()
    {
        await using var practice = await Practice.OpenAsync();
        await InstallAsync(practice, "Priya Shah");
        var manager = practice.Personal(Practice.ManagerId);
        var status = await manager.SayAsync("training status");
        var person = await manager.FillAsync(status.Button("Priya Shah"));
        var form = await manager.FillAsync(CardReader.Button(person, "Assign training"));
        var staff = practice.Bot.Chat();

        Assert.Contains("only for practice managers", (await staff.SayAsync("training status")).Texts[0], StringComparison.Ordinal);
        Assert.Contains("only for practice managers", (await staff.SayAsync("training records")).Texts[0], StringComparison.Ordinal);
        Assert.Contains("show people's names", (await practice.Channel.MentionAsync("training status")).Texts[0], StringComparison.Ordinal);
        foreach (var button in new[] { status.Card, person, form }.SelectMany(card => CardReader.Actions(card)))
        {
            foreach (var chat in new[] { staff, practice.Channel })
            {
                await chat.ExecuteAsync(button, new() { ["reason"] = "x", ["due"] = "2026-12-01" });
                Assert.Equal(403, chat.Body.GetProperty("statusCode").GetInt32());
            }
        }

        Assert.Equal(1, await practice.Bot.ReadAsync(database => database.TrainingAssignments.CountAsync()));
        Assert.Equal(0, await practice.Bot.ReadAsync(database => database.FileOffers.CountAsync()));
        Assert.Equal(
            ["use-channel"],
            await practice.Bot.ReadAsync(database => database.ManagerActions.Select(did => did.Action).ToListAsync())
        );
        Assert.All(
            await practice.Bot.ReadAsync(database => database.RefusedAttempts.ToListAsync()),
            attempt => Assert.Equal(("training", "not-allowed"), (attempt.Action, attempt.Code))
        );
    }

    [Fact]
    public async Task A_reminder_that_waited_while_the_training_was_passed_is_not_sent()
    {
        await using var practice = await Practice.OpenAsync();
        var priya = await InstallAsync(practice, "Priya Shah");
        practice.Bot.Time.Advance(TimeSpan.FromDays(7));
        await (await Learner.StartAsync(practice.Bot, chat: priya)).FinishAsync();
        await PlanByHandAsync(practice, "Priya Shah");

        await practice.DeliveredAsync();

        Assert.DoesNotContain(
            priya.Sent,
            sent => sent.Body.GetProperty("summary").GetString()!.StartsWith("Induction training", StringComparison.Ordinal)
        );
        Assert.Equal(
            DeliveryState.Dropped,
            await practice.Bot.ReadAsync(database =>
                database.Deliveries.Where(row => row.Kind == DailyReminders.Kind).Select(row => row.State).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task The_overdue_list_reaches_the_channel_and_repeated_fails_reach_the_manager()
    {
        await using var practice = await Practice.OpenAsync();
        await practice.Personal(Practice.ManagerId).SayAsync("hi");
        var priya = await InstallAsync(practice, "Priya Shah");
        var learner = await Learner.StartAsync(practice.Bot, chat: priya);
        for (var round = 0; round < 3; round++)
        {
            await learner.FinishAsync(wrong: 9);
            if (round < 2)
            {
                await learner.TapAsync("Try again");
            }
        }

        Assert.Contains(
            CardReader.Texts(learner.Card),
            text => text.StartsWith("I've let the practice manager know", StringComparison.Ordinal)
        );
        await practice.DeliveredAsync();
        practice.Bot.Time.Advance(TimeSpan.FromDays(21));
        await practice.Bot.Services.GetRequiredService<TrainingReminders>().PlanOverdueAsync(default);
        await practice.DeliveredAsync();

        var help = practice.Personal(Practice.ManagerId).Sent[^1].Body;
        Assert.Equal("Priya Shah may need some help with their training", help.GetProperty("summary").GetString());
        CardRules.Hold(help.GetProperty("attachments")[0].GetProperty("content"));
        var list = practice
            .Bot.Teams.Requests.Single(request =>
                request.Path == "/v3/conversations"
                && request.Body.GetProperty("activity").GetProperty("summary").GetString() == "1 person has overdue training"
            )
            .Body;
        Assert.Equal(Practice.ChannelId, list.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString());
        Assert.Contains(
            "Priya Shah: overdue by 7 days (was due on 7 December 2026)",
            CardReader.Texts(list.GetProperty("activity").GetProperty("attachments")[0].GetProperty("content"))
        );
    }

    /// <summary>Adds the bot for a person with this name.</summary>
    internal static async Task<Chat> InstallAsync(Practice practice, string name)
    {
        var chat = new Chat(practice.Bot, "personal") { Name = name };
        var installed = chat.Activity("installationUpdate");
        installed["action"] = "add";
        var welcome = await chat.SendAsync(installed);
        Assert.Contains(welcome.Texts, text => text.Contains("induction training", StringComparison.Ordinal));
        return chat;
    }

    /// <summary>Plans a reminder by hand, as if it had been planned just before the pass.</summary>
    private static async Task PlanByHandAsync(Practice practice, string name)
    {
        var outbox = practice.Bot.Services.GetRequiredService<Outbox>();
        await practice.Bot.ReadAsync(async database =>
        {
            var person = await database.StaffMembers.SingleAsync(row => row.Name == name);
            await database
                .TrainingAssignments.Where(row => row.Kind == AssignmentKind.Refresher)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.CompletedAt, DateTimeOffset.UnixEpoch));
            var row = outbox.Plan(
                DailyReminders.Key(PersonId.Of(person.PersonId), new(2026, 11, 30)),
                DailyReminders.Kind,
                Guid.NewGuid(),
                0,
                Recipient.Person(PersonId.Of(person.PersonId)),
                0
            );
            return await Outbox.PlanOnceAsync(database, row, default);
        });
        outbox.Wake();
    }
}
