using HartwoodPolicyBot.Core.Privacy;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>
/// Deletes the chat and installation of people who were marked as having left for as long as a sent message is kept. They
/// are recorded again if they come back.
/// </summary>
public sealed class ContactRetention(BatchedDeletion deletion, AlwaysReachable always, PrivacyOptions privacy) : IRetention
{
    public async Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        string[] kept = [.. always.Ids];
        var before = now.AddDays(-privacy.SentMessageDays);
        return
        [
            new(
                "chats with people who left",
                await deletion.InPartsAsync(
                    async database =>
                    {
                        var batch = await database
                            .StaffContacts.Where(row =>
                                !kept.Contains(row.PersonId)
                                && database.StaffMembers.Any(person => person.PersonId == row.PersonId && person.SetAsideAt < before)
                            )
                            .OrderBy(row => row.PersonId)
                            .Select(row => row.PersonId)
                            .Take(BatchedDeletion.Part)
                            .ToListAsync(cancellationToken);
                        await StaffContacts.ForgetAsync(
                            database,
                            database.StaffContacts.Where(row => batch.Contains(row.PersonId)),
                            cancellationToken
                        );
                        return batch.Count;
                    },
                    cancellationToken
                )
            ),
        ];
    }
}
