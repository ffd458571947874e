namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>The turn of an activity that came over HTTP; answers go through the connector.</summary>
public sealed class TurnContext(Activity incoming, IConnectorClient connector) : ITurnContext
{
    private readonly ConversationReference reference = ConversationReference.Of(incoming);

    public Activity Activity => incoming;

    public Task<ConnectorResult<ResourceResponse>> SendActivityAsync(Activity activity, CancellationToken cancellationToken)
    {
        Address(activity);
        // An invoke's id names no message; its conversation id already names the thread.
        return incoming is { Type: ActivityTypes.Message, Id.Length: > 0 }
            ? connector.ReplyToActivityAsync(reference, incoming.Id, activity, cancellationToken)
            : connector.SendToConversationAsync(reference, activity, cancellationToken);
    }

    public Task<ConnectorResult<ResourceResponse>> UpdateActivityAsync(
        string activityId,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        Address(activity);
        return connector.UpdateActivityAsync(reference, activityId, activity, cancellationToken);
    }

    private void Address(Activity outgoing)
    {
        outgoing.Type ??= ActivityTypes.Message;
        outgoing.ChannelId = incoming.ChannelId;
        outgoing.ServiceUrl = incoming.ServiceUrl;
        outgoing.Conversation = incoming.Conversation;
        outgoing.From = incoming.Recipient;
        outgoing.Recipient = incoming.From;
        outgoing.ReplyToId = incoming.Id;
    }
}
