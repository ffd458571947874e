using HartwoodPolicyBot.BotBuilder.Connector;
using HartwoodPolicyBot.Teams.Activities;
using Microsoft.Bot.Builder;

namespace HartwoodPolicyBot.BotBuilder.Activities;

/// <summary>Implements <see cref="ITurn"/> with the SDK's turn context.</summary>
internal sealed class BotBuilderTurn(ITurnContext context, TeamsActivity received) : ITurn
{
    public TeamsActivity Activity => received;

    public Task<TeamsResult<SentMessage>> SendActivityAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        Address(activity);
        return SdkResults.SentAsync(() => context.SendActivityAsync(new OutgoingActivity(activity), cancellationToken));
    }

    public Task<TeamsResult<SentMessage>> UpdateActivityAsync(
        string activityId,
        TeamsActivity activity,
        CancellationToken cancellationToken
    )
    {
        Address(activity);
        return SdkResults.SentAsync(() =>
            context.UpdateActivityAsync(new OutgoingActivity(activity) { Id = activityId }, cancellationToken)
        );
    }

    /// <summary>Addresses the message as the turn context addresses the SDK's activity.</summary>
    private void Address(TeamsActivity outgoing)
    {
        outgoing.ChannelId = received.ChannelId;
        outgoing.ServiceUrl = received.ServiceUrl;
        outgoing.Conversation = received.Conversation;
        outgoing.From = received.Recipient;
        outgoing.Recipient = received.From;
        outgoing.ReplyToId = received.Id;
    }
}
