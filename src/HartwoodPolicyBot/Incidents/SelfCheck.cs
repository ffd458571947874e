using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Authentication;

namespace HartwoodPolicyBot.Incidents;

/// <summary>What stands in the way of incidents reaching people: a sentence each, at start in the log and on status in a card.</summary>
public sealed class SelfCheck(
    StaffOptions staff, StaffContacts contacts, AlertChannels channels, DeliveryBacklog deliveries, IncidentOptions options, BotIdentity identity, TimeProvider time, ILogger<SelfCheck> log)
{
    private static readonly TimeSpan BankHolidaysAhead = TimeSpan.FromDays(180);

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
            faults.Add("No practice manager is set (Staff:PracticeManagers), so nobody can handle reports.");
        }

        var unknown = 0;
        foreach (var manager in staff.PracticeManagers)
        {
            unknown += await contacts.FindAsync(manager, cancellationToken) is null ? 1 : 0;
        }

        if (unknown > 0)
        {
            faults.Add($"{unknown} of {staff.PracticeManagers.Count} practice managers have not written to me yet, so I cannot write to them. One hello is enough.");
        }

        if (await channels.FindAsync(Place.Alerts, cancellationToken) is null)
        {
            faults.Add("No channel for incident alerts is set. Reports and questions are kept until one is.");
        }

        var counts = await deliveries.CountAsync(cancellationToken);
        if (counts.ChannelStopped)
        {
            faults.Add("Teams refuses my posts in the channel for alerts: I was removed from the team. Add me again, and choose the channel again.");
        }

        if (counts.GivenUp > 0)
        {
            faults.Add($"Not delivered, though I tried for long: {counts.GivenUp}. They can be sent again.");
        }

        if (!identity.HasCredentials)
        {
            faults.Add("No credentials are set (MicrosoftAppId), so I can be reached from this machine only.");
        }

        if (!options.HasSpeakUpWay)
        {
            faults.Add("Reports about the practice manager have nowhere to go (Incidents:SpeakUpPerson or SpeakUpChannel). I tell people whom to go to instead.");
        }

        if (PracticeTime.Today(time).AddDays(BankHolidaysAhead.Days) > WorkingDays.KnownUntil)
        {
            faults.Add($"Bank holidays are known until {PracticeTime.Text(WorkingDays.KnownUntil)} only. Please update me.");
        }

        return faults;
    }
}
