using HartwoodPolicyBot.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>
/// Reports what has not reached Teams, for the health check and the status card, and sends it again. What is kept from practice
/// managers is left out of both.
/// </summary>
public sealed class DeliveryBacklog(UnitOfWork unitOfWork, Outbox outbox, DeliverySecrecy secrecy, IEnumerable<DeliveryKind> kinds)
{
    private readonly DeliveryKind[] withAdvice = [.. kinds.Where(kind => kind.IfNotDelivered is not null && !kind.IsKeptFromManagers)];

    /// <summary>Named one by one so that the index is used: nearly all rows are in the other two states.</summary>
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
        var known = secrecy.KnownToManagers(database.Deliveries);
        var counts = await known
            .Where(row => Undelivered.Contains(row.State))
            .GroupBy(row => row.State)
            .Select(group => new { State = group.Key, Count = group.Count() })
            .ToDictionaryAsync(entry => entry.State, entry => entry.Count, cancellationToken);
        return new(
            counts.GetValueOrDefault(DeliveryState.Waiting),
            counts.GetValueOrDefault(DeliveryState.Held),
            counts.GetValueOrDefault(DeliveryState.GivenUp),
            counts.GetValueOrDefault(DeliveryState.Stopped),
            await known
                .Where(row => row.Place == Recipient.IncidentsChannel && row.State == DeliveryState.Stopped)
                .Select(row => (bool?)(row.Fault == StoppedPlaces.Removed))
                .FirstOrDefaultAsync(cancellationToken) switch
            {
                null => ChannelState.Open,
                true => ChannelState.RemovedFrom,
                false => ChannelState.Refused,
            },
            await known.CountAsync(
                row =>
                    row.Place == Recipient.IncidentsChannel && (row.State == DeliveryState.Stopped || row.State == DeliveryState.Waiting),
                cancellationToken
            )
        )
        {
            WhatToDo = counts.ContainsKey(DeliveryState.GivenUp) ? await AdviceAsync(known, cancellationToken) : [],
        };
    }

    /// <summary>Returns the delivery with this key, with its place in Teams; null when it was not sent.</summary>
    public async Task<PlannedDelivery?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await database.Deliveries.AsNoTracking().FirstOrDefaultAsync(row => row.Key == key, cancellationToken);
    }

    /// <summary>Returns the state of each delivery with one of these keys. Keys without a delivery are left out.</summary>
    public async Task<Dictionary<string, DeliveryState>> StatesAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var asked = keys.ToList();
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await database
            .Deliveries.Where(row => asked.Contains(row.Key))
            .ToDictionaryAsync(row => row.Key, row => row.State, cancellationToken);
    }

    /// <summary>
    /// Tries again everything that was given up and that practice managers may know of, and returns how many deliveries that was.
    /// Anybody who was told about it today is told again if it is given up a second time.
    /// </summary>
    public Task<int> SendAgainAsync(CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync(
            async database =>
            {
                await database
                    .Deliveries.Where(row =>
                        row.Kind == DeliveryNotices.Kind
                        && (row.State == DeliveryState.Sent || row.State == DeliveryState.GivenUp || row.State == DeliveryState.Dropped)
                    )
                    .ExecuteDeleteAsync(cancellationToken);
                return await outbox.SendAgainAsync(database, secrecy.KnownToManagers(database.Deliveries), cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Returns what there is to do about what was given up, once for each kind of message.</summary>
    private async Task<IReadOnlyList<string>> AdviceAsync(IQueryable<PlannedDelivery> known, CancellationToken cancellationToken)
    {
        var codes = withAdvice.Select(kind => kind.Code).ToList();
        var givenUp = await known
            .Where(row => row.State == DeliveryState.GivenUp && codes.Contains(row.Kind))
            .Select(row => row.Kind)
            .Distinct()
            .ToListAsync(cancellationToken);
        return [.. withAdvice.Where(kind => givenUp.Contains(kind.Code)).Select(kind => kind.IfNotDelivered!)];
    }

    /// <summary>Tries again what was given up and is kept from practice managers, and returns how many deliveries that was.</summary>
    public Task<int> SendKeptAgainAsync(CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync(
            database => outbox.SendAgainAsync(database, secrecy.KeptFromManagers(database.Deliveries), cancellationToken),
            cancellationToken
        );
}

/// <summary>Counts the deliveries that have not reached Teams.</summary>
/// <param name="Waiting">Waiting to be sent, or to be tried again.</param>
/// <param name="Held">Waiting until a channel or chat is known.</param>
/// <param name="GivenUp">Given up after failing for too long.</param>
/// <param name="Stopped">Stopped because Teams allows no posts at the recipient.</param>
/// <param name="Channel">Whether Teams accepts posts in the incidents channel.</param>
/// <param name="WaitingForChannel">Posts and edits that wait for the incidents channel.</param>
public sealed record BacklogCounts(int Waiting, int Held, int GivenUp, int Stopped, ChannelState Channel, int WaitingForChannel)
{
    /// <summary>What there is to do about what was given up, besides sending it again; empty for most kinds of messages.</summary>
    public IReadOnlyList<string> WhatToDo { get; init; } = [];

    /// <summary>True if Teams accepts no posts in the incidents channel.</summary>
    public bool ChannelStopped => Channel != ChannelState.Open;
}

/// <summary>Says whether Teams accepts posts in the incidents channel.</summary>
public enum ChannelState
{
    Open,

    /// <summary>Teams refuses posts, for a reason that it doesn't name or that may pass.</summary>
    Refused,

    /// <summary>Teams says that the bot was removed from the channel's team.</summary>
    RemovedFrom,
}
