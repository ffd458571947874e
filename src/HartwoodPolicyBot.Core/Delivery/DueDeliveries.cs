using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>Finds the deliveries in the outbox that are due.</summary>
public sealed class DueDeliveries(
    IDbContextFactory<HartwoodDbContext> databases,
    DeliverySecrecy secrecy,
    DeliveryOptions options,
    TimeProvider time
)
{
    private const int MostLookedAt = 64;

    /// <summary>
    /// Returns what can be sent now, oldest first: for each subject the first delivery in its queue, to places that are not busy
    /// and where Teams allows posts; and one delivery to each place where it is time to find out whether Teams allows them again.
    /// </summary>
    /// <remarks>
    /// A message that practice managers may know of doesn't wait behind a stopped one that they must not know of. It would then
    /// be counted as waiting where it is otherwise counted as stopped.
    /// A time that is too far ahead was set before somebody set the clock back, so it counts for nothing: nobody waits until the
    /// clock has come so far again. What was never tried has no reason to wait.
    /// </remarks>
    public async Task<List<PlannedDelivery>> DueAsync(IEnumerable<string> busy, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var tooFar = now + options.LongestWait;
        var taken = busy.ToList();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var stopped = database.Deliveries.Where(row => row.State == DeliveryState.Stopped);
        var stoppedForAll = secrecy.KnownToManagers(stopped);
        var kept = secrecy.KeptFromManagers(database.Deliveries);
        var due = await database
            .Deliveries.AsNoTracking()
            .Where(row => row.State == DeliveryState.Waiting && !taken.Contains(row.Place))
            .Where(row => row.DueAt <= now || row.Attempts == 0 || row.DueAt > tooFar)
            .Where(DeliveryLeases.AreFree(now, options))
            .Where(row =>
                !stoppedForAll.Any(other => other.Place == row.Place)
                && !(stopped.Any(other => other.Place == row.Place) && kept.Any(one => one.Id == row.Id))
            )
            .Where(row =>
                !database.Deliveries.Any(earlier =>
                    earlier.Subject == row.Subject
                    && earlier.Place == row.Place
                    && earlier.Step < row.Step
                    && (earlier.State == DeliveryState.Waiting || earlier.State == DeliveryState.Held)
                )
            )
            .OrderBy(row => row.DueAt)
            .ThenBy(row => row.Step)
            .ThenBy(row => row.Id)
            .Take(MostLookedAt)
            .ToListAsync(cancellationToken);
        var triedAgain = await database
            .Deliveries.AsNoTracking()
            .Where(StoppedPlaces.AreTriedAgain)
            .Where(row => row.DueAt <= now && !taken.Contains(row.Place))
            .Where(DeliveryLeases.AreFree(now, options))
            .OrderBy(row => row.DueAt)
            .Take(MostLookedAt)
            .ToListAsync(cancellationToken);
        return [.. due, .. triedAgain];
    }

    /// <summary>
    /// Returns the time until the next delivery becomes due; null if none waits. A delivery to a busy place is not counted,
    /// because the dispatcher is woken when that place is free.
    /// </summary>
    public async Task<TimeSpan?> UntilNextAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var next = await database
            .Deliveries.Where(row => row.State == DeliveryState.Waiting && row.DueAt > now)
            .MinAsync(row => (DateTimeOffset?)row.DueAt, cancellationToken);
        var nextStopped = await database
            .Deliveries.Where(StoppedPlaces.AreTriedAgain)
            .Where(row => row.DueAt > now)
            .MinAsync(row => (DateTimeOffset?)row.DueAt, cancellationToken);
        return (next is null || nextStopped < next ? nextStopped : next) - now;
    }
}
