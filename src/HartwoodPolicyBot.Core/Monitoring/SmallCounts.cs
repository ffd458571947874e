namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>
/// Hides counts that could point at a person, in reports for readers other than practice managers. Counts of 1 to 4 become
/// "&lt;5". A reader who knows the total could subtract, so the largest count of the same table is hidden too. If the
/// reader could still rule out some values of 1 to 4, no count is shown.
/// </summary>
/// <remarks>
/// Source: the rule of five is NHS Digital's small number suppression; hiding a second count follows the ONS's disclosure
/// control guidance. 0 is shown, because it points at nobody.
/// </remarks>
public static class SmallCounts
{
    public const int Least = 5;

    /// <summary>Protects a single count that isn't part of a total.</summary>
    public static SafeCount Protect(int count) => count is > 0 and < Least ? SafeCount.Few : new(count);

    /// <summary>Protects the parts of one total, which the reader may know.</summary>
    public static IReadOnlyList<SafeCount> Protect(IReadOnlyList<int> parts)
    {
        var few = parts.Count(IsFew);
        if (few == 0)
        {
            return [.. parts.Select(count => new SafeCount(count))];
        }

        var largest = parts.Max();
        if (IsFew(largest))
        {
            return Unsaid(parts);
        }

        var place = parts.ToList().IndexOf(largest);
        var shown = parts.Where((count, at) => !IsFew(count) && at != place).ToList();

        // The reader knows that the hidden largest count is larger than every shown one, and that each small count is 1 to 4.
        var leastOfLargest = Math.Max(Least, shown.DefaultIfEmpty().Max() + 1);
        var hidden = parts.Sum() - shown.Sum();
        var isSafe = hidden >= leastOfLargest + (Least - 1) + (few - 1);
        return isSafe
            ?
            [
                .. parts.Select(
                    (count, at) =>
                        at == place ? SafeCount.Unsaid
                        : IsFew(count) ? SafeCount.Few
                        : new(count)
                ),
            ]
            : Unsaid(parts);
    }

    /// <summary>Hides every count except 0. Even 0 is hidden if showing it would rule out some of 1 to 4 for another row.</summary>
    private static IReadOnlyList<SafeCount> Unsaid(IReadOnlyList<int> parts)
    {
        var (total, rows) = (parts.Sum(), parts.Count(count => count > 0));
        var saysNought = total < Least ? rows == 1 : total >= rows + Least - 2;
        return [.. parts.Select(count => count == 0 && saysNought ? new SafeCount(0) : SafeCount.Unsaid)];
    }

    private static bool IsFew(int count) => count is > 0 and < Least;
}

/// <summary>Represents a count as readers other than practice managers may see it.</summary>
/// <param name="Count">The count; null when it is hidden.</param>
/// <param name="Says">The text in its cell.</param>
public sealed record SafeCount(int? Count, string Says)
{
    public SafeCount(int count)
        : this(count, $"{count}") { }

    /// <summary>Stands for a count of 1 to 4.</summary>
    public static SafeCount Few { get; } = new(null, $"<{SmallCounts.Least}");

    /// <summary>Stands for a count that is hidden so that others stay hidden.</summary>
    public static SafeCount Unsaid { get; } = new(null, "not shown");
}
