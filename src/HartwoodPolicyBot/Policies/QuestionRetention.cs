using System.ComponentModel.DataAnnotations;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Policies;

/// <summary>How long things are kept: section <c>Privacy</c>.</summary>
public sealed class PrivacyOptions
{
    /// <summary>Days that a question stays in the log. A year shows what staff ask in each season; then it goes.</summary>
    [Range(1, 3650, ErrorMessage = "Privacy:QuestionLogDays must be 1 to 3650.")]
    public int QuestionLogDays { get; set; } = 365;
}

/// <summary>Deletes old questions, at start and once a day.</summary>
public sealed class QuestionRetention(QuestionLog questions, PrivacyOptions privacy, TimeProvider time, ILogger<QuestionRetention> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var daily = new PeriodicTimer(TimeSpan.FromDays(1), time);
        do
        {
            try
            {
                var deleted = await questions.DeleteBeforeAsync(time.GetUtcNow().AddDays(-privacy.QuestionLogDays), stoppingToken);
                if (deleted > 0)
                {
                    log.QuestionsDeleted(deleted, privacy.QuestionLogDays);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.QuestionsNotDeleted(fault);
            }
        }
        while (await daily.WaitForNextTickAsync(stoppingToken));
    }
}
