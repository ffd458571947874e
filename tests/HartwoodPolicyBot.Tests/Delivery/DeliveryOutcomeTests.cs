using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Delivery;

/// <summary>What each answer of Teams makes of a delivery, and when it is tried again.</summary>
public sealed class DeliveryOutcomeTests
{
    private static readonly string Person = Recipient.Person(PersonId.Of("priya"));

    [Theory]
    [InlineData(false, false, "refused")]
    [InlineData(true, false, "gone")]
    [InlineData(false, true, "blocked")]
    public async Task A_place_that_allows_no_posts_is_stopped_with_the_reason(bool isGone, bool isRemoved, string fault)
    {
        await using var host = await IncidentTestHost.CreateAsync();
        await PlanAsync(host, "a", Recipient.IncidentsChannel);

        var row = await TryAsync(host, "a", new DeliveryOutcome.Blocked(isGone, isRemoved));

        Assert.Equal((DeliveryState.Stopped, fault), (row.State, row.Fault));
    }

    [Fact]
    public async Task A_channel_is_tried_again_after_a_quarter_of_an_hour_and_at_least_hourly_and_a_person_at_least_daily()
    {
        await using var host = await IncidentTestHost.CreateAsync();
        await PlanAsync(host, "channel", Recipient.IncidentsChannel);
        await PlanAsync(host, "person", Person);

        Assert.Equal([15, 15, 30, 60, 60, 60, 60], await WaitsAsync(host, "channel", tries: 7));
        Assert.Equal([15, 15, 30, 60, 120, 240, 480, 960, 1440, 1440], await WaitsAsync(host, "person", tries: 10));
    }

    [Fact]
    public async Task Once_a_stopped_place_takes_a_message_all_others_to_it_are_due()
    {
        await using var host = await IncidentTestHost.CreateAsync();
        await PlanAsync(host, "stopped", Recipient.IncidentsChannel);
        await PlanAsync(host, "held", Recipient.IncidentsChannel);
        await PlanAsync(host, "given up", Recipient.IncidentsChannel);
        await PlanAsync(host, "elsewhere", Person);
        Assert.Equal(DeliveryState.Held, (await TryAsync(host, "held", new DeliveryOutcome.NoAddress())).State);
        Assert.Equal(DeliveryState.Held, (await TryAsync(host, "elsewhere", new DeliveryOutcome.NoAddress())).State);
        Assert.Equal(DeliveryState.GivenUp, (await TryAsync(host, "given up", new DeliveryOutcome.Impossible("400"))).State);
        var stopped = await TryAsync(host, "stopped", new DeliveryOutcome.Blocked());
        host.Time.Advance(stopped.DueAt - host.Time.GetUtcNow());

        Assert.Equal(DeliveryState.Stopped, (await TryAsync(host, "stopped", new DeliveryOutcome.Later("502"))).State);
        host.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(DeliveryState.Sent, (await TryAsync(host, "stopped", new DeliveryOutcome.Sent(1, "https://x/", "c", "a"))).State);

        var (held, elsewhere) = (await FindAsync(host, "held"), await FindAsync(host, "elsewhere"));
        Assert.Equal((DeliveryState.Waiting, host.Time.GetUtcNow(), 0), (held.State, held.DueAt, held.Attempts));
        Assert.Equal((DeliveryState.Held, "no address"), (elsewhere.State, elsewhere.Fault));
        Assert.Equal(DeliveryState.GivenUp, (await FindAsync(host, "given up")).State);
    }

    [Fact]
    public async Task Teams_may_ask_for_a_wait_of_half_an_hour_and_no_longer()
    {
        await using var host = await IncidentTestHost.CreateAsync();
        await PlanAsync(host, "a", Recipient.IncidentsChannel);

        var asked = await TryAsync(host, "a", new DeliveryOutcome.Later("429", TimeSpan.FromMinutes(29)));
        Assert.Equal(TimeSpan.FromMinutes(29), asked.DueAt - host.Time.GetUtcNow());
        host.Time.Advance(TimeSpan.FromMinutes(29));
        var tooLong = await TryAsync(host, "a", new DeliveryOutcome.Later("429", TimeSpan.FromHours(5)));

        Assert.Equal(TimeSpan.FromMinutes(30), tooLong.DueAt - host.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_message_whose_thread_is_gone_is_tried_once_more_after_its_card()
    {
        await using var host = await IncidentTestHost.CreateAsync();
        var incident = await host.PostedAsync();
        var card = (await host.Backlog.FindAsync(IncidentDeliveryKinds.CardKey(new(incident.Id)), default))!;
        await PlanAsync(host, "in the thread", Recipient.IncidentsChannel);
        host.Time.Advance(TimeSpan.FromMinutes(1));

        var once = await TryAsync(host, "in the thread", new DeliveryOutcome.ThreadGone(card.Id));
        var cardAfter = await FindAsync(host, card.Key);
        var twice = await TryAsync(host, "in the thread", new DeliveryOutcome.ThreadGone(card.Id));

        Assert.Equal((DeliveryState.Waiting, host.Time.GetUtcNow()), (once.State, once.DueAt));
        Assert.Equal((DeliveryState.Waiting, host.Time.GetUtcNow()), (cardAfter.State, cardAfter.DueAt));
        Assert.Equal(DeliveryState.GivenUp, twice.State);
    }

    [Fact]
    public async Task What_no_longer_needs_telling_is_dropped_without_a_fault()
    {
        await using var host = await IncidentTestHost.CreateAsync();
        await PlanAsync(host, "a", Person);
        await TryAsync(host, "a", new DeliveryOutcome.Later("502"));
        host.Time.Advance(TimeSpan.FromMinutes(1));

        var row = await TryAsync(host, "a", new DeliveryOutcome.Nothing());

        Assert.Equal((DeliveryState.Dropped, null), (row.State, row.Fault));
    }

    [Fact]
    public async Task What_could_lead_to_an_anonymous_reporter_keeps_the_day_whatever_happens_to_it()
    {
        await using var host = await IncidentTestHost.CreateAsync();
        host.Time.Advance(TimeSpan.FromMinutes(77));
        var day = PracticeTime.StartOfDay(host.Time.GetUtcNow());
        await PlanAsync(host, "stopped", Person, keepsDayOnly: true);
        await PlanAsync(host, "held", $"{Person}-2", keepsDayOnly: true);
        await PlanAsync(host, "sent", $"{Person}-3", keepsDayOnly: true);

        var stopped = await TryAsync(host, "stopped", new DeliveryOutcome.Blocked());
        var held = await TryAsync(host, "held", new DeliveryOutcome.NoAddress());
        var sent = await TryAsync(host, "sent", new DeliveryOutcome.Sent(1, "https://x/", "c", "a"));

        Assert.All([stopped, held, sent], row => Assert.Equal(day, row.CreatedAt));
        Assert.Equal((day.AddDays(1), day), (stopped.DueAt, stopped.FailingSince));
        Assert.Equal(day, held.DueAt);
        Assert.Equal((day, day), (sent.SentAt, sent.DueAt));
    }

    private static async Task PlanAsync(IncidentTestHost host, string key, string place, bool keepsDayOnly = false)
    {
        await using var database = host.Database.Open();
        var row = host.Outbox.Plan(key, IncidentDeliveryKinds.Told, Guid.NewGuid(), 1, place, 1, keepsDayOnly);
        Assert.True(await Outbox.PlanOnceAsync(database, row, default));
        Assert.False(await Outbox.PlanOnceAsync(database, row, default));
    }

    private static async Task<PlannedDelivery> TryAsync(IncidentTestHost host, string key, DeliveryOutcome outcome)
    {
        await host.Leases.FinishAsync((await host.Leases.ClaimAsync((await FindAsync(host, key)).Id, default))!, outcome, default);
        return await FindAsync(host, key);
    }

    /// <summary>Tries a delivery whenever its time has come, while Teams refuses it, and returns the waits in minutes.</summary>
    private static async Task<IReadOnlyList<double>> WaitsAsync(IncidentTestHost host, string key, int tries)
    {
        var waits = new List<double>();
        for (var number = 0; number < tries; number++)
        {
            var row = await TryAsync(host, key, new DeliveryOutcome.Blocked());
            waits.Add((row.DueAt - host.Time.GetUtcNow()).TotalMinutes);
            host.Time.Advance(row.DueAt - host.Time.GetUtcNow());
        }

        return waits;
    }

    private static async Task<PlannedDelivery> FindAsync(IncidentTestHost host, string key)
    {
        await using var database = host.Database.Open();
        return await database.Deliveries.AsNoTracking().SingleAsync(row => row.Key == key);
    }
}
