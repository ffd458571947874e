using System.Collections.Concurrent;
using System.Threading.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>Writes deliveries, always in the caller's unit of work, which wakes the dispatcher after its commit.</summary>
public sealed class Outbox(TimeProvider time)
{
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>A new row, to be added to a context.</summary>
    public PlannedDelivery Plan(string key, string kind, Guid subject, int step, string place, int wanted) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Key = key,
            Kind = kind,
            Subject = subject,
            Step = step,
            Place = place,
            Wanted = wanted,
            State = DeliveryState.Waiting,
            CreatedAt = time.GetUtcNow(),
            DueAt = time.GetUtcNow(),
            LeaseUntil = DateTimeOffset.UnixEpoch,
        };

    /// <summary>Adds a row whose key cannot be there yet.</summary>
    public static void Add(HartwoodDbContext database, PlannedDelivery row)
    {
        database.Deliveries.Add(row);
        database.HasNewDeliveries = true;
    }

    /// <summary>Writes a row unless there is one with its key; both databases decide that by themselves.</summary>
    /// <returns>True when it is new.</returns>
    public static async Task<bool> PlanOnceAsync(HartwoodDbContext database, PlannedDelivery row, CancellationToken cancellationToken) =>
        Noted(
            database,
            await database.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Deliveries" ("Id", "Key", "Kind", "Subject", "Step", "Place", "Wanted", "Shown", "State", "CreatedAt",
                "DueAt", "LeaseUntil", "Attempts")
                VALUES ({row.Id}, {row.Key}, {row.Kind}, {row.Subject}, {row.Step}, {row.Place}, {row.Wanted}, 0, {(int)
                    row.State}, {row.CreatedAt.UtcDateTime}, {row.DueAt.UtcDateTime}, {row.LeaseUntil.UtcDateTime}, 0)
                ON CONFLICT ("Key") DO NOTHING
                """,
                cancellationToken
            )
        ) == 1;

    /// <summary>Writes those of the rows whose key is new, for timed work that another instance may be at too.</summary>
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
                // In a fixed order, because two instances write at the same moment.
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

    /// <summary>Asks that the row with this key shows a newer version. One that is held or stopped stays so.</summary>
    public async Task WantAsync(HartwoodDbContext database, string key, int version, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        Noted(
            database,
            await database
                .Deliveries.Where(row => row.Key == key)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.Wanted, version)
                            .SetProperty(
                                row => row.State,
                                row =>
                                    row.State == DeliveryState.Held || row.State == DeliveryState.Stopped
                                        ? row.State
                                        : DeliveryState.Waiting
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

    /// <summary>A place can be reached now: what was held or stopped for it is sent.</summary>
    public Task<int> ReleaseAsync(HartwoodDbContext database, string place, CancellationToken cancellationToken) =>
        AgainAsync(
            database,
            database.Deliveries.Where(row => row.Place == place && (row.State == DeliveryState.Held || row.State == DeliveryState.Stopped)),
            cancellationToken
        );

    /// <summary>A place is another one now: what could not be delivered to the last one is tried again.</summary>
    public Task<int> MovedAsync(HartwoodDbContext database, string place, CancellationToken cancellationToken) =>
        AgainAsync(database, database.Deliveries.Where(row => row.Place == place && row.State == DeliveryState.GivenUp), cancellationToken);

    /// <summary>
    /// Sends again what was given up; returns how many. Whoever was told of it today is told again if that is given up,
    /// too.
    /// </summary>
    public async Task<int> SendAgainAsync(HartwoodDbContext database, CancellationToken cancellationToken)
    {
        await database
            .Deliveries.Where(row =>
                row.Kind == DeliveryNotices.Kind
                && (row.State == DeliveryState.Sent || row.State == DeliveryState.GivenUp || row.State == DeliveryState.Dropped)
            )
            .ExecuteDeleteAsync(cancellationToken);
        return await AgainAsync(database, database.Deliveries.Where(row => row.State == DeliveryState.GivenUp), cancellationToken);
    }

    /// <summary>Places that are written to at this moment. Each is looked at again when it is free.</summary>
    internal ConcurrentDictionary<string, Task> Busy { get; } = new(StringComparer.Ordinal);

    /// <summary>Places for which something was held or stopped, until somebody looks whether they can be reached again.</summary>
    internal ConcurrentDictionary<string, bool> PutAside { get; } = new(StringComparer.Ordinal);

    /// <summary>The dispatcher looks at once. A unit of work calls it after its commit.</summary>
    public void Wake() => bell.Writer.TryWrite(true);

    /// <summary>Completes at the next <see cref="Wake"/>, also at one that came before.</summary>
    internal async Task WokenAsync(CancellationToken cancellationToken) => await bell.Reader.ReadAsync(cancellationToken);

    private async Task<int> AgainAsync(HartwoodDbContext database, IQueryable<PlannedDelivery> rows, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return Noted(
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

    /// <summary>Notes that there is something new to send if rows were changed.</summary>
    /// <returns>How many were.</returns>
    internal static int Noted(HartwoodDbContext database, int changed)
    {
        database.HasNewDeliveries |= changed > 0;
        return changed;
    }
}
