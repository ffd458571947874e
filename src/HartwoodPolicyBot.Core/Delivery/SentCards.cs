using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>Says which delivery a message in Teams is, if the outbox sent it.</summary>
public sealed class SentCards(UnitOfWork unitOfWork)
{
    private static readonly string[] Channels = [Recipient.IncidentsChannel, Recipient.SpeakUp];

    /// <summary>Returns the delivery that is this message in a channel; null if the outbox did not send it there.</summary>
    public Task<SentCard?> InChannelAsync(string conversationId, string messageId, CancellationToken cancellationToken) =>
        FindAsync(Channels, conversationId, messageId, cancellationToken);

    /// <summary>Returns the delivery that is this message in a person's own chat; null if the outbox did not send it there.</summary>
    public Task<SentCard?> InChatAsync(PersonId person, string conversationId, string messageId, CancellationToken cancellationToken) =>
        FindAsync([Recipient.Person(person)], conversationId, messageId, cancellationToken);

    private async Task<SentCard?> FindAsync(string[] places, string conversationId, string messageId, CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var found = await database
            .Deliveries.Where(row => places.Contains(row.Place) && row.ActivityId == messageId)
            .Select(row => new
            {
                row.Key,
                row.Kind,
                row.ConversationId,
            })
            .ToListAsync(cancellationToken);
        return found
            .Where(row => ChannelAddress.WithoutThread(row.ConversationId ?? "") == ChannelAddress.WithoutThread(conversationId))
            .Select(row => new SentCard(row.Key, row.Kind))
            .FirstOrDefault();
    }
}

/// <summary>Names the delivery that a message is.</summary>
public sealed record SentCard(string Key, string Kind);
