using System.Linq.Expressions;
using HartwoodPolicyBot.Core.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>
/// Records which instance owns which delivery, and how the delivery ended. Every write checks that this instance still
/// holds the lease.
/// </summary>
public sealed class DeliveryLeases(
    UnitOfWork unitOfWork,
    Outbox outbox,
    DeliveryOptions options,
    DeliveryNotices notices,
    TimeProvider time,
    ILogger<DeliveryLeases> log
)
{
    private readonly DeliveryRetries retries = new(options);

    private static readonly TimeSpan ClocksApart = TimeSpan.FromMinutes(5);

    private const string ThreadIsGone = "the thread is gone";

    /// <summary>
    /// Selects what no instance owns. A lease that lasts longer than leases do was taken before somebody set the clock back; the
    /// clocks of two machines are never so far apart.
    /// </summary>
    internal static Expression<Func<PlannedDelivery, bool>> AreFree(DateTimeOffset now, DeliveryOptions options)
    {
        var longest = now + options.Lease + ClocksApart;
        return row => row.LeaseUntil <= now || row.LeaseUntil > longest;
    }

    /// <summary>Takes the lease. Returns null when another instance took it first.</summary>
    public async Task<PlannedDelivery?> ClaimAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var lease = Guid.NewGuid();
        return await unitOfWork.WriteAsync(
            async database =>
            {
                var mine = await database
                    .Deliveries.Where(row => row.Id == id)
                    .Where(AreFree(now, options))
                    .Where(row => row.State == DeliveryState.Waiting || (row.State == DeliveryState.Stopped && row.DueAt <= now))
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(row => row.LeaseUntil, now + options.Lease).SetProperty(row => row.Lease, lease),
                        cancellationToken
                    );
                return mine == 1 ? await database.Deliveries.AsNoTracking().FirstAsync(row => row.Id == id, cancellationToken) : null;
            },
            cancellationToken
        );
    }

    /// <summary>Gives up the lease of a delivery whose attempt was not finished.</summary>
    public Task LetGoAsync(PlannedDelivery row, CancellationToken cancellationToken) =>
        WriteAsync(row, set => set.SetProperty(mine => mine.Lease, (Guid?)null), cancellationToken);

    public async Task FinishAsync(PlannedDelivery row, DeliveryOutcome outcome, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case DeliveryOutcome.Sent sent:
                await SentAsync(row, sent, cancellationToken);
                if (row.State == DeliveryState.Stopped)
                {
                    await ReleaseAsync(row.Place, cancellationToken);
                }

                break;
            case DeliveryOutcome.Later when row.State == DeliveryState.Stopped:
                await StopAsync(row, row.Fault, cancellationToken);
                break;
            case DeliveryOutcome.Later later when !retries.AreOver(row.Attempts + 1, row.FailingSince, time.GetUtcNow()):
                await AgainAsync(row, later, cancellationToken);
                break;
            case DeliveryOutcome.Later later:
                await GiveUpAsync(row, later.Fault, cancellationToken);
                break;
            case DeliveryOutcome.Impossible impossible:
                await GiveUpAsync(row, impossible.Fault, cancellationToken);
                break;
            case DeliveryOutcome.ThreadGone gone when row.Fault != ThreadIsGone:
                await CheckCardAsync(gone.Card, cancellationToken);
                await AgainAsync(row, new(ThreadIsGone, TimeSpan.Zero), cancellationToken);
                break;
            case DeliveryOutcome.ThreadGone:
                await GiveUpAsync(row, ThreadIsGone, cancellationToken);
                break;
            case DeliveryOutcome.NoAddress:
                await StateAsync(row, DeliveryState.Held, "no address", cancellationToken);
                outbox.Unreachable[row.Place] = true;
                break;
            case DeliveryOutcome.Blocked blocked:
                log.RecipientBlocked(row.Kind);
                await StopAsync(row, StoppedPlaces.FaultOf(blocked), cancellationToken);
                await TellManagersAsync(row.Place == Recipient.IncidentsChannel, cancellationToken);
                break;
            default:
                await StateAsync(row, DeliveryState.Dropped, null, cancellationToken);
                break;
        }
    }

    /// <summary>Makes everything due that was held for a place, because the place can now be reached.</summary>
    public Task ReleaseAsync(string place, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync(database => outbox.ReleaseAsync(database, place, cancellationToken), cancellationToken);

    private Task SentAsync(PlannedDelivery row, DeliveryOutcome.Sent sent, CancellationToken cancellationToken)
    {
        var now = Kept(row);
        return WriteAsync(
            row,
            set =>
                set.SetProperty(mine => mine.State, mine => mine.Wanted > sent.Version ? DeliveryState.Waiting : DeliveryState.Sent)
                    .SetProperty(mine => mine.Shown, sent.Version)
                    .SetProperty(mine => mine.ServiceUrl, sent.ServiceUrl)
                    .SetProperty(mine => mine.ConversationId, sent.ConversationId)
                    .SetProperty(mine => mine.ActivityId, sent.ActivityId)
                    .SetProperty(mine => mine.SentAt, now)
                    .SetProperty(mine => mine.DueAt, now)
                    .SetProperty(mine => mine.Attempts, 0)
                    .SetProperty(mine => mine.FailingSince, (DateTimeOffset?)null)
                    .SetProperty(mine => mine.Fault, (string?)null),
            cancellationToken
        );
    }

    private Task AgainAsync(PlannedDelivery row, DeliveryOutcome.Later later, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var wait = retries.WaitAfter(row.Attempts, later.After);
        if (row.Attempts == 0)
        {
            log.DeliveryPutOff(row.Kind, later.Fault, (int)wait.TotalSeconds);
        }

        return WriteAsync(
            row,
            set =>
                set.SetProperty(mine => mine.State, DeliveryState.Waiting)
                    .SetProperty(mine => mine.Attempts, row.Attempts + 1)
                    .SetProperty(mine => mine.FailingSince, row.FailingSince ?? Kept(row))
                    .SetProperty(mine => mine.Fault, later.Fault)
                    .SetProperty(mine => mine.DueAt, now + wait),
            cancellationToken
        );
    }

    private async Task GiveUpAsync(PlannedDelivery row, string fault, CancellationToken cancellationToken)
    {
        log.DeliveryGivenUp(row.Kind, fault);
        await StateAsync(row, DeliveryState.GivenUp, fault, cancellationToken);
        await TellManagersAsync(notices.AreAbout(row.Kind), cancellationToken);
    }

    private Task TellManagersAsync(bool mayKnow, CancellationToken cancellationToken) =>
        mayKnow ? notices.TellAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>
    /// Sends a card again before the messages in its thread. It is edited if it is still there, and posted anew if not: its
    /// thread may be refused although nothing happened to the card.
    /// </summary>
    private Task<int> CheckCardAsync(Guid card, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return unitOfWork.WriteAsync(
            database =>
                database
                    .Deliveries.Where(row => row.Id == card && row.State != DeliveryState.Stopped)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(row => row.State, DeliveryState.Waiting).SetProperty(row => row.DueAt, now),
                        cancellationToken
                    ),
            cancellationToken
        );
    }

    /// <summary>Stops everything to the place of a delivery, until this delivery is tried again or something comes from there.</summary>
    private async Task StopAsync(PlannedDelivery row, string? fault, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var next = row.KeepsDayOnly ? Kept(row).AddDays(1) : now + StoppedPlaces.WaitAfter(row, now);
        await WriteAsync(
            row,
            set =>
                set.SetProperty(mine => mine.State, DeliveryState.Stopped)
                    .SetProperty(mine => mine.Fault, fault)
                    .SetProperty(mine => mine.FailingSince, row.FailingSince ?? Kept(row))
                    .SetProperty(mine => mine.DueAt, next),
            cancellationToken
        );
        outbox.Unreachable[row.Place] = true;
    }

    private Task StateAsync(PlannedDelivery row, DeliveryState state, string? fault, CancellationToken cancellationToken)
    {
        var due = row.KeepsDayOnly ? Kept(row) : row.DueAt;
        return WriteAsync(
            row,
            set => set.SetProperty(mine => mine.State, state).SetProperty(mine => mine.Fault, fault).SetProperty(mine => mine.DueAt, due),
            cancellationToken
        );
    }

    /// <summary>Returns the time to keep: the day only, where the time could lead to an anonymous reporter.</summary>
    private DateTimeOffset Kept(PlannedDelivery row) => row.KeepsDayOnly ? PracticeTime.StartOfDay(time.GetUtcNow()) : time.GetUtcNow();

    private Task WriteAsync(
        PlannedDelivery row,
        Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<PlannedDelivery>> change,
        CancellationToken cancellationToken
    ) =>
        unitOfWork.WriteAsync(
            async database =>
            {
                var written = await database
                    .Deliveries.Where(mine => mine.Id == row.Id && mine.Lease == row.Lease)
                    .ExecuteUpdateAsync(
                        set =>
                        {
                            change(set);
                            set.SetProperty(mine => mine.LeaseUntil, DateTimeOffset.UnixEpoch);
                        },
                        cancellationToken
                    );
                if (written == 0)
                {
                    log.LeaseLost(row.Kind);
                }
            },
            cancellationToken
        );
}
