using HartwoodPolicyBot.Core.Privacy;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>
/// Deletes files that were sent and not published. The versions stay: they say what was in force when somebody signed off, was trained
/// or was told.
/// </summary>
public sealed class PolicyRetention(BatchedDeletion deletion) : IRetention
{
    /// <summary>How long a file waits to be published after the last change.</summary>
    public const int DraftDays = 30;

    public async Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now.AddDays(-DraftDays);
        return
        [
            new(
                "policies that were not published",
                await deletion.AllAsync(
                    database => database.PolicyDrafts.Where(draft => draft.ChangedAt < before).OrderBy(draft => draft.Id),
                    cancellationToken
                )
            ),
        ];
    }
}
