namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>The turn of an activity that came over HTTP; answers go through the connector.</summary>
public sealed class TurnContext(TeamsActivity incoming, ITeamsClient connector) : ITurn
{
    private readonly ConversationAddress reference = ConversationAddress.Of(incoming);

    public TeamsActivity Activity => incoming;

    public Task<TeamsResult<SentMessage>> SendActivityAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        Address(activity);
        // An invoke's id names no message; its conversation id already names the thread.
        return incoming is { Type: ActivityKinds.Message, Id.Length: > 0 }
            ? connector.ReplyToActivityAsync(reference, incoming.Id, activity, cancellationToken)
            : connector.SendToConversationAsync(reference, activity, cancellationToken);
    }

    public Task<TeamsResult<SentMessage>> UpdateActivityAsync(
        string activityId,
        TeamsActivity activity,
        CancellationToken cancellationToken
    )
    {
        Address(activity);
        return connector.UpdateActivityAsync(reference, activityId, activity, cancellationToken);
    }

    private void Address(TeamsActivity outgoing)
    {
        outgoing.Type ??= ActivityKinds.Message;
        outgoing.ChannelId = incoming.ChannelId;
        outgoing.ServiceUrl = incoming.ServiceUrl;
        outgoing.Conversation = incoming.Conversation;
        outgoing.From = incoming.Recipient;
        outgoing.Recipient = incoming.From;
        outgoing.ReplyToId = incoming.Id;
    }
}
