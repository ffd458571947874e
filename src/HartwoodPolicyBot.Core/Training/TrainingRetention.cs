using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Training.Scenarios;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>
/// Deletes training after its retention period, then people who have left and have no training records. Assignments that
/// others still have to do stay.
/// </summary>
public sealed class TrainingRetention(BatchedDeletion deletion, PrivacyOptions privacy) : IRetention
{
    private static readonly string[] Sent = [TrainingDeliveryKinds.Help, TrainingDeliveryKinds.Overdue, ScenarioHandover.Kind];

    public async Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now.AddYears(-privacy.TrainingYears);
        var sentBefore = now.AddDays(-privacy.SentMessageDays);
        return
        [
            new(
                "training rounds",
                await deletion.AllAsync(
                    database => database.TrainingAttempts.Where(row => (row.FinishedAt ?? row.StartedAt) < before).OrderBy(row => row.Id),
                    cancellationToken
                )
            ),
            new(
                "training assignments",
                await deletion.AllAsync(
                    database => database.TrainingAssignments.Where(row => row.CompletedAt < before).OrderBy(row => row.Id),
                    cancellationToken
                )
            ),
            new(
                "training that people who left had still to do",
                await deletion.AllAsync(
                    database =>
                        database
                            .TrainingAssignments.Where(row =>
                                row.CompletedAt == null
                                && database.StaffMembers.Any(person => person.PersonId == row.PersonId && person.SetAsideAt < before)
                                && !database.TrainingAttempts.Any(attempt => attempt.PersonId == row.PersonId)
                            )
                            .OrderBy(row => row.Id),
                    cancellationToken
                )
            ),
            new(
                "people who left",
                await deletion.AllAsync(
                    database =>
                        database
                            .StaffMembers.Where(person =>
                                person.SetAsideAt < before && !database.TrainingAttempts.Any(row => row.PersonId == person.PersonId)
                            )
                            .OrderBy(person => person.PersonId),
                    cancellationToken
                )
            ),
            new(
                "messages about training",
                await deletion.AllAsync(
                    database =>
                        database.Deliveries.Where(row => Sent.Contains(row.Kind) && row.CreatedAt < sentBefore).OrderBy(row => row.Id),
                    cancellationToken
                )
            ),
        ];
    }
}
