using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Says where a report goes now, so that its receipt promises nothing else.</summary>
public enum ReportDestination
{
    /// <summary>It goes to the practice manager's channel.</summary>
    Channel,

    /// <summary>There is no channel, so it goes to each practice manager's own chat with the bot.</summary>
    Chats,

    /// <summary>There is no channel, and no practice manager has a chat with the bot, so it waits.</summary>
    Nobody,

    /// <summary>It is about the practice manager, and goes to the person or the channel for such reports.</summary>
    SpeakUp,
}

/// <summary>Finds out where reports go now.</summary>
public sealed class ReportDestinations(ChannelLookup channels, StaffOptions staff, StaffContacts contacts)
{
    public async Task<ReportDestination> OfAsync(Incident incident, CancellationToken cancellationToken)
    {
        if (incident.Route == IncidentRoute.SpeakUp)
        {
            return ReportDestination.SpeakUp;
        }

        if (await channels.FindAsync(Recipient.IncidentsChannel, cancellationToken) is not null)
        {
            return ReportDestination.Channel;
        }

        foreach (var manager in staff.ManagersAndDeputies)
        {
            if (await contacts.FindAsync(manager, cancellationToken) is not null)
            {
                return ReportDestination.Chats;
            }
        }

        return ReportDestination.Nobody;
    }
}
