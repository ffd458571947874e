using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training.Scenarios;

/// <summary>Counts how often each scenario was answered, and how often right. It says nothing about who answered.</summary>
public sealed class ScenarioAnswers(IDbContextFactory<HartwoodDbContext> databases)
{
    /// <summary>Returns the counts by the id of the scenario, which differs after each change of it.</summary>
    public async Task<IReadOnlyDictionary<string, AnswerCount>> CountAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var answers = database
            .TrainingAnswers.AsNoTracking()
            .Join(
                database.TrainingAttempts,
                answer => answer.AttemptId,
                attempt => attempt.Id,
                (answer, attempt) =>
                    new
                    {
                        attempt.Plan,
                        answer.Number,
                        answer.IsRight,
                    }
            );
        var counts = new Dictionary<string, AnswerCount>(StringComparer.Ordinal);
        await foreach (var answer in answers.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (IdIn(answer.Plan, answer.Number) is { } id)
            {
                var (right, all) = counts.GetValueOrDefault(id, new(0, 0));
                counts[id] = new(right + (answer.IsRight ? 1 : 0), all + 1);
            }
        }

        return counts;
    }

    private static string? IdIn(string plan, int number)
    {
        var questions = plan.Split(' ');
        return number >= 1 && number <= questions.Length ? questions[number - 1].Split('.')[0] : null;
    }
}

/// <summary>Counts how often a scenario was answered right, of all its answers.</summary>
public sealed record AnswerCount(int Right, int All);
