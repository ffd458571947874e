using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Interests;

/// <summary>Lists what staff have declared, for practice managers.</summary>
public sealed class InterestList(IDbContextFactory<HartwoodDbContext> databases)
{
    /// <summary>How many interests fit a card.</summary>
    public const int PageSize = 6;

    /// <summary>Returns a page of the interests that last, by name; or of those that ended, the last first.</summary>
    public async Task<Page<Interest>> PageAsync(bool ended, int wanted, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var all = database.Interests.AsNoTracking();
        return ended
            ? await all.Where(row => row.EndedAt != null)
                .OrderByDescending(row => row.EndedAt)
                .ThenBy(row => row.Id)
                .PageOfAsync(PageSize, wanted, cancellationToken)
            : await all.Where(row => row.EndedAt == null)
                .OrderBy(row => row.PersonName)
                .ThenBy(row => row.DeclaredAt)
                .ThenBy(row => row.Id)
                .PageOfAsync(PageSize, wanted, cancellationToken);
    }
}
