using HartwoodPolicyBot.Core.Privacy;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>Who has been set aside for as long as a sent message is kept has left: the way to their chat goes. Whoever comes back is noted again.</summary>
public sealed class ContactRetention(Deletion deletion, AlwaysReached always, PrivacyOptions privacy) : IRetention
{
    public async Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        string[] kept = [.. always.Ids];
        var before = now.AddDays(-privacy.SentMessageDays);
        return
        [
            new("chats with people who left", await deletion.AllAsync(
                database => database.StaffContacts.Where(row => !kept.Contains(row.PersonId) && database.StaffMembers.Any(person => person.PersonId == row.PersonId && person.SetAsideAt < before)).OrderBy(row => row.PersonId),
                cancellationToken)),
        ];
    }
}
