using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>
/// For whom something is held or stopped, kept in memory: every message of everybody asks. What this instance put aside is
/// known at once; what another one did, within a minute.
/// </summary>
public sealed class AwaitedPlaces(IDbContextFactory<HartwoodDbContext> databases, Outbox outbox, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim one = new(1, 1);
    private long? readAt;

    /// <summary>Is something put aside for this place? True at most once a reading: the caller looks, and releases it.</summary>
    public async ValueTask<bool> TakeAsync(string place, CancellationToken cancellationToken)
    {
        if (readAt is not { } at || time.GetElapsedTime(at) > Fresh)
        {
            await ReadAsync(cancellationToken);
        }

        return outbox.PutAside.TryRemove(place, out _);
    }

    public void Dispose() => one.Dispose();

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (readAt is { } at && time.GetElapsedTime(at) <= Fresh)
            {
                return;
            }

            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var places = await database.Deliveries.Where(row => row.State == DeliveryState.Held || row.State == DeliveryState.Stopped)
                .Select(row => row.Place).Distinct().ToListAsync(cancellationToken);
            foreach (var place in places)
            {
                outbox.PutAside[place] = true;
            }

            readAt = time.GetTimestamp();
        }
        finally
        {
            one.Release();
        }
    }
}
