using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Bot;

/// <summary>The practice manager's channel, for features that post into it or are written to from it.</summary>
public sealed class AlertsChannel(AlertChannels channels)
{
    public async Task<bool> IsSetAsync(CancellationToken cancellationToken) => await channels.FindAsync(Place.Alerts, cancellationToken) is not null;

    /// <summary>Was this written there, in whichever thread?</summary>
    public async Task<bool> IsOfAsync(Activity activity, CancellationToken cancellationToken) =>
        activity.Conversation is { ConversationType: "channel", Id: { } conversation }
        && await channels.FindAsync(Place.Alerts, cancellationToken) is { } channel
        && channel.ChannelId == IncidentAccess.WithoutThread(conversation);
}
