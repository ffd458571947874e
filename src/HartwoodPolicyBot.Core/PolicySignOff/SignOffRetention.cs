using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Privacy;

namespace HartwoodPolicyBot.Core.PolicySignOff;

/// <summary>
/// Deletes sign-offs after their retention period. Those of the current version stay, because it may be in force for longer
/// than that.
/// </summary>
public sealed class SignOffRetention(BatchedDeletion deletion, PolicyLibrary library, PrivacyOptions privacy) : IRetention
{
    private string[] Current => [.. library.Documents.Select(policy => policy.VersionToSignOff)];
    private string[] Told => [.. library.Documents.Select(SignOffDeliveryKinds.ChangedKeys)];

    public async Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (before, sentBefore) = (now.AddYears(-privacy.ReadingYears), now.AddDays(-privacy.SentMessageDays));
        return
        [
            new(
                "readings of a policy",
                await deletion.AllAsync(
                    database =>
                        database
                            .PolicyReadings.Where(row => !Current.Contains(row.PolicyVersion) && (row.ReadAt ?? row.AskedAt) < before)
                            .OrderBy(row => row.Id),
                    cancellationToken
                )
            ),
            new(
                "policy rounds",
                await deletion.AllAsync(
                    database =>
                        database
                            .PolicyRounds.Where(row =>
                                !Current.Contains(row.PolicyVersion)
                                && row.SentAt < before
                                && !database.PolicyReadings.Any(reading =>
                                    reading.PolicySlug == row.PolicySlug && reading.PolicyVersion == row.PolicyVersion
                                )
                            )
                            .OrderBy(row => row.Id),
                    cancellationToken
                )
            ),
            // The record that a manager was told of the current text must stay, because otherwise they would be told again.
            new(
                "messages about a changed policy",
                await deletion.AllAsync(
                    database =>
                        database
                            .Deliveries.Where(row =>
                                row.Kind == SignOffDeliveryKinds.Changed
                                && row.CreatedAt < sentBefore
                                && !Told.Any(text => row.Key.StartsWith(text))
                            )
                            .OrderBy(row => row.Id),
                    cancellationToken
                )
            ),
        ];
    }
}
