using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Storage;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>
/// Loads saved answers that another instance has changed. Twice a second it asks the database whether anything was written,
/// and reads only then.
/// </summary>
internal sealed class SavedAnswerRefresh(SavedAnswers answers, DatabaseChanges changes, TimeProvider time, ILogger<SavedAnswerRefresh> log)
    : BackgroundService
{
    public static TimeSpan Every { get; } = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var often = new PeriodicTimer(Every, time);
        var isFailing = false;
        while (await often.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await changes.SinceLastLookAsync(stoppingToken))
                {
                    await answers.RefreshAsync(stoppingToken);
                }

                isFailing = false;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                changes.Forget();

                // Logged once and not twice a second, because an unreachable database is logged in other places too.
                if (!isFailing)
                {
                    log.AnswersNotRefreshed(fault);
                }

                isFailing = true;
            }
        }
    }
}
