using HartwoodPolicyBot.Core.ManagerQuestions;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Learns of answers that another instance took in: looks twice a second, which costs one small question.</summary>
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
                // Once, not twice a second: a database that is away says so elsewhere, too.
                if (!isFailing)
                {
                    log.AnswersNotRefreshed(fault);
                }

                isFailing = true;
            }
        }
    }
}
