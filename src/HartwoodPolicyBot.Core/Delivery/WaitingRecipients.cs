using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>
/// For whom something is held or stopped, kept in memory: every message of everybody asks. What this instance put aside is
/// known at once; what another one did, within a minute. One message a minute reads it, and none fails when it cannot be read.
/// </summary>
public sealed class WaitingRecipients(
    IDbContextFactory<HartwoodDbContext> databases,
    Outbox outbox,
    TimeProvider time,
    ILogger<WaitingRecipients> log
)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private long readAgainAt;

    /// <summary>Is something put aside for this place? True at most once a reading: the caller looks, and releases it.</summary>
    public async ValueTask<bool> TakeAsync(string place, CancellationToken cancellationToken)
    {
        var (now, due) = (time.GetUtcNow(), Interlocked.Read(ref readAgainAt));
        if (now.UtcTicks > due && Interlocked.CompareExchange(ref readAgainAt, (now + Fresh).UtcTicks, due) == due)
        {
            await ReadAsync(cancellationToken);
        }

        return outbox.PutAside.TryRemove(place, out _);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var places = await database
                .Deliveries.Where(row => row.State == DeliveryState.Held || row.State == DeliveryState.Stopped)
                .Select(row => row.Place)
                .Distinct()
                .ToListAsync(cancellationToken);
            places.ForEach(place => outbox.PutAside[place] = true);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.AwaitedNotRead(fault);
        }
    }
}
