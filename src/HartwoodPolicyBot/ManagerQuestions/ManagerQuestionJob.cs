using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Jobs;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>
/// Looks once a minute which questions have waited for too long, and which cards do not tell yet that an answer has
/// arrived or cannot. What is due is decided by the calendar and the database, not by when this runs.
/// </summary>
internal sealed class ManagerQuestionJob(ManagerQuestionNudges nudges, ManagerQuestionCardUpdates cards, ILogger<ManagerQuestionJob> log)
    : TimedJob
{
    public static TimeSpan Every { get; } = TimeSpan.FromSeconds(60);

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var planned = await nudges.PlanDueAsync(cancellationToken);
        if (planned > 0)
        {
            log.QuestionNudgesPlanned(planned);
        }

        var updated = await cards.AfterDeliveryAsync(cancellationToken);
        if (updated > 0)
        {
            log.QuestionCardsUpdated(updated);
        }
    }

    protected override void Failed(Exception fault) => log.QuestionNudgesNotPlanned(fault);
}
