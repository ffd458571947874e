using System.Collections.Concurrent;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Delivery;

public sealed class DispatcherTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Several_instances_share_the_work_and_send_nothing_twice(StorageProvider provider)
    {
        await using var host = await IncidentTestHost.CreateAsync(provider);
        var post = new Post();
        for (var number = 0; number < 30; number++)
        {
            await host.ReportedAsync();
        }

        await RunUntilAsync(
            host,
            [post, post, post],
            async database => await database.Deliveries.AllAsync(row => row.State == DeliveryState.Sent)
        );

        Assert.Equal(30, post.Sent.Count(row => row.Kind == IncidentDeliveryKinds.Card));
        Assert.Equal(90, post.Sent.Count);
        Assert.Equal(90, post.Sent.DistinctBy(row => row.Id).Count());
    }

    [Fact]
    public async Task Messages_to_the_reporter_are_sent_in_order_even_when_the_first_fails()
    {
        await using var host = await IncidentTestHost.CreateAsync();
        var incident = await host.PostedAsync();
        await host.Handling.AcknowledgeAsync(IncidentTestHost.By(IncidentTestHost.Manager, incident), default);
        await host.Handling.CloseAtOnceAsync(
            IncidentTestHost.By(IncidentTestHost.Manager, incident),
            NoWorkReason.Test,
            "Only a test.",
            default
        );
        await host.Handling.ReopenAsync(IncidentTestHost.By(IncidentTestHost.Manager, incident), "It is back.", default);
        var failures = 3;
        var post = new Post
        {
            Answer = row =>
                row.Kind == IncidentDeliveryKinds.Told && row.Step == 2 && failures-- > 0 ? new DeliveryOutcome.Later("502") : null,
        };

        await RunUntilAsync(host, [post], async database => await database.Deliveries.AllAsync(row => row.State == DeliveryState.Sent));

        Assert.Equal([2, 3, 4], post.Sent.Where(row => row.Kind == IncidentDeliveryKinds.Told).Select(row => row.Step));
    }

    [Fact]
    public async Task Waits_double_unless_Teams_names_a_time_and_after_the_last_one_the_managers_are_told()
    {
        await using var host = await IncidentTestHost.CreateAsync();
        var key = IncidentDeliveryKinds.CardKey(new((await host.ReportedAsync()).Id));
        var waits = new List<TimeSpan>();
        var row = (await host.Backlog.FindAsync(key, default))!;
        while (row.State == DeliveryState.Waiting)
        {
            host.Time.Advance(row.DueAt - host.Time.GetUtcNow());
            var claimed = await host.Leases.ClaimAsync(row.Id, default);
            await host.Leases.FinishAsync(
                claimed!,
                new DeliveryOutcome.Later("429", waits.Count == 1 ? TimeSpan.FromSeconds(77) : null),
                default
            );
            row = (await host.Backlog.FindAsync(key, default))!;
            waits.Add(row.DueAt - host.Time.GetUtcNow());
        }

        Assert.Equal([5, 77, 20, 40, 80], waits.Take(5).Select(wait => wait.TotalSeconds));
        Assert.Equal(host.Delivery.LongestDelay, waits[^2]);
        Assert.Equal(DeliveryState.GivenUp, row.State);
        Assert.InRange((host.Time.GetUtcNow() - row.FailingSince!.Value).TotalHours, 24, 24.2);
        Assert.Equal(1, (await host.Backlog.CountAsync(default)).GivenUp);
        await using (var database = host.Database.Open())
        {
            Assert.Equal(2, await database.Deliveries.CountAsync(notice => notice.Kind == DeliveryNotices.Kind));
        }

        Assert.Equal(1, await host.Backlog.SendAgainAsync(default));
        await RunUntilAsync(
            host,
            [new Post()],
            async database => await database.Deliveries.AllAsync(sent => sent.State == DeliveryState.Sent)
        );
    }

    [Fact]
    public async Task A_delivery_that_is_sent_again_and_given_up_again_is_reported_once_more()
    {
        await using var host = await IncidentTestHost.CreateAsync();
        var key = IncidentDeliveryKinds.CardKey(new((await host.ReportedAsync()).Id));
        for (var time = 1; time <= 3; time++)
        {
            var claimed = (await host.Leases.ClaimAsync((await host.Backlog.FindAsync(key, default))!.Id, default))!;
            await host.Leases.FinishAsync(claimed, new DeliveryOutcome.Impossible("gone"), default);
            await host.Leases.FinishAsync(claimed, new DeliveryOutcome.Impossible("gone"), default);
            await using var database = host.Database.Open();
            var notices = database.Deliveries.Where(notice => notice.Kind == DeliveryNotices.Kind);
            Assert.Equal(2, await notices.CountAsync(notice => notice.State == DeliveryState.Waiting));
            await notices.ExecuteUpdateAsync(set => set.SetProperty(notice => notice.State, DeliveryState.Sent));

            host.Time.Advance(TimeSpan.FromMinutes(1));
            await host.Backlog.SendAgainAsync(default);
        }
    }

    [Fact]
    public async Task A_recipient_who_blocked_the_bot_gets_nothing_until_they_write_again()
    {
        await using var host = await IncidentTestHost.CreateAsync();
        await host.ReportedAsync();
        await host.ReportedAsync();
        var post = new Post
        {
            Answer = row => row.Place == Recipient.Person(PersonId.Of(IncidentTestHost.Manager)) ? new DeliveryOutcome.Blocked() : null,
        };

        await RunUntilAsync(
            host,
            [post],
            async database => await database.Deliveries.CountAsync(row => row.State == DeliveryState.Sent) == 4
        );

        Assert.Equal(1, post.Tried.Count(row => row.Place == Recipient.Person(PersonId.Of(IncidentTestHost.Manager))));
        Assert.Equal(1, (await host.Backlog.CountAsync(default)).Stopped);

        post.Answer = _ => null;
        await using (var database = host.Database.Open())
        {
            await host.Outbox.ReleaseAsync(database, Recipient.Person(PersonId.Of(IncidentTestHost.Manager)), default);
        }

        await RunUntilAsync(host, [post], async database => await database.Deliveries.AllAsync(row => row.State == DeliveryState.Sent));
    }

    [Fact]
    public async Task A_channel_that_is_chosen_just_as_a_report_finds_none_gets_that_report_too()
    {
        await using var host = await IncidentTestHost.CreateAsync();
        var incident = await host.ReportedAsync();
        var post = new Post { Unreachable = Recipient.IncidentsChannel };
        post.Meanwhile = async () =>
        {
            post.Unreachable = null;
            await host.Channels.ChooseAsync(new("https://smba.trafficmanager.net/teams/", IncidentTestHost.ChannelId, null), default);
        };

        await RunUntilAsync(host, [post], async database => await database.Deliveries.AllAsync(row => row.State == DeliveryState.Sent));

        Assert.Single(post.Sent, row => row.Key == IncidentDeliveryKinds.CardKey(new(incident.Id)));
    }

    [Fact]
    public async Task A_delivery_that_changes_while_it_is_sent_is_sent_again()
    {
        await using var host = await IncidentTestHost.CreateAsync();
        var incident = await host.PostedAsync();
        await host.Handling.AcknowledgeAsync(IncidentTestHost.By(IncidentTestHost.Manager, incident), default);
        var row = await host.Backlog.FindAsync(IncidentDeliveryKinds.CardKey(new(incident.Id)), default);
        var claimed = await host.Leases.ClaimAsync(row!.Id, default);
        Assert.Null(await host.Instance().ClaimAsync(row.Id, default));

        await host.Handling.NoteAsync(IncidentTestHost.By(IncidentTestHost.Manager, incident), "meanwhile", default);
        await host.Leases.FinishAsync(claimed!, new DeliveryOutcome.Sent(2, "https://x/", "c", "a"), default);

        var after = await host.Backlog.FindAsync(IncidentDeliveryKinds.CardKey(new(incident.Id)), default);
        Assert.Equal((DeliveryState.Waiting, 3, 2), (after!.State, after.Wanted, after.Shown));
    }

    [Fact]
    public async Task After_a_lease_expires_another_instance_sends_and_the_late_one_writes_nothing()
    {
        await using var host = await IncidentTestHost.CreateAsync();
        var incident = await host.ReportedAsync();
        var row = await host.Backlog.FindAsync(IncidentDeliveryKinds.CardKey(new(incident.Id)), default);
        var dead = await host.Leases.ClaimAsync(row!.Id, default);
        host.Time.Advance(host.Delivery.Lease);

        var next = await host.Instance().ClaimAsync(row.Id, default);
        await host.Leases.FinishAsync(dead!, new DeliveryOutcome.Impossible("late"), default);

        Assert.NotNull(next);
        Assert.Equal(
            DeliveryState.Waiting,
            (await host.Backlog.FindAsync(IncidentDeliveryKinds.CardKey(new(incident.Id)), default))!.State
        );
    }

    private static async Task RunUntilAsync(IncidentTestHost host, IReadOnlyList<Post> posts, Func<HartwoodDbContext, Task<bool>> done)
    {
        // The clock below runs a hundred times as fast as real time, and no lease may end while a slow instance is still sending.
        host.Delivery.Lease = TimeSpan.FromHours(1);
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var running = posts.Select(post => host.Dispatcher(post).RunAsync(stop.Token)).ToList();
        await using (var database = host.Database.Open())
        {
            while (!await done(database))
            {
                Assert.False(stop.IsCancellationRequested, "It took too long.");
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, CancellationToken.None);
                host.Time.Advance(TimeSpan.FromSeconds(1));
            }
        }

        await stop.CancelAsync();
        await Task.WhenAll(running);
    }

    private sealed class Post : IDeliverySender
    {
        public Func<PlannedDelivery, DeliveryOutcome?> Answer { get; set; } = _ => null;

        /// <summary>Names a place that the sender cannot reach.</summary>
        public string? Unreachable { get; set; }

        /// <summary>Runs after the sender looked for the address of a place, and before the delivery is noted as having none.</summary>
        public Func<Task>? Meanwhile { get; set; }

        public ConcurrentQueue<PlannedDelivery> Tried { get; } = new();

        public ConcurrentQueue<PlannedDelivery> Sent { get; } = new();

        public async Task<DeliveryOutcome> SendAsync(PlannedDelivery delivery, CancellationToken cancellationToken)
        {
            Tried.Enqueue(delivery);
            if (!await IsReachableAsync(delivery.Place, cancellationToken))
            {
                await (Meanwhile?.Invoke() ?? Task.CompletedTask);
                return new DeliveryOutcome.NoAddress();
            }

            var answer = Answer(delivery);
            if (answer is null)
            {
                Sent.Enqueue(delivery);
            }

            return answer ?? new DeliveryOutcome.Sent(delivery.Wanted, "https://smba.trafficmanager.net/teams/", "19:x", $"{delivery.Id}");
        }

        public Task<bool> IsReachableAsync(string place, CancellationToken cancellationToken) => Task.FromResult(place != Unreachable);
    }
}
