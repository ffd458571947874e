using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Common;

/// <summary>Represents one page of a list that is too long for one card.</summary>
/// <param name="Items">The items on this page.</param>
/// <param name="Number">The page number, from 1.</param>
/// <param name="Count">How many pages there are, at least 1.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Count);

/// <summary>Divides lists into pages.</summary>
public static class Paging
{
    /// <summary>Returns one page of a list.</summary>
    /// <param name="all">The whole list.</param>
    /// <param name="size">How many items a page has.</param>
    /// <param name="wanted">The page number from the click. If there is no such page, the nearest one is returned.</param>
    public static Page<T> PageOf<T>(this IReadOnlyList<T> all, int size, int wanted)
    {
        var (number, count) = Nearest(all.Count, size, wanted);
        return new([.. all.Skip((number - 1) * size).Take(size)], number, count);
    }

    /// <summary>Returns one page of a query's rows, and reads only those rows.</summary>
    public static async Task<Page<T>> PageOfAsync<T>(
        this IOrderedQueryable<T> all,
        int size,
        int wanted,
        CancellationToken cancellationToken
    )
    {
        var (number, count) = Nearest(await all.CountAsync(cancellationToken), size, wanted);
        return new(await all.Skip((number - 1) * size).Take(size).ToListAsync(cancellationToken), number, count);
    }

    private static (int Number, int Count) Nearest(int items, int size, int wanted)
    {
        var count = Math.Max(1, (items + size - 1) / size);
        return (Math.Clamp(wanted, 1, count), count);
    }
}
