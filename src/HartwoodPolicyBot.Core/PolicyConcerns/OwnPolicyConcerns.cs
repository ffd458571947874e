using HartwoodPolicyBot.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PolicyConcerns;

/// <summary>Shows people the concerns that they raised, and an anonymous one to whoever has its code.</summary>
public sealed class OwnPolicyConcerns(UnitOfWork unitOfWork, ConcernCodes codes)
{
    private const int MostListed = 10;

    public async Task<PolicyConcern?> FindAsync(ConcernKey which, CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await which.FindAsync(database, codes, isTracked: false, cancellationToken);
    }

    /// <summary>Returns a concern for the message that tells its raiser; the delivery names the right person.</summary>
    public async Task<PolicyConcern?> FindAsync(Id<PolicyConcern> id, CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await database.PolicyConcerns.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id.Value, cancellationToken);
    }

    /// <summary>Returns the person's newest concerns, newest first.</summary>
    public async Task<IReadOnlyList<PolicyConcern>> OfAsync(PersonId person, CancellationToken cancellationToken)
    {
        var id = person.Value;
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await database
            .PolicyConcerns.AsNoTracking()
            .Where(row => row.RaiserId == id)
            .OrderByDescending(row => row.RaisedAt)
            .Take(MostListed)
            .ToListAsync(cancellationToken);
    }
}
