using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Delivery;

/// <summary>Which deliveries are due, in which order, and how long the dispatcher may sleep.</summary>
public sealed class DueDeliveryTests
{
    private const string Channel = "channel:due";
    private static readonly string Person = Recipient.Person(PersonId.Of("priya"));

    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task What_is_due_comes_oldest_first_and_nothing_for_a_busy_place(StorageProvider provider)
    {
        await using var host = await IncidentTestHost.CreateAsync(provider);
        await AddAsync(
            host,
            Row(host, "later", seconds: 0),
            Row(host, "earlier", seconds: -60),
            Row(host, "busy", seconds: -90, place: "channel:busy"),
            Row(host, "not yet", seconds: 1, attempts: 1)
        );

        Assert.Equal(["earlier", "later"], await DueAsync(host, "channel:busy"));
        Assert.Equal(TimeSpan.FromSeconds(1), await Due(host).UntilNextAsync(default));
        host.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["busy", "earlier", "later", "not yet"], await DueAsync(host));
        Assert.Null(await Due(host).UntilNextAsync(default));
    }

    [Fact]
    public async Task A_time_from_before_the_clock_was_set_back_holds_nothing_up()
    {
        await using var host = await IncidentTestHost.CreateAsync();
        var longest = (int)host.Delivery.LongestWait.TotalSeconds;
        var longestLease = host.Delivery.Lease + TimeSpan.FromMinutes(5);
        await AddAsync(
            host,
            Row(host, "never tried", seconds: 30),
            Row(host, "as far as a wait goes", seconds: longest, attempts: 1),
            Row(host, "farther than a wait goes", seconds: longest + 1, attempts: 1),
            Row(host, "leased by another instance", lease: longestLease),
            Row(host, "leased before the clock was set back", seconds: 1, lease: longestLease + TimeSpan.FromSeconds(1))
        );

        Assert.Equal(["leased before the clock was set back", "never tried", "farther than a wait goes"], await DueAsync(host));
    }

    [Fact]
    public async Task A_message_waits_for_an_earlier_one_about_the_same_subject_to_the_same_place()
    {
        await using var host = await IncidentTestHost.CreateAsync();
        var (waiting, held, sent) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await AddAsync(
            host,
            Row(host, "first", subject: waiting, step: 1, seconds: 5, attempts: 1),
            Row(host, "behind a waiting one", subject: waiting, step: 2),
            Row(host, "held", subject: held, step: 1, state: DeliveryState.Held),
            Row(host, "behind a held one", subject: held, step: 2),
            Row(host, "same subject, another place", subject: held, step: 3, place: Person),
            Row(host, "another subject", seconds: 1),
            Row(host, "sent", subject: sent, step: 1, state: DeliveryState.Sent),
            Row(host, "behind a sent one", subject: sent, step: 2, seconds: 2)
        );

        Assert.Equal(["same subject, another place", "another subject", "behind a sent one"], await DueAsync(host));
    }

    [Fact]
    public async Task Nothing_goes_to_a_stopped_place_but_one_delivery_that_finds_out_when_its_time_has_come()
    {
        await using var host = await IncidentTestHost.CreateAsync();
        await AddAsync(
            host,
            Row(host, "stopped channel", state: DeliveryState.Stopped, fault: "gone"),
            Row(host, "behind it"),
            Row(host, "stopped channel, later", place: "channel:later", state: DeliveryState.Stopped, fault: "gone", seconds: 60),
            Row(host, "person who removed the bot", place: Person, state: DeliveryState.Stopped, fault: "blocked"),
            Row(host, "person whom Teams refuses", place: $"{Person}-2", state: DeliveryState.Stopped, fault: "refused", seconds: -5),
            Row(host, "elsewhere", place: "channel:open")
        );

        Assert.Equal(["elsewhere", "person whom Teams refuses", "stopped channel"], await DueAsync(host));
        Assert.Equal(["elsewhere"], await DueAsync(host, Channel, $"{Person}-2"));
        Assert.Equal(TimeSpan.FromSeconds(60), await Due(host).UntilNextAsync(default));
    }

    [Fact]
    public async Task What_managers_may_know_of_does_not_wait_behind_a_stopped_report_about_one_of_them()
    {
        await using var host = await IncidentTestHost.CreateAsync();
        var kept = IncidentDeliveryKinds.Cards.First(kind => kind.IsKeptFromManagers).Code;
        await AddAsync(
            host,
            Row(host, "stopped report", kind: kept, state: DeliveryState.Stopped, fault: "refused", seconds: 60),
            Row(host, "another report about a manager", kind: kept),
            Row(host, "what managers may know of", seconds: 1)
        );
        host.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["what managers may know of"], await DueAsync(host));
    }

    private static DueDeliveries Due(IncidentTestHost host) => new(host.Database, host.Secrecy, host.Delivery, host.Time);

    private static async Task<IEnumerable<string>> DueAsync(IncidentTestHost host, params string[] busy) =>
        (await Due(host).DueAsync(busy, default)).Select(row => row.Key);

    private static async Task AddAsync(IncidentTestHost host, params PlannedDelivery[] rows)
    {
        await using var database = host.Database.Open();
        database.Deliveries.AddRange(rows);
        await database.SaveChangesAsync();
    }

    private static PlannedDelivery Row(
        IncidentTestHost host,
        string key,
        string place = Channel,
        int seconds = 0,
        int attempts = 0,
        DeliveryState state = DeliveryState.Waiting,
        string? fault = null,
        Guid? subject = null,
        int step = 1,
        TimeSpan? lease = null,
        string kind = IncidentDeliveryKinds.Told
    ) =>
        new()
        {
            Id = Guid.NewGuid(),
            Key = key,
            Kind = kind,
            Subject = subject ?? Guid.NewGuid(),
            Step = step,
            Place = place,
            State = state,
            Fault = fault,
            Attempts = attempts,
            CreatedAt = host.Time.GetUtcNow(),
            DueAt = host.Time.GetUtcNow().AddSeconds(seconds),
            LeaseUntil = lease is { } length ? host.Time.GetUtcNow() + length : DateTimeOffset.UnixEpoch,
        };
}
