using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Delivery;

/// <summary>Sends a delivery to Teams. A message that was sent before is edited; if Teams refuses that, it is posted again.</summary>
internal sealed class TeamsDeliverySender(
    IEnumerable<DeliveryContentOf> contents,
    StaffContacts contacts,
    ChannelLookup channels,
    ITeamsClient connector
) : IDeliverySender
{
    private readonly Dictionary<string, IDeliveryContent> byKind = contents.ToDictionary(
        entry => entry.Kind.Code,
        entry => entry.Content,
        StringComparer.Ordinal
    );

    public async Task<DeliveryOutcome> SendAsync(PlannedDelivery delivery, CancellationToken cancellationToken)
    {
        if (!byKind.TryGetValue(delivery.Kind, out var content))
        {
            return new DeliveryOutcome.Impossible("unknown kind");
        }

        if (await content.RenderAsync(delivery, cancellationToken) is not { } rendered)
        {
            return new DeliveryOutcome.Nothing();
        }

        return await EditAsync(delivery, rendered, cancellationToken) is { } edited
            ? edited
            : await PostAsync(delivery, rendered, cancellationToken);
    }

    public async Task<bool> IsReachableAsync(string place, CancellationToken cancellationToken) =>
        Recipient.PersonIn(place) is { } person
            ? await contacts.FindAsync(person, cancellationToken) is not null
            : await channels.FindAsync(place, cancellationToken) is not null;

    /// <summary>
    /// Edits the message that was sent before; returns null if it must be posted instead. Only a refused post says that the bot
    /// may not write somewhere: Teams refuses to edit a message that somebody deleted, and answers 403, 404 or 400.
    /// </summary>
    private async Task<DeliveryOutcome?> EditAsync(PlannedDelivery delivery, DeliveryMessage rendered, CancellationToken cancellationToken)
    {
        if (delivery is not { ServiceUrl: { } service, ConversationId: { } conversation, ActivityId: { Length: > 0 } activity })
        {
            return null;
        }

        var edited = await connector.UpdateActivityAsync(
            new(new Uri(service), conversation),
            activity,
            rendered.Message,
            cancellationToken
        );
        return edited switch
        {
            { Succeeded: true } => new DeliveryOutcome.Sent(rendered.Version, service, conversation, activity),
            { IsEditRefused: false } => Failed(edited),
            _ when !rendered.IsErasure => null,
            { Outcome: TeamsOutcome.NotFound } or { Status: 400 } => new DeliveryOutcome.Nothing(),
            _ => new DeliveryOutcome.Later("Teams refused the edit"),
        };
    }

    private async Task<DeliveryOutcome> PostAsync(PlannedDelivery delivery, DeliveryMessage rendered, CancellationToken cancellationToken)
    {
        if (Recipient.PersonIn(delivery.Place) is { } person)
        {
            return await contacts.FindAsync(person, cancellationToken) is { } contact
                ? await SayAsync(contact.ServiceUrl, contact.ConversationId, rendered, cancellationToken)
                : new DeliveryOutcome.NoAddress();
        }

        if (rendered.Thread is { } thread)
        {
            return await SayInAsync(thread, rendered, cancellationToken);
        }

        if (await channels.FindAsync(delivery.Place, cancellationToken) is not { } channel)
        {
            return new DeliveryOutcome.NoAddress();
        }

        var posted = await connector.CreateConversationAsync(
            new Uri(channel.ServiceUrl),
            NewConversation.InChannel(channel.ChannelId, rendered.Message),
            cancellationToken
        );
        return posted.Succeeded
            ? new DeliveryOutcome.Sent(
                rendered.Version,
                channel.ServiceUrl,
                posted.Value?.Id ?? channel.ChannelId,
                posted.Value?.ActivityId
            )
            : Failed(posted);
    }

    private async Task<DeliveryOutcome> SayInAsync(DeliveryThread thread, DeliveryMessage rendered, CancellationToken cancellationToken)
    {
        var posted = await SayAsync(thread.ServiceUrl, thread.ConversationId, rendered, cancellationToken);
        return posted is DeliveryOutcome.Blocked ? new DeliveryOutcome.ThreadGone(thread.Card) : posted;
    }

    private async Task<DeliveryOutcome> SayAsync(
        string service,
        string conversation,
        DeliveryMessage rendered,
        CancellationToken cancellationToken
    )
    {
        var sent = await connector.SendToConversationAsync(new(new Uri(service), conversation), rendered.Message, cancellationToken);
        return sent.Succeeded ? new DeliveryOutcome.Sent(rendered.Version, service, conversation, sent.Value?.Id) : Failed(sent);
    }

    private static DeliveryOutcome Failed(TeamsResult<SentMessage> result) =>
        result.Outcome switch
        {
            _ when result.IsServerFault => new DeliveryOutcome.Later("Teams failed", result.RetryAfter),
            TeamsOutcome.Blocked => new DeliveryOutcome.Blocked(IsRemoved: result.IsRemoved),
            TeamsOutcome.NotFound => new DeliveryOutcome.Blocked(IsGone: true),
            _ when result.MayPass => new DeliveryOutcome.Later("Teams refused it for now", result.RetryAfter),
            TeamsOutcome.Unavailable => new DeliveryOutcome.Later("Teams was not reached", result.RetryAfter),
            TeamsOutcome.TooLarge => new DeliveryOutcome.Impossible("too large"),
            _ => new DeliveryOutcome.Impossible("Teams refused it"),
        };
}
