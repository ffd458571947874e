using HartwoodPolicyBot.Channels;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Training;

namespace HartwoodPolicyBot.Start;

/// <summary>
/// Hands waiting messages over when the configuration names other practice managers or another speak-up person. It runs at the
/// start, because only a restart changes the configuration. The people named before get nothing further, because each message
/// checks its recipient again when it is made.
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
