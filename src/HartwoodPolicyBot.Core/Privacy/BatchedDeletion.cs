using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Privacy;

/// <summary>Deletes many rows in small parts: each is a short transaction, and others write in between.</summary>
public sealed class BatchedDeletion(UnitOfWork unitOfWork)
{
    public const int Part = 500;

    /// <param name="which">What is to go, in a fixed order; asked again for each part.</param>
    /// <param name="cancellationToken">Stops after a part.</param>
    /// <returns>How many rows went.</returns>
    public Task<int> AllAsync<T>(Func<HartwoodDbContext, IOrderedQueryable<T>> which, CancellationToken cancellationToken) =>
        InPartsAsync(database => which(database).Take(Part).ExecuteDeleteAsync(cancellationToken), cancellationToken);

    /// <summary>The same where a part is more than one statement.</summary>
    /// <param name="part">Deletes up to <see cref="Part"/> things, and says how many.</param>
    /// <param name="cancellationToken">Stops after a part.</param>
    public async Task<int> InPartsAsync(Func<HartwoodDbContext, Task<int>> part, CancellationToken cancellationToken)
    {
        var (all, some) = (0, Part);
        while (some >= Part)
        {
            some = await unitOfWork.WriteAsync(part, cancellationToken);
            all += some;
        }

        return all;
    }
}
