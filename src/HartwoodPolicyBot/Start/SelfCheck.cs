using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Status;

namespace HartwoodPolicyBot.Start;

/// <summary>Logs what is not set up, and how many codes of anonymous reports were made with another key.</summary>
internal sealed class SelfCheck(StatusCheck status, EarlierCodes codes, ILogger<PolicyBot> log)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await status.LogAsync(cancellationToken);
        if (await codes.OfOtherKeyAsync(cancellationToken) is > 0 and var lost)
        {
            log.CodesOfOtherKey(lost);
        }
    }
}
