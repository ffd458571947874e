using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PolicyConcerns;

/// <summary>Names a concern as its raiser may: by its id and who they are, or by the code of an anonymous one.</summary>
/// <param name="Person">The person who asks.</param>
/// <param name="Id">The id of a concern of their own; null if they have a code.</param>
/// <param name="Code">The code; null if they have an id.</param>
public sealed record ConcernKey(PersonId Person, Id<PolicyConcern>? Id, string? Code)
{
    internal async Task<PolicyConcern?> FindAsync(
        HartwoodDbContext database,
        ConcernCodes codes,
        bool isTracked,
        CancellationToken cancellationToken
    )
    {
        var rows = isTracked ? database.PolicyConcerns : database.PolicyConcerns.AsNoTracking();
        if (Code is { Length: > 0 } code)
        {
            return codes.HashOf(code) is { } hash ? await rows.FirstOrDefaultAsync(row => row.CodeHash == hash, cancellationToken) : null;
        }

        var person = Person.Value;
        return Id is { } id ? await rows.FirstOrDefaultAsync(row => row.Id == id.Value && row.RaiserId == person, cancellationToken) : null;
    }
}
