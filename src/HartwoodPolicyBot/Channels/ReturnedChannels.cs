using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Channels;

/// <summary>
/// Sends what is stopped for a channel as soon as anything comes from it or its team: a message, a click, or the event that the
/// team was restored.
/// </summary>
internal sealed class ReturnedChannels(ChannelLookup channels, WaitingRecipients awaited)
{
    public async Task ReleaseForAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        if (activity is { Conversation.ConversationType: not "channel", ChannelData: not { Team: not null } and not { Channel: not null } })
        {
            return;
        }

        foreach (var place in ChannelLookup.Places)
        {
            if (
                await awaited.IncludeAsync(place, cancellationToken)
                && await channels.FindAsync(place, cancellationToken) is { } channel
                && IsFrom(channel, activity)
                && await awaited.TakeAsync(place, cancellationToken)
            )
            {
                await channels.ReleaseAsync(place, channel, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Says whether the activity comes from the channel or its team. The team of a channel that the settings name isn't known,
    /// so for such a channel an event of any team counts.
    /// </summary>
    private static bool IsFrom(ChannelAddress channel, TeamsActivity activity) =>
        ChannelAddress.WithoutThread(Sender.PlaceOf(activity)) == channel.ChannelId
        || activity.ChannelData?.Channel?.Id == channel.ChannelId
        || (
            activity.ChannelData?.Team?.Id is { } team
            && (
                channel.TeamId is null
                    ? activity.Type is ActivityKinds.ConversationUpdate or ActivityKinds.InstallationUpdate
                    : team == channel.TeamId
            )
        );
}
