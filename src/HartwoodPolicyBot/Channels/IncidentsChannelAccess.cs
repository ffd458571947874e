using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Channels;

/// <summary>Tells features whether the incidents channel accepts posts, and whether a message was written there.</summary>
internal sealed class IncidentsChannelAccess(ChannelLookup channels)
{
    private const string RemovedFrom =
        "Teams won't let me post in the incidents channel: I was removed from its team. Add me to the team again, and "
        + "I'll post the waiting messages.";

    private const string RefusedByTeams =
        "Teams won't let me post in the incidents channel. Its team may be archived or deleted, or an administrator may "
        + "have blocked me. Ask the person who looks after Teams to check. I'll keep trying, and post the waiting messages when I can.";

    private const string ChooseAnother = " To use another channel instead, go to it, @mention me and write “use this channel”.";

    /// <summary>Returns the sentence that is shown while Teams refuses posts in the channel, with the step that helps.</summary>
    public string Refused(ChannelState state) =>
        (state == ChannelState.RemovedFrom ? RemovedFrom : RefusedByTeams) + (channels.IsConfigured ? "" : ChooseAnother);

    public async Task<bool> IsSetAsync(CancellationToken cancellationToken) =>
        await channels.FindAsync(Recipient.IncidentsChannel, cancellationToken) is not null;

    /// <summary>Returns whether an activity was sent in the incidents channel, in any of its threads.</summary>
    public async Task<bool> IsOfAsync(TeamsActivity activity, CancellationToken cancellationToken) =>
        activity.Conversation is { ConversationType: "channel", Id: { } conversation }
        && await channels.FindAsync(Recipient.IncidentsChannel, cancellationToken) is { } channel
        && channel.ChannelId == ChannelAddress.WithoutThread(conversation);
}
