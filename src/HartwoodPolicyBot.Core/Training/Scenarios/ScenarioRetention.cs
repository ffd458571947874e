using HartwoodPolicyBot.Core.Privacy;

namespace HartwoodPolicyBot.Core.Training.Scenarios;

/// <summary>
/// Deletes revisions of scenarios that were replaced longer ago than training is kept. The newest revision of each stays, because it
/// says what is asked, or that it is set aside.
/// </summary>
public sealed class ScenarioRetention(BatchedDeletion deletion, PrivacyOptions privacy) : IRetention
{
    public async Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now.AddYears(-privacy.TrainingYears);
        return
        [
            new(
                "replaced training scenarios",
                await deletion.AllAsync(
                    database =>
                        database
                            .ScenarioRevisions.Where(row =>
                                database.ScenarioRevisions.Any(next =>
                                    next.ScenarioName == row.ScenarioName && next.Number > row.Number && next.At < before
                                )
                            )
                            .OrderBy(row => row.ScenarioName)
                            .ThenBy(row => row.Number),
                    cancellationToken
                )
            ),
        ];
    }
}
