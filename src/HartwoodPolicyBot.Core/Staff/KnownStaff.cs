using HartwoodPolicyBot.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>Knows everybody who has added the bot, and those who were marked as having left.</summary>
public sealed class KnownStaff(UnitOfWork unitOfWork)
{
    public async Task<IReadOnlySet<PersonId>> AllAsync(CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var ids = await database.StaffMembers.Select(person => person.PersonId).ToListAsync(cancellationToken);
        return ids.Select(PersonId.Of).ToHashSet();
    }
}
