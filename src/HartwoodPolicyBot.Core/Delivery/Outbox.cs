using System.Collections.Concurrent;
using System.Threading.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>Plans deliveries, always in the caller's unit of work, which wakes the dispatcher after its commit.</summary>
public sealed class Outbox(TimeProvider time)
{
    private readonly Channel<bool> wakeUps = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Returns a new row to add to a context.</summary>
    public PlannedDelivery Plan(string key, string kind, Guid subject, int step, string place, int wanted, bool keepsDayOnly = false)
    {
        var now = keepsDayOnly ? PracticeTime.StartOfDay(time.GetUtcNow()) : time.GetUtcNow();
        return new()
        {
            Id = keepsDayOnly ? Guid.NewGuid() : Guid.CreateVersion7(),
            Key = key,
            Kind = kind,
            Subject = subject,
            Step = step,
            Place = place,
            Wanted = wanted,
            State = DeliveryState.Waiting,
            CreatedAt = now,
            DueAt = now,
            LeaseUntil = DateTimeOffset.UnixEpoch,
            KeepsDayOnly = keepsDayOnly,
        };
    }

    /// <summary>Adds a row whose key can't exist yet.</summary>
    public static void Add(HartwoodDbContext database, PlannedDelivery row)
    {
        database.Deliveries.Add(row);
        database.HasNewDeliveries = true;
    }

    /// <summary>Adds a row unless one with its key exists. The database decides this, so two instances can call it at once.</summary>
    /// <returns>True when the row is new.</returns>
    public static async Task<bool> PlanOnceAsync(HartwoodDbContext database, PlannedDelivery row, CancellationToken cancellationToken) =>
        MarkNew(
            database,
            await database.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Deliveries" ("Id", "Key", "Kind", "Subject", "Step", "Place", "Wanted", "Shown", "State", "CreatedAt",
                "DueAt", "LeaseUntil", "Attempts", "KeepsDayOnly")
                VALUES ({row.Id}, {row.Key}, {row.Kind}, {row.Subject}, {row.Step}, {row.Place}, {row.Wanted}, 0, {(int)
                    row.State}, {row.CreatedAt.UtcDateTime}, {row.DueAt.UtcDateTime}, {row.LeaseUntil.UtcDateTime}, 0, {row.KeepsDayOnly})
                ON CONFLICT ("Key") DO NOTHING
                """,
                cancellationToken
            )
        ) == 1;

    /// <summary>Plans a message in each person's own chat, unless one with its key exists.</summary>
    /// <param name="database">The context of the caller's unit of work.</param>
    /// <param name="people">The people who get it.</param>
    /// <param name="keyOf">Makes the key of a person's message.</param>
    /// <param name="kind">The kind of delivery.</param>
    /// <param name="subject">The id of what it is about.</param>
    /// <param name="wanted">The version of it that the message should show.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task PlanOnceForEachAsync(
        HartwoodDbContext database,
        IEnumerable<PersonId> people,
        Func<PersonId, string> keyOf,
        string kind,
        Guid subject,
        int wanted,
        CancellationToken cancellationToken
    )
    {
        foreach (var person in people)
        {
            var row = Plan(keyOf(person), kind, subject, 0, Recipient.Person(person), wanted);
            await PlanOnceAsync(database, row, cancellationToken);
        }
    }

    /// <summary>Adds the rows whose keys are new, for timed work that another instance may be doing too.</summary>
    /// <returns>How many were new.</returns>
    public static async Task<int> PlanNewAsync(
        UnitOfWork unitOfWork,
        IReadOnlyCollection<PlannedDelivery> rows,
        CancellationToken cancellationToken
    )
    {
        if (rows.Count == 0)
        {
            return 0;
        }

        return await unitOfWork.WriteAsync(
            async database =>
            {
                // In a fixed order, because two instances may write at the same time.
                var planned = 0;
                foreach (var row in rows.OrderBy(row => row.Key, StringComparer.Ordinal))
                {
                    planned += await PlanOnceAsync(database, row, cancellationToken) ? 1 : 0;
                }

                return planned;
            },
            cancellationToken
        );
    }

    /// <summary>Asks for the message with this key to show a newer version. A held or stopped delivery stays held or stopped.</summary>
    public Task PlanUpdateAsync(HartwoodDbContext database, string key, int version, CancellationToken cancellationToken) =>
        PlanUpdateAsync(database, database.Deliveries.Where(row => row.Key == key), version, cancellationToken);

    /// <summary>Asks for these messages to show a newer version. Held or stopped deliveries stay held or stopped.</summary>
    public async Task PlanUpdateAsync(
        HartwoodDbContext database,
        IQueryable<PlannedDelivery> rows,
        int version,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        MarkNew(
            database,
            await rows.ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.Wanted, version)
                        .SetProperty(
                            row => row.State,
                            row => row.State == DeliveryState.Held || row.State == DeliveryState.Stopped ? row.State : DeliveryState.Waiting
                        )
                        .SetProperty(row => row.FailingSince, row => row.State == DeliveryState.GivenUp ? null : row.FailingSince)
                        .SetProperty(
                            row => row.DueAt,
                            row => row.State == DeliveryState.Sent || row.State == DeliveryState.GivenUp ? now : row.DueAt
                        ),
                cancellationToken
            )
        );
    }

    /// <summary>Sends what was held or stopped for a place, because the place can now be reached.</summary>
    public Task<int> ReleaseAsync(HartwoodDbContext database, string place, CancellationToken cancellationToken) =>
        RetryAsync(
            database,
            database.Deliveries.Where(row => row.Place == place && (row.State == DeliveryState.Held || row.State == DeliveryState.Stopped)),
            cancellationToken
        );

    /// <summary>Tries again what could not be delivered to a place, because the place has a new address.</summary>
    public Task<int> RetryMovedAsync(HartwoodDbContext database, string place, CancellationToken cancellationToken) =>
        RetryAsync(database, database.Deliveries.Where(row => row.Place == place && row.State == DeliveryState.GivenUp), cancellationToken);

    /// <summary>Sends again those of these deliveries that were given up, and returns how many that was.</summary>
    public Task<int> SendAgainAsync(HartwoodDbContext database, IQueryable<PlannedDelivery> rows, CancellationToken cancellationToken) =>
        RetryAsync(database, rows.Where(row => row.State == DeliveryState.GivenUp), cancellationToken);

    /// <summary>The places that are being sent to now. Each is checked again when it is free.</summary>
    internal ConcurrentDictionary<string, Task> Busy { get; } = new(StringComparer.Ordinal);

    /// <summary>The places for which something was held or stopped, until the bot has checked whether they can be reached again.</summary>
    internal ConcurrentDictionary<string, bool> Unreachable { get; } = new(StringComparer.Ordinal);

    /// <summary>Wakes the dispatcher. A unit of work calls this after its commit.</summary>
    public void Wake() => wakeUps.Writer.TryWrite(true);

    /// <summary>Completes at the next <see cref="Wake"/>, or at once if one came since the last call.</summary>
    internal async Task WokenAsync(CancellationToken cancellationToken) => await wakeUps.Reader.ReadAsync(cancellationToken);

    private async Task<int> RetryAsync(HartwoodDbContext database, IQueryable<PlannedDelivery> rows, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return MarkNew(
            database,
            await rows.ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.State, DeliveryState.Waiting)
                        .SetProperty(row => row.DueAt, now)
                        .SetProperty(row => row.Attempts, 0)
                        .SetProperty(row => row.FailingSince, (DateTimeOffset?)null),
                cancellationToken
            )
        );
    }

    /// <summary>Records that there is something new to send if rows were changed.</summary>
    /// <returns>How many rows were changed.</returns>
    internal static int MarkNew(HartwoodDbContext database, int changed)
    {
        database.HasNewDeliveries |= changed > 0;
        return changed;
    }
}
