using HartwoodPolicyBot.BotBuilder.Connector;
using HartwoodPolicyBot.Teams.Activities;
using Microsoft.Bot.Builder;

namespace HartwoodPolicyBot.BotBuilder.Activities;

/// <summary>Implements <see cref="ITurn"/> with the SDK's turn context.</summary>
internal sealed class BotBuilderTurn(ITurnContext context, TeamsActivity received) : ITurn
{
    public TeamsActivity Activity => received;

    public Task<TeamsResult<SentMessage>> SendActivityAsync(TeamsActivity activity, CancellationToken cancellationToken) =>
        SdkResults.SentAsync(() => context.SendActivityAsync(SdkActivities.Of(activity), cancellationToken));

    public Task<TeamsResult<SentMessage>> UpdateActivityAsync(
        string activityId,
        TeamsActivity activity,
        CancellationToken cancellationToken
    )
    {
        var update = SdkActivities.Of(activity);
        update.Id = activityId;
        return SdkResults.SentAsync(() => context.UpdateActivityAsync(update, cancellationToken));
    }
}
