using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Teams.Authentication;

namespace HartwoodPolicyBot.Status;

/// <summary>
/// Collects what prevents incidents from reaching people or policies from being found, each with the step that helps. They are
/// logged at the start and shown on the card of <c>status</c>.
/// </summary>
internal sealed class StatusCheck(
    ManagersStatus managers,
    IncidentsChannelStatus channel,
    ChannelOptions options,
    BotIdentity identity,
    ContentNames names,
    ILogger<StatusCheck> log
)
{
    /// <summary>Logs each fault. No fault prevents the start.</summary>
    public async Task LogAsync(CancellationToken cancellationToken)
    {
        foreach (var fault in await FindAsync(cancellationToken))
        {
            log.SelfCheckFound(fault);
        }
    }

    public async Task<IReadOnlyList<string>> FindAsync(CancellationToken cancellationToken)
    {
        List<string> faults = [.. await managers.FaultsAsync(cancellationToken), .. await channel.FaultsAsync(cancellationToken)];
        if (!identity.HasCredentials)
        {
            faults.Add(
                "No credentials are set, so I can only be reached from this machine. Ask the person who runs me to set "
                    + "MicrosoftAppId, as the README says."
            );
        }

        if (!options.HasSpeakUpWay)
        {
            faults.Add(
                "No one is set to get reports about the practice manager, so I tell people who to speak to instead. Ask "
                    + "the person who runs me to set Incidents:SpeakUpPerson or Incidents:SpeakUpChannel."
            );
        }

        faults.AddRange(names.Faults());
        return faults;
    }
}
