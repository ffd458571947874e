using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Policies.Answers;

namespace HartwoodPolicyBot.Policies.Answers;

/// <summary>Looks once a minute which questions have waited for too long. What is due is decided by the calendar and the database, not by when this runs.</summary>
internal sealed class QuestionJob(QuestionNudges nudges, ILogger<QuestionJob> log) : TimedJob
{
    public static TimeSpan Every { get; } = TimeSpan.FromSeconds(60);

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var planned = await nudges.PlanDueAsync(cancellationToken);
        if (planned > 0)
        {
            log.QuestionNudgesPlanned(planned);
        }
    }

    protected override void Failed(Exception fault) => log.QuestionNudgesNotPlanned(fault);
}
