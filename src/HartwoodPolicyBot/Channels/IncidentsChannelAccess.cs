using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Channels;

/// <summary>Tells features whether the incidents channel accepts posts, and whether a message was written there.</summary>
public sealed class IncidentsChannelAccess(ChannelLookup channels)
{
    /// <summary>
    /// Returns the sentence that is shown while Teams refuses posts in the channel, with the step that helps.
    /// </summary>
    public string Refused =>
        channels.IsConfigured
            ? "Teams refuses my posts in the channel for alerts: I was removed from its team, or it was deleted. Add "
                + "me to the team again, and what waits is posted."
            : "Teams refuses my posts in the channel for alerts: I was removed from its team, or it was deleted. Add "
                + "me to the team again, and what waits is posted. To have another channel instead, go to it, mention me "
                + "and write: use this channel.";

    public async Task<bool> IsSetAsync(CancellationToken cancellationToken) =>
        await channels.FindAsync(Recipient.Alerts, cancellationToken) is not null;

    /// <summary>Returns whether an activity was sent in the incidents channel, in any of its threads.</summary>
    public async Task<bool> IsOfAsync(TeamsActivity activity, CancellationToken cancellationToken) =>
        activity.Conversation is { ConversationType: "channel", Id: { } conversation }
        && await channels.FindAsync(Recipient.Alerts, cancellationToken) is { } channel
        && channel.ChannelId == ChannelAddress.WithoutThread(conversation);
}
