using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Incidents;

public sealed class IncidentClockTests
{
    private static readonly ChannelOptions WithChannel = new() { Channel = IncidentTestHost.ChannelId };

    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Several_instances_remind_of_a_data_breach_once_each_at_24_48_and_66_hours(StorageProvider provider)
    {
        await using var host = await IncidentTestHost.CreateAsync(provider, WithChannel);
        var incident = await host.ReportedAsync(IncidentTestHost.Report(patient: YesNoUnsure.Unsure));
        await AcknowledgeByHandAsync(host);
        var planned = new List<(double Hour, string Key)>();

        for (var hour = 0; hour < 80; hour++)
        {
            var counts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Clocks(host).PlanDueAsync(default)));
            Assert.InRange(counts.Sum(), 0, 1);
            if (counts.Sum() == 1)
            {
                planned.Add((hour, ""));
            }

            host.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal([24, 48, 66], planned.Select(reminder => reminder.Hour));
        await using var database = host.Database.Open();
        Assert.Equal(
            ["breach-24", "breach-48", "breach-66"],
            (
                await database
                    .Deliveries.Where(row => row.Kind == IncidentDeliveryKinds.Reminder)
                    .OrderBy(row => row.Step)
                    .Select(row => row.Key)
                    .ToListAsync()
            ).Select(IncidentDeliveryKinds.ReminderIn)
        );
        Assert.All(
            await database.Deliveries.Where(row => row.Kind == IncidentDeliveryKinds.Reminder).ToListAsync(),
            row => Assert.Equal((incident.Id, Recipient.IncidentsChannel), (row.Subject, row.Place))
        );
    }

    [Fact]
    public async Task After_a_long_pause_only_the_latest_reminder_is_sent_and_a_recorded_decision_ends_them()
    {
        await using var host = await IncidentTestHost.CreateAsync(incidents: WithChannel);
        var first = await host.PostedAsync(IncidentTestHost.Report(patient: YesNoUnsure.Yes));
        await host.Handling.AcknowledgeAsync(IncidentTestHost.By(IncidentTestHost.Manager, first), default);
        host.Time.Advance(TimeSpan.FromHours(50));
        Assert.Equal(1, await Clocks(host).PlanDueAsync(default));

        await host.Handling.DecideAsync(
            IncidentTestHost.By(IncidentTestHost.Manager, first),
            BreachDecision.Reported,
            "Through the DSPT.",
            default
        );
        host.Time.Advance(TimeSpan.FromHours(20));

        Assert.Equal(0, await Clocks(host).PlanDueAsync(default));
        await using var database = host.Database.Open();
        Assert.Equal(
            "breach-48",
            IncidentDeliveryKinds.ReminderIn(
                await database.Deliveries.Where(row => row.Kind == IncidentDeliveryKinds.Reminder).Select(row => row.Key).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task A_reminder_after_the_deadline_says_that_it_has_passed()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat(), ("patient", "Yes"), ("noticed", "2026-11-23"), ("source", "Complaint"));
        await practice.DeliveredAsync();
        practice.Bot.Time.Advance(TimeSpan.FromDays(9));
        await practice.Bot.Services.GetRequiredService<IncidentClocks>().PlanDueAsync(default);
        await practice.DeliveredAsync();

        var breach = Approve("reminder-breach-late", "data breach decision due");
        var complaint = Approve("reminder-complaint-late", "complaint to acknowledge");
        Assert.Contains(
            breach,
            text =>
                text.Contains(
                    "This was due by the end of 25 November 2026, 72 hours after the practice became aware, so it's overdue.",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            complaint,
            text =>
                text.StartsWith("This complaint was due to be acknowledged by 26 November 2026, so it's overdue.", StringComparison.Ordinal)
        );

        IReadOnlyList<string> Approve(string name, string title)
        {
            var card = Practice.CardOf(
                practice.Bot.Teams.Requests.Single(request => request.Body.ToString().Contains(title, StringComparison.Ordinal))
            );
            CardRules.Hold(card);
            Approved.Card(name, card);
            return CardReader.Texts(card);
        }
    }

    [Fact]
    public async Task When_the_channel_was_unreachable_for_days_only_the_newest_breach_reminder_is_sent()
    {
        await using var practice = await Practice.OpenAsync(withChannel: false);
        await Practice.ReportAsync(practice.Bot.Chat(), ("patient", "Yes"), ("noticed", null));
        foreach (var hours in new[] { 25, 24, 18 })
        {
            practice.Bot.Time.Advance(TimeSpan.FromHours(hours));
            await practice.Bot.Services.GetRequiredService<IncidentClocks>().PlanDueAsync(default);
        }

        Assert.Equal(
            3,
            await practice.Bot.ReadAsync(database =>
                database.Deliveries.CountAsync(row => row.Kind == IncidentDeliveryKinds.Reminder && row.Key.Contains("breach"))
            )
        );
        await practice.Channel.MentionAsync("use this channel");
        await practice.DeliveredAsync();

        Assert.Single(
            practice.Bot.Teams.Requests,
            request => request.Body.ToString().Contains("data breach decision due", StringComparison.Ordinal)
        );
        Assert.Equal(
            ["breach-66"],
            (
                await practice.Bot.ReadAsync(database =>
                    database.Deliveries.Where(row => row.State == DeliveryState.Sent).Select(row => row.Key).ToListAsync()
                )
            )
                .Select(IncidentDeliveryKinds.ReminderIn)
                .Where(which => which.StartsWith("breach", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_reminder_of_a_complaint_comes_on_the_morning_of_the_third_working_day()
    {
        await using var host = await IncidentTestHost.CreateAsync(incidents: WithChannel);
        await host.ReportedAsync(IncidentTestHost.Report(source: IncidentSource.Complaint));
        await AcknowledgeByHandAsync(host);

        host.Time.Advance(new DateTimeOffset(2026, 11, 26, 8, 59, 0, TimeSpan.Zero) - host.Time.GetUtcNow());
        Assert.Equal(0, await Clocks(host).PlanDueAsync(default));
        host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await Clocks(host).PlanDueAsync(default));
    }

    [Theory]
    [InlineData("2026-11-23T10:30:00Z", "2026-11-24T10:30:00Z")]
    [InlineData("2026-11-27T10:30:00Z", "2026-11-30T10:30:00Z")]
    [InlineData("2026-11-28T10:30:00Z", "2026-12-01T09:00:00Z")]
    [InlineData("2026-12-24T16:00:00Z", "2026-12-29T16:00:00Z")]
    [InlineData("2026-06-30T22:30:00Z", "2026-07-01T22:30:00Z")]
    public async Task A_report_that_stays_new_for_more_than_a_working_day_gets_one_reminder(string reported, string nudged)
    {
        await using var host = await IncidentTestHost.CreateAsync(incidents: WithChannel);
        var start = DateTimeOffset.Parse(reported);
        var time = new FakeTime(start);
        var clocks = new IncidentClocks(host.UnitOfWork, host.Outbox, host.Channels, host.Options, host.Staff, time);
        await host.ReportedAsync();
        await using (var database = host.Database.Open())
        {
            await database.Incidents.ExecuteUpdateAsync(set => set.SetProperty(incident => incident.ReportedAt, start));
        }

        time.Advance(DateTimeOffset.Parse(nudged) - start);
        Assert.Equal(0, await clocks.PlanDueAsync(default));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await clocks.PlanDueAsync(default));
        time.Advance(TimeSpan.FromDays(9));
        Assert.Equal(0, await clocks.PlanDueAsync(default));
    }

    [Fact]
    public async Task A_reminder_comes_in_the_thread_of_the_card_unless_the_step_was_done_since()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat(), ("patient", "Unsure"), ("noticed", null));
        await Practice.ReportAsync(practice.Bot.Chat(), ("patient", "Unsure"), ("noticed", null));
        var cards = new[] { await practice.CardAsync("INC-2026-0001"), await practice.CardAsync("INC-2026-0002") };
        foreach (var card in cards)
        {
            await practice.Channel.ExecuteAsync(CardReader.Button(card, "Acknowledge"));
        }

        await practice.DeliveredAsync();
        practice.Bot.Time.Advance(TimeSpan.FromHours(25));
        var form = await practice.Channel.FillAsync(Practice.Form(cards[1], "deadline"));
        await practice.Channel.FillAsync(Practice.Save(form), new() { ["decision"] = "NotReportable", ["text"] = "Nobody is in it." });
        await practice.Bot.Services.GetRequiredService<IncidentClocks>().PlanDueAsync(default);
        await practice.DeliveredAsync();

        var reminder = Assert.Single(
            practice.Bot.Teams.Requests,
            request => request.Body.ToString().Contains("data breach decision due", StringComparison.Ordinal)
        );
        Assert.Equal("POST", reminder.Method);
        Assert.Contains("messageid=", Uri.UnescapeDataString(reminder.Path), StringComparison.Ordinal);
        Assert.StartsWith("INC-2026-0001", reminder.Body.GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deadlines_are_looked_at_every_minute()
    {
        await using var bot = new BotHost { HasClocks = true };
        await bot.InitializeAsync();
        await Practice.ReportAsync(bot.Chat(), ("patient", "Unsure"), ("noticed", null));
        var planned = bot.Log.Next(line => line.Contains("Reminders planned", StringComparison.Ordinal));

        bot.Time.Sleep(TimeSpan.FromHours(25));

        Assert.True(await bot.Time.AdvanceUntilAsync(() => planned.IsCompleted, TimeSpan.FromSeconds(30)));
    }

    private static IncidentClocks Clocks(IncidentTestHost host) =>
        new(host.UnitOfWork, host.Outbox, host.Channels, host.Options, host.Staff, host.Time);

    /// <summary>Moves an incident out of the state New, so that only the deadline under test sends a reminder.</summary>
    private static async Task AcknowledgeByHandAsync(IncidentTestHost host)
    {
        await using var database = host.Database.Open();
        await database.Incidents.ExecuteUpdateAsync(set => set.SetProperty(incident => incident.State, IncidentState.Acknowledged));
    }
}
