using HartwoodPolicyBot.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>What has not reached Teams: for health, for status, and to send it again.</summary>
public sealed class DeliveryBacklog(UnitOfWork unitOfWork, Outbox outbox)
{
    /// <summary>By name, so that the index is searched: nearly all rows are in the two other states.</summary>
    private static readonly DeliveryState[] Undelivered =
    [
        DeliveryState.Waiting,
        DeliveryState.Held,
        DeliveryState.GivenUp,
        DeliveryState.Stopped,
    ];

    public async Task<BacklogCounts> CountAsync(CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var counts = await database
            .Deliveries.Where(row => Undelivered.Contains(row.State))
            .GroupBy(row => row.State)
            .Select(group => new { State = group.Key, Count = group.Count() })
            .ToDictionaryAsync(entry => entry.State, entry => entry.Count, cancellationToken);
        return new(
            counts.GetValueOrDefault(DeliveryState.Waiting),
            counts.GetValueOrDefault(DeliveryState.Held),
            counts.GetValueOrDefault(DeliveryState.GivenUp),
            counts.GetValueOrDefault(DeliveryState.Stopped),
            await database.Deliveries.AnyAsync(
                row => row.Place == Recipient.Alerts && row.State == DeliveryState.Stopped,
                cancellationToken
            ),
            await database.Deliveries.CountAsync(
                row => row.Place == Recipient.Alerts && (row.State == DeliveryState.Stopped || row.State == DeliveryState.Waiting),
                cancellationToken
            )
        );
    }

    /// <summary>Where the message with this key stands in Teams; null when it was not sent.</summary>
    public async Task<PlannedDelivery?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await database.Deliveries.AsNoTracking().FirstOrDefaultAsync(row => row.Key == key, cancellationToken);
    }

    /// <summary>How far the deliveries with these keys have come; without those that there are not.</summary>
    public async Task<Dictionary<string, DeliveryState>> StatesAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var asked = keys.ToList();
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await database
            .Deliveries.Where(row => asked.Contains(row.Key))
            .ToDictionaryAsync(row => row.Key, row => row.State, cancellationToken);
    }

    /// <summary>Tries again what was given up; returns how many.</summary>
    public Task<int> SendAgainAsync(CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync(database => outbox.SendAgainAsync(database, cancellationToken), cancellationToken);
}

/// <param name="Waiting">On their way, or to be tried again.</param>
/// <param name="Held">Waiting for a channel or a chat.</param>
/// <param name="GivenUp">Failed for too long.</param>
/// <param name="Stopped">For somebody who blocked or removed the bot.</param>
/// <param name="ChannelStopped">Teams takes no post in the channel for alerts.</param>
/// <param name="WaitingForChannel">What is to be posted there, or edited.</param>
public sealed record BacklogCounts(int Waiting, int Held, int GivenUp, int Stopped, bool ChannelStopped, int WaitingForChannel);
