using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>
/// Keeps in memory the places for which something is held or stopped, because every incoming message checks them. What this
/// instance holds is known at once, and what others hold within a minute. At most one message a minute reads the database,
/// and a failed read fails no message.
/// </summary>
public sealed class WaitingRecipients(
    IDbContextFactory<HartwoodDbContext> databases,
    Outbox outbox,
    TimeProvider time,
    ILogger<WaitingRecipients> log
)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly long start = time.GetTimestamp();
    private long readAgainAt;

    /// <summary>
    /// Says whether something is held for this place. Returns true at most once between two reads: the caller then checks the
    /// place and releases what is held.
    /// </summary>
    public async ValueTask<bool> TakeAsync(string place, CancellationToken cancellationToken) =>
        await IncludeAsync(place, cancellationToken) && outbox.Unreachable.TryRemove(place, out _);

    /// <summary>Says whether something is held for this place, and leaves it to the next caller to release it.</summary>
    public async ValueTask<bool> IncludeAsync(string place, CancellationToken cancellationToken)
    {
        var (now, due) = (time.GetElapsedTime(start), Interlocked.Read(ref readAgainAt));
        if (now.Ticks >= due && Interlocked.CompareExchange(ref readAgainAt, (now + Fresh).Ticks, due) == due)
        {
            await ReadAsync(cancellationToken);
        }

        return outbox.Unreachable.ContainsKey(place);
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
            places.ForEach(place => outbox.Unreachable[place] = true);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.AwaitedNotRead(fault);
        }
    }
}
