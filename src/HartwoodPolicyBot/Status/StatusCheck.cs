using HartwoodPolicyBot.Channels;
using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Teams.Authentication;

namespace HartwoodPolicyBot.Status;

/// <summary>
/// What stands in the way of incidents reaching people and of policies being found, and the step that helps: a line each,
/// at start in the log and on status in a card.
/// </summary>
public sealed class StatusCheck(
    StaffOptions staff,
    StaffContacts contacts,
    ChannelLookup channels,
    IncidentsChannelAccess alerts,
    DeliveryBacklog deliveries,
    ChannelOptions options,
    BotIdentity identity,
    ContentNames names,
    ILogger<StatusCheck> log
)
{
    private const string HowToChoose = "go to the channel, mention me and write: use this channel.";

    /// <summary>Before the server listens: each fault a line in the log. None of them stops the start.</summary>
    public async Task LogAsync(CancellationToken cancellationToken)
    {
        foreach (var fault in await FindAsync(cancellationToken))
        {
            log.SelfCheckFound(fault);
        }
    }

    public async Task<IReadOnlyList<string>> FindAsync(CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        if (staff.PracticeManagers.Count == 0)
        {
            faults.Add("No practice manager is set, so nobody can handle reports. Ask whoever runs me to set Staff:PracticeManagers.");
        }

        var unknown = 0;
        foreach (var manager in staff.PracticeManagers)
        {
            unknown += await contacts.FindAsync(PersonId.Of(manager), cancellationToken) is null ? 1 : 0;
        }

        if (unknown > 0)
        {
            faults.Add(
                $"{unknown} of {staff.PracticeManagers.Count} practice managers {(unknown == 1 ? "has" : "have")} not "
                    + "written to me yet, so I cannot write to them. Ask them to say hello to me in a private chat."
            );
        }

        if (await channels.FindAsync(Recipient.Alerts, cancellationToken) is null)
        {
            faults.Add($"No channel for incident alerts is set, so reports and questions wait for one. Add me to a team, {HowToChoose}");
        }

        var counts = await deliveries.CountAsync(cancellationToken);
        if (counts.ChannelStopped)
        {
            faults.Add(alerts.Refused);
        }

        if (counts.GivenUp > 0)
        {
            faults.Add($"Not delivered, though I tried for long: {counts.GivenUp}. Tap Send again on the status card.");
        }

        if (!identity.HasCredentials)
        {
            faults.Add(
                "No credentials are set, so I can be reached from this machine only. Ask whoever runs me to set "
                    + "MicrosoftAppId, as README says."
            );
        }

        if (!options.HasSpeakUpWay)
        {
            faults.Add(
                "Reports about the practice manager have nowhere to go, so I tell people whom to go to instead. Ask "
                    + "whoever runs me to set Incidents:SpeakUpPerson or Incidents:SpeakUpChannel."
            );
        }

        faults.AddRange(names.Faults());
        return faults;
    }
}
