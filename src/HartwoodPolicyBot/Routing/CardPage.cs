using System.Globalization;
using AdaptiveCards;

namespace HartwoodPolicyBot.Routing;

/// <summary>A part of a list that is too long for one card.</summary>
/// <param name="Items">What stands on it.</param>
/// <param name="Number">From 1.</param>
/// <param name="Count">How many pages there are; at least one.</param>
internal sealed record CardPage<T>(IReadOnlyList<T> Items, int Number, int Count)
{
    /// <summary>To the pages beside it; each carries a page's number.</summary>
    public IEnumerable<AdaptiveAction> Buttons(string verb, IReadOnlyDictionary<string, string>? kept = null, bool leavesForm = false) =>
        [
            .. Number < Count
                ? (AdaptiveAction[])[AdaptiveExecuteAction.Of("Next page", verb, NumberOf(Number + 1), kept, leavesForm)]
                : [],
            .. Number > 1 ? (AdaptiveAction[])[AdaptiveExecuteAction.Of("Page before", verb, NumberOf(Number - 1), kept, leavesForm)] : [],
        ];

    private static string NumberOf(int page) => page.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Cuts lists into pages.</summary>
internal static class CardPaging
{
    /// <param name="all">The whole list.</param>
    /// <param name="size">Items on a page.</param>
    /// <param name="wanted">As it came with a click: the nearest page that there is.</param>
    public static CardPage<T> PageOf<T>(this IReadOnlyList<T> all, int size, int wanted)
    {
        var count = Math.Max(1, (all.Count + size - 1) / size);
        var number = Math.Clamp(wanted, 1, count);
        return new([.. all.Skip((number - 1) * size).Take(size)], number, count);
    }
}
