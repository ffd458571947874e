using HartwoodPolicyBot.Channels;
using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Delivery;

namespace HartwoodPolicyBot.Status;

/// <summary>Says whether the incidents channel is set and whether every delivery has arrived there.</summary>
internal sealed class IncidentsChannelStatus(ChannelLookup channels, IncidentsChannelAccess channel, DeliveryBacklog deliveries)
{
    private const string HowToChoose = "go to the channel, @mention me and write “use this channel”.";

    /// <summary>Returns what is wrong, each with the step that helps.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        if (await channels.FindAsync(Recipient.IncidentsChannel, cancellationToken) is null)
        {
            faults.Add(
                $"No channel is set, so reports and questions only go to practice managers' own chats. Add me to a team, {HowToChoose}"
            );
        }

        var counts = await deliveries.CountAsync(cancellationToken);
        if (counts.ChannelStopped)
        {
            faults.Add(channel.Refused(counts.Channel));
        }

        if (counts.GivenUp > 0)
        {
            faults.Add(
                $"{counts.GivenUp} {(counts.GivenUp == 1 ? "message" : "messages")} couldn't be delivered. " + "Tap Send again below."
            );
        }

        faults.AddRange(counts.WhatToDo);
        return faults;
    }
}
