using System.Collections.Concurrent;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>
/// Sends what the outbox holds: at once when it is woken, and in a sweep for what other instances wrote or left. One
/// delivery at a time goes to a place, so that a channel's pace holds up nobody else.
/// </summary>
public sealed class DeliveryDispatcher(
    IDbContextFactory<HartwoodDbContext> databases,
    DeliveryLeases ledger,
    Outbox outbox,
    IDeliverySender post,
    DeliveryOptions options,
    TimeProvider time,
    ILogger<DeliveryDispatcher> log
)
{
    private const int MostLookedAt = 64;

    /// <summary>Shared with who wakes us.</summary>
    private readonly ConcurrentDictionary<string, Task> busy = outbox.Busy;

    /// <summary>Runs until cancelled; then waits for what is under way.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var wait = options.Sweep;
            try
            {
                await StartDueAsync(cancellationToken);
                wait = await UntilNextAsync(cancellationToken);
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault)
            {
                log.DispatchFailed(fault);
            }

            await WaitAsync(wait, cancellationToken);
        }

        await Task.WhenAll(busy.Values);
    }

    private async Task StartDueAsync(CancellationToken cancellationToken)
    {
        var free = options.Senders - busy.Count;
        if (free <= 0)
        {
            return;
        }

        foreach (var due in (await DueAsync(cancellationToken)).DistinctBy(row => row.Place).Take(free))
        {
            if (await ledger.ClaimAsync(due.Id, cancellationToken) is { } claimed)
            {
                var noted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                busy[claimed.Place] = SendAndLetGoAsync(claimed, noted.Task, cancellationToken);
                noted.SetResult();
            }
        }
    }

    /// <summary>What may go now, oldest first: the head of each subject's queue to a place that has not blocked the bot.</summary>
    private async Task<List<PlannedDelivery>> DueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var taken = busy.Keys.ToList();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database
            .Deliveries.AsNoTracking()
            .Where(row => row.State == DeliveryState.Waiting && row.DueAt <= now && row.LeaseUntil <= now && !taken.Contains(row.Place))
            .Where(row => !database.Deliveries.Any(other => other.Place == row.Place && other.State == DeliveryState.Stopped))
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
    }

    /// <summary>How long until something becomes due by itself; what is due but busy wakes us when its place is free.</summary>
    private async Task<TimeSpan> UntilNextAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var next = await database
            .Deliveries.Where(row => row.State == DeliveryState.Waiting && row.DueAt > now)
            .MinAsync(row => (DateTimeOffset?)row.DueAt, cancellationToken);
        return next is { } at && at - now < options.Sweep ? at - now : options.Sweep;
    }

    /// <param name="claimed">What to send.</param>
    /// <param name="noted">Ends when the place is marked as busy, so that it is not freed before.</param>
    private async Task SendAndLetGoAsync(PlannedDelivery claimed, Task noted, CancellationToken cancellationToken)
    {
        await noted;
        try
        {
            using var span = Telemetry.Begin("deliver");
            var outcome = await SendAsync(claimed, cancellationToken);
            Telemetry.CountDelivery(claimed.Kind, outcome.GetType().Name);
            await ledger.FinishAsync(claimed, outcome, CancellationToken.None);

            // Known since we looked: whoever made it known released what was held by then, and this was not yet.
            if (outcome is DeliveryOutcome.NoAddress && await post.IsReachableAsync(claimed.Place, CancellationToken.None))
            {
                await ledger.ReleaseAsync(claimed.Place, CancellationToken.None);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The lease runs out, and it is tried again.
            log.DeliveryNotRecorded(fault, claimed.Kind);
        }
        catch (OperationCanceledException)
        {
            await ledger.LetGoAsync(claimed, CancellationToken.None);
        }
        finally
        {
            busy.TryRemove(claimed.Place, out _);
            outbox.Wake();
        }
    }

    private async Task<DeliveryOutcome> SendAsync(PlannedDelivery claimed, CancellationToken cancellationToken)
    {
        // Whoever lost the lease must have stopped sending before another begins.
        using var lease = new CancellationTokenSource(options.Lease * 0.9, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lease.Token, cancellationToken);
        try
        {
            return await post.SendAsync(claimed, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryOutcome.Later("too slow");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.DeliveryFaulted(fault, claimed.Kind);
            return new DeliveryOutcome.Later("a fault of the bot's own");
        }
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        await using var timer = time.CreateTimer(_ => outbox.Wake(), null, wait, Timeout.InfiniteTimeSpan);
        try
        {
            await outbox.WokenAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }
}
