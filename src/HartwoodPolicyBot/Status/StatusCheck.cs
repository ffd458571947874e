using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Teams.Authentication;

namespace HartwoodPolicyBot.Status;

/// <summary>
/// What stands in the way of incidents reaching people and of policies being found, and the step that helps: a line each,
/// at start in the log and on status in a card.
/// </summary>
public sealed class StatusCheck(
    ManagersStatus managers,
    IncidentsChannelStatus channel,
    ChannelOptions options,
    BotIdentity identity,
    ContentNames names,
    ILogger<StatusCheck> log
)
{
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
        List<string> faults = [.. await managers.FaultsAsync(cancellationToken), .. await channel.FaultsAsync(cancellationToken)];
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
