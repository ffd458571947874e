using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using HartwoodPolicyBot.Tests.Training;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Delivery;

/// <summary>A daily reminder that does not reach its person on its day does not count as told.</summary>
public sealed class UnsentDayTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [Fact]
    public async Task While_Teams_is_unavailable_nobody_counts_as_told_and_they_are_told_the_next_morning()
    {
        await using var practice = await Practice.OpenAsync(settings: ("Training:AssignOnInstall", "false"));
        var priya = await InstallAsync(practice);
        var manager = await SendRoundAsync(practice);
        practice.Bot.Teams.Answer = (request, _) =>
            request.Path.Contains(priya.Conversation, StringComparison.Ordinal)
                ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
                : null;
        Assert.Equal(1, await PlanAsync(practice));
        Assert.Contains("Not sent", (await manager.SayAsync("who has read")).Texts);

        GoTo(practice, Monday.AddDays(1), 1);
        await practice.DeliveredAsync();
        Assert.Equal(DeliveryState.Dropped, await StateAsync(practice, Monday));
        practice.Bot.Teams.Answer = (_, _) => null;
        GoTo(practice, Monday.AddDays(1), 10);
        Assert.Equal(1, await PlanAsync(practice));
        await practice.DeliveredAsync();

        Assert.Equal(DeliveryState.Sent, await StateAsync(practice, Monday.AddDays(1)));
        Assert.Equal("Please read and confirm the Social media policy", priya.Sent[^1].Body.GetProperty("summary").GetString());
        Assert.Equal(0, await PlanAsync(practice));
        Assert.Contains("24 Nov 2026", (await manager.SayAsync("who has read")).Texts);
    }

    [Fact]
    public async Task Somebody_who_removed_the_bot_is_shown_as_not_told_and_is_told_on_the_day_they_are_back()
    {
        await using var practice = await Practice.OpenAsync(settings: ("Training:AssignOnInstall", "false"));
        var priya = await InstallAsync(practice);
        await UpdateAsync(priya, "remove");
        var before = priya.Sent.Count;
        var manager = await SendRoundAsync(practice);
        for (var day = Monday; day < Monday.AddDays(4); day = day.AddDays(1))
        {
            GoTo(practice, day, 10);
            Assert.Equal(day == Monday ? 1 : 0, await PlanAsync(practice));
            await practice.DeliveredAsync();
            Assert.Contains("Not sent", (await manager.SayAsync("who has read")).Texts);
        }

        Assert.Equal(before, priya.Sent.Count);
        GoTo(practice, Monday.AddDays(4), 9);
        await UpdateAsync(priya, "add");
        await practice.DeliveredAsync();
        Assert.Equal(1, await PlanAsync(practice));
        await practice.DeliveredAsync();

        Assert.Equal("Please read and confirm the Social media policy", priya.Sent[^1].Body.GetProperty("summary").GetString());
        Assert.Contains("27 Nov 2026", (await manager.SayAsync("who has read")).Texts);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Two_instances_send_a_missed_reminder_once_and_skip_what_was_told_in_another_way(StorageProvider provider)
    {
        await using var host = await TrainingTestHost.CreateAsync(provider);
        var second = host.Another();
        foreach (var person in new[] { "priya", "tom", "zoe" })
        {
            await host.JoinAsync(person);
        }

        await host.SendRoundAsync();
        await Task.WhenAll(host.One.PlanDueAsync(), second.PlanDueAsync());

        // Tom completes the training and the sign-off before the next day, and hears of his refresher with the pass. Zoe's message is
        // sent.
        await host.TakeAsync("tom");
        var toms = (await host.One.Readings.OpenAsync(PersonId.Of("tom"), default)).Single();
        await host.One.Readings.ConfirmAsync(PersonId.Of("tom"), new(toms.Now!.Id), default);
        await EndAsync(host, DailyReminders.Key(PersonId.Of("priya"), Monday), DeliveryState.Dropped);
        await EndAsync(host, DailyReminders.Key(PersonId.Of("tom"), Monday), DeliveryState.Dropped);
        await EndAsync(host, DailyReminders.Key(PersonId.Of("zoe"), Monday), DeliveryState.Sent);
        for (var day = Monday.AddDays(1); day < Monday.AddDays(4); day = day.AddDays(1))
        {
            host.GoTo(day, 9);
            await Task.WhenAll(host.One.PlanDueAsync(), second.PlanDueAsync(), host.One.PlanDueAsync());
        }

        Assert.Equal([("priya", Monday), ("priya", Monday.AddDays(1)), ("tom", Monday), ("zoe", Monday)], await host.RemindedAsync());
        await using var database = host.Database.Open();
        Assert.Equal(
            [Monday.AddDays(1), Monday],
            await database
                .PolicyReadings.Where(row => row.ReadAt == null)
                .OrderBy(row => row.PersonId)
                .Select(row => row.ToldOn!.Value)
                .ToListAsync()
        );
        Assert.Equal(
            [Monday.AddDays(1), Monday, Monday],
            await database
                .TrainingAssignments.Where(row => row.CompletedAt == null)
                .OrderBy(row => row.PersonId)
                .Select(row => row.RemindedOn!.Value)
                .ToListAsync()
        );
    }

    private static async Task EndAsync(TrainingTestHost host, string key, DeliveryState state)
    {
        await using var database = host.Database.Open();
        Assert.Equal(
            1,
            await database.Deliveries.Where(row => row.Key == key).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state))
        );
    }

    private static async Task<Chat> InstallAsync(Practice practice)
    {
        var chat = new Chat(practice.Bot, "personal") { Name = "Priya Shah" };
        await UpdateAsync(chat, "add");
        practice.Bot.Time.Advance(TimeSpan.FromMinutes(1));
        return chat;
    }

    private static async Task UpdateAsync(Chat chat, string action)
    {
        var update = chat.Activity("installationUpdate");
        update["action"] = action;
        await chat.SendAsync(update);
    }

    private static async Task<Chat> SendRoundAsync(Practice practice)
    {
        var manager = practice.Personal(Practice.ManagerId);
        await manager.FillAsync((await manager.SayAsync("send the policy round")).Button("Send to everyone"));
        return manager;
    }

    private static Task<int> PlanAsync(Practice practice) =>
        practice.Bot.Services.GetRequiredService<DailyReminders>().PlanDueAsync(default);

    private static Task<DeliveryState> StateAsync(Practice practice, DateOnly day) =>
        practice.Bot.ReadAsync(async database =>
            (await database.Deliveries.ToListAsync())
                .Single(row => row.Kind == DailyReminders.Kind && DailyReminders.DayIn(row.Key) == day)
                .State
        );

    private static void GoTo(Practice practice, DateOnly day, int hour) =>
        practice.Bot.Time.Advance(new[] { PracticeTime.At(day, new(hour, 0)) - practice.Bot.Time.GetUtcNow(), TimeSpan.Zero }.Max());
}
