using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Channels;

/// <summary>The practice manager's channel, for features that post into it or are written to from it.</summary>
public sealed class IncidentsChannelAccess(ChannelLookup channels)
{
    /// <summary>Said while Teams takes no post there, with what helps.</summary>
    public string Refused =>
        channels.IsConfigured
            ? "Teams refuses my posts in the channel for alerts: I was removed from its team, or it was deleted. Add "
                + "me to the team again, and what waits is posted."
            : "Teams refuses my posts in the channel for alerts: I was removed from its team, or it was deleted. Add "
                + "me to the team again, and what waits is posted. To have another channel instead, go to it, mention me "
                + "and write: use this channel.";

    public async Task<bool> IsSetAsync(CancellationToken cancellationToken) =>
        await channels.FindAsync(Recipient.Alerts, cancellationToken) is not null;

    /// <summary>Was this written there, in whichever thread?</summary>
    public async Task<bool> IsOfAsync(TeamsActivity activity, CancellationToken cancellationToken) =>
        activity.Conversation is { ConversationType: "channel", Id: { } conversation }
        && await channels.FindAsync(Recipient.Alerts, cancellationToken) is { } channel
        && channel.ChannelId == ChannelAddress.WithoutThread(conversation);
}
