using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Policies.Answers;
using HartwoodPolicyBot.Core.Training;

namespace HartwoodPolicyBot.Bot;

/// <summary>
/// Who handles what stands in the configuration, so it changes with a start: what waited for those who had a part goes to
/// those who have it now. Whoever had it gets nothing more, because each message asks again when it is made.
/// </summary>
internal sealed class PeopleInCharge(
    SpeakUpReports speakUp,
    UnpostedReports reports,
    UnpostedQuestions questions,
    UnheardHelp help,
    AlertsChannel channel
)
{
    public async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        await speakUp.MoveAsync(cancellationToken);
        await help.TellManagersAsync(cancellationToken);
        if (!await channel.IsSetAsync(cancellationToken))
        {
            await reports.TellManagersAsync(cancellationToken);
            await questions.TellManagersAsync(cancellationToken);
        }
    }
}
