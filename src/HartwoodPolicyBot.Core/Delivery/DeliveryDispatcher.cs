using System.Collections.Concurrent;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>
/// Sends the deliveries in the outbox: at once when it is woken, and in a regular sweep for those that other instances
/// planned or left. It sends one delivery at a time to each place, so that a slow channel delays no other place.
/// </summary>
public sealed class DeliveryDispatcher(
    DueDeliveries deliveries,
    DeliveryLeases leases,
    Outbox outbox,
    IDeliverySender sender,
    DeliveryOptions options,
    TimeProvider time,
    ILogger<DeliveryDispatcher> log
)
{
    private static readonly TimeSpan BetweenTriesToFinish = TimeSpan.FromSeconds(2);

    /// <summary>Shared with the outbox, which wakes the dispatcher.</summary>
    private readonly ConcurrentDictionary<string, Task> busy = outbox.Busy;

    /// <summary>Runs until it is cancelled, then waits for the deliveries in progress.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var wait = options.Sweep;
            try
            {
                await StartDueAsync(cancellationToken);
                var next = await deliveries.UntilNextAsync(cancellationToken);
                wait = next < options.Sweep ? next.Value : options.Sweep;
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

        foreach (var due in (await deliveries.DueAsync(busy.Keys, cancellationToken)).DistinctBy(row => row.Place).Take(free))
        {
            if (await leases.ClaimAsync(due.Id, cancellationToken) is { } claimed)
            {
                var markedBusy = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                busy[claimed.Place] = SendAndLetGoAsync(claimed, markedBusy.Task, cancellationToken);
                markedBusy.SetResult();
            }
        }
    }

    /// <summary>Sends one delivery, and marks its place as free afterwards.</summary>
    /// <param name="claimed">The delivery to send.</param>
    /// <param name="markedBusy">Completes when the place is marked as busy, so that it can't be freed before that.</param>
    private async Task SendAndLetGoAsync(PlannedDelivery claimed, Task markedBusy, CancellationToken cancellationToken)
    {
        await markedBusy;
        try
        {
            using var span = Telemetry.Begin("deliver");
            var outcome = await SendAsync(claimed, cancellationToken);
            Telemetry.CountDelivery(claimed.Kind, outcome.GetType().Name);
            await FinishAsync(claimed, outcome, cancellationToken);

            // The place became known during the attempt. That released what was held then, but this delivery was not held yet.
            if (outcome is DeliveryOutcome.NoAddress && await sender.IsReachableAsync(claimed.Place, CancellationToken.None))
            {
                await leases.ReleaseAsync(claimed.Place, CancellationToken.None);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The delivery is tried again when its lease expires.
            log.DeliveryNotRecorded(fault, claimed.Kind);
        }
        catch (OperationCanceledException)
        {
            await leases.LetGoAsync(claimed, CancellationToken.None);
        }
        finally
        {
            busy.TryRemove(claimed.Place, out _);
            outbox.Wake();
        }
    }

    /// <summary>
    /// Stores the outcome. If the database can't be used, this is repeated as long as the lease lasts: otherwise what has been
    /// sent would be sent again.
    /// </summary>
    private async Task FinishAsync(PlannedDelivery claimed, DeliveryOutcome outcome, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await leases.FinishAsync(claimed, outcome, CancellationToken.None);
                return;
            }
            catch (Exception fault)
                when (DatabaseFaults.IsOutOfReach(fault)
                    && time.GetUtcNow() + BetweenTriesToFinish < claimed.LeaseUntil
                    && !cancellationToken.IsCancellationRequested
                )
            {
                await Task.Delay(BetweenTriesToFinish, time, cancellationToken);
            }
        }
    }

    private async Task<DeliveryOutcome> SendAsync(PlannedDelivery claimed, CancellationToken cancellationToken)
    {
        // The attempt stops before the lease expires, so that two instances never send the same delivery.
        using var lease = new CancellationTokenSource(options.Lease * 0.9, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lease.Token, cancellationToken);
        try
        {
            return await sender.SendAsync(claimed, either.Token);
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
            // The bot is stopping.
        }
    }
}
