using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Jobs;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>
/// Looks once a minute for questions that have waited too long, and for cards that must show that an answer has arrived or
/// can't be delivered. The calendar and the database decide what is due, not the time at which this runs.
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
