using HartwoodPolicyBot.Core.ManagerQuestions;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Loads saved answers that another instance has changed. It looks twice a second with one small query.</summary>
internal sealed class SavedAnswerRefresh(SavedAnswers answers, TimeProvider time, ILogger<SavedAnswerRefresh> log) : BackgroundService
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
                await answers.RefreshAsync(stoppingToken);
                isFailing = false;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
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
