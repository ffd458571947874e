using HartwoodPolicyBot.Channels;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Training;

namespace HartwoodPolicyBot;

/// <summary>
/// Who handles what stands in the configuration, so it changes with a start: what waited for those who had a part goes to
/// those who have it now. Whoever had it gets nothing more, because each message asks again when it is made.
/// </summary>
internal sealed class ManagerHandover(
    SpeakUpHandover speakUp,
    ReportsWithoutChannel reports,
    QuestionsWithoutChannel questions,
    HelpRequestHandover help,
    IncidentsChannelAccess channel
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
