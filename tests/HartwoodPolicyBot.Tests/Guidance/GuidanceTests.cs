using HartwoodPolicyBot.Core.Guidance;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using HartwoodPolicyBot.Tests.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Guidance;

/// <summary>A practice manager sees the national guidance that the policy rests on, and records that they have checked it.</summary>
public sealed class GuidanceTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task The_list_says_what_is_known_and_a_check_is_recorded_once_a_day_by_whoever_is_first(StorageProvider provider)
    {
        await using var chat = await PublishingChat.OpenAsync(provider);
        var (one, two) = (chat.Manager, chat.Practice.Personal(Practice.SecondId));
        var list = await one.SayAsync("guidance");
        CardRules.Hold(list.Card);
        Approved.Card("guidance", list.Card);
        Assert.Contains("Checked on: not yet", list.Texts);

        var cards = await Task.WhenAll(
            one.FillAsync(list.Button("Checked, nothing to change")),
            two.FillAsync(list.Button("Checked, nothing to change"))
        );

        var check = await chat.Bot.ReadAsync(database => database.GuidanceChecks.SingleAsync());
        Assert.Equal((GuidanceResult.NothingToChange, new DateOnly(2026, 11, 23)), (check.Result, check.On));
        Assert.Equal("gmc bma rcgp nhs-employers nmc gphc", check.Documents);
        Assert.Single(
            cards,
            card => CardReader.Texts(card)[0].StartsWith("You checked the national guidance on 23 November 2026", StringComparison.Ordinal)
        );
        Assert.All(cards, CardRules.Hold);
        Assert.Equal(1, await chat.Bot.ReadAsync(database => database.ManagerActions.CountAsync(row => row.Action == "guidance.check")));
        Assert.Contains("Checked on: 23 November 2026", (await two.SayAsync("guidance")).Texts);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_needed_update_is_recorded_and_leads_to_publishing(StorageProvider provider)
    {
        await using var chat = await PublishingChat.OpenAsync(provider);

        var started = await chat.Manager.FillAsync((await chat.Manager.SayAsync("national guidance")).Button("Start an update"));

        CardRules.Hold(started);
        Approved.Card("guidance-update", started);
        Assert.Equal(GuidanceResult.UpdateStarted, (await chat.Bot.ReadAsync(database => database.GuidanceChecks.SingleAsync())).Result);
        var how = await chat.Manager.ExecuteAsync(CardReader.Button(started, "Update the policy"));
        Assert.StartsWith("To publish a policy, drop its file into this chat", how.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_can_neither_see_the_list_nor_record_a_check()
    {
        await using var practice = await Practice.OpenAsync(withChannel: false);
        var list = await practice.Personal(Practice.ManagerId).SayAsync("guidance");
        var staff = practice.Bot.Chat();

        Assert.DoesNotContain("Checked on: not yet", (await staff.SayAsync("guidance")).Texts);
        foreach (var button in new[] { "Checked, nothing to change", "Start an update" })
        {
            await staff.ExecuteAsync(list.Button(button));
            Assert.Equal("application/vnd.microsoft.error", staff.Body.GetProperty("type").GetString());
        }

        Assert.Equal(0, await practice.Bot.ReadAsync(database => database.GuidanceChecks.CountAsync()));
        Assert.Equal(2, await practice.Bot.ReadAsync(database => database.RefusedAttempts.CountAsync(row => row.Action == "guidance")));
    }

    [Fact]
    public async Task The_reminder_is_one_message_and_stays_on_home_until_somebody_has_checked()
    {
        await using var practice = await Practice.OpenAsync(withChannel: false);
        var manager = practice.Personal(Practice.ManagerId);
        await manager.SayAsync("hello");
        const string row = "National guidance: check whether it has changed";
        await Publishing.PublishAsync(
            practice.Bot,
            Publishing.SocialMedia.Replace("review: unknown", "review: 2027-01-20", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(row, (await manager.SayAsync("home")).Buttons);
        var reminders = practice.Bot.Services.GetRequiredService<GuidanceReminders>();
        practice.Bot.Time.Sleep(TimeSpan.FromDays(42));
        Assert.Equal(2, await reminders.PlanDueAsync(default));
        Assert.Equal(0, await reminders.PlanDueAsync(default));
        await practice.DeliveredAsync();

        var sent = Practice.CardOf(manager.Sent[^1]);
        CardRules.Hold(sent);
        Approved.Card("guidance-reminder", sent);
        Assert.Contains(row, (await manager.SayAsync("home")).Buttons);
        await manager.FillAsync(CardReader.Button(sent, "Checked, nothing to change"));
        Assert.DoesNotContain(row, (await manager.SayAsync("home")).Buttons);

        // The second practice manager's chat was not known until now; what was held for them has nothing left to say.
        var second = practice.Personal(Practice.SecondId);
        await second.SayAsync("hello");
        await practice.DeliveredAsync();
        Assert.Single(second.Sent);
    }
}
