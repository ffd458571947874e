using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Common;

/// <summary>A part of a list that is too long to be shown at once.</summary>
/// <param name="Items">What stands on it.</param>
/// <param name="Number">From 1.</param>
/// <param name="Count">How many pages there are; at least one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Count);

/// <summary>Cuts lists into pages.</summary>
public static class Paging
{
    /// <param name="all">The whole list.</param>
    /// <param name="size">Items on a page.</param>
    /// <param name="wanted">As it came with a click: the nearest page that there is.</param>
    public static Page<T> PageOf<T>(this IReadOnlyList<T> all, int size, int wanted)
    {
        var (number, count) = Nearest(all.Count, size, wanted);
        return new([.. all.Skip((number - 1) * size).Take(size)], number, count);
    }

    /// <summary>The same of rows; only those of the page are read.</summary>
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
