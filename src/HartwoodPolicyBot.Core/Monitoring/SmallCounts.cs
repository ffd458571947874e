namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>
/// Hides counts that could point at a person, in what leaves the practice manager's hands. One to four becomes "&lt;5". Who
/// knows the total must not get it back by subtraction, so the largest count of the same row of figures is not shown either;
/// and where even that would leave less than all of one to four possible, no count is shown at all.
/// </summary>
/// <remarks>
/// Source: the rule of five is NHS Digital's small number suppression; secondary suppression as in the ONS's disclosure
/// control guidance. Nought is shown: it points at nobody.
/// </remarks>
public static class SmallCounts
{
    public const int Least = 5;

    /// <summary>A number that stands alone.</summary>
    public static SafeCount Protect(int count) => count is > 0 and < Least ? SafeCount.Few : new(count);

    /// <summary>The parts of one total; whoever reads them may know the total.</summary>
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

        // The reader knows that the largest is larger than what is shown, and that each of the few is one to four.
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

    /// <summary>Nothing but where there was nothing, and that only while the rest leaves one to four possible for each other row.</summary>
    private static IReadOnlyList<SafeCount> Unsaid(IReadOnlyList<int> parts)
    {
        var (total, rows) = (parts.Sum(), parts.Count(count => count > 0));
        var saysNought = total < Least ? rows == 1 : total >= rows + Least - 2;
        return [.. parts.Select(count => count == 0 && saysNought ? new SafeCount(0) : SafeCount.Unsaid)];
    }

    private static bool IsFew(int count) => count is > 0 and < Least;
}

/// <summary>A count as others may see it.</summary>
/// <param name="Count">Null when it is hidden.</param>
/// <param name="Says">What stands in its place.</param>
public sealed record SafeCount(int? Count, string Says)
{
    public SafeCount(int count)
        : this(count, $"{count}") { }

    /// <summary>One to four.</summary>
    public static SafeCount Few { get; } = new(null, $"<{SmallCounts.Least}");

    /// <summary>Hidden, so that others stay hidden.</summary>
    public static SafeCount Unsaid { get; } = new(null, "not shown");
}
