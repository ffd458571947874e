using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Privacy;

/// <summary>Deletes many rows in small batches. Each batch is a short transaction, so others can write in between.</summary>
public sealed class BatchedDeletion(UnitOfWork unitOfWork)
{
    public const int Part = 500;

    /// <summary>Deletes all rows of a query, batch by batch.</summary>
    /// <param name="which">Selects the rows to delete, in a fixed order. It is called again for each batch.</param>
    /// <param name="cancellationToken">Stops after a batch.</param>
    /// <returns>How many rows were deleted.</returns>
    public Task<int> AllAsync<T>(Func<HartwoodDbContext, IOrderedQueryable<T>> which, CancellationToken cancellationToken) =>
        InPartsAsync(database => which(database).Take(Part).ExecuteDeleteAsync(cancellationToken), cancellationToken);

    /// <summary>Deletes in batches that need more than one statement.</summary>
    /// <param name="part">Deletes up to <see cref="Part"/> records, and returns how many.</param>
    /// <param name="cancellationToken">Stops after a batch.</param>
    public async Task<int> InPartsAsync(Func<HartwoodDbContext, Task<int>> part, CancellationToken cancellationToken)
    {
        var (all, deleted) = (0, Part);
        while (deleted >= Part)
        {
            deleted = await unitOfWork.WriteAsync(part, cancellationToken);
            all += deleted;
        }

        return all;
    }
}
