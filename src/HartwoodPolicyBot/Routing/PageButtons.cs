using System.Globalization;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Routing;

/// <summary>Buttons to the pages beside the one that a card shows.</summary>
internal static class PageButtons
{
    /// <param name="page">The page that is shown.</param>
    /// <param name="verb">Shows another one.</param>
    /// <param name="id">What the click carries for a page's number; null for the number itself.</param>
    /// <param name="kept">What the click carries besides.</param>
    /// <param name="leavesForm">What is filled in is not sent with the click.</param>
    public static IEnumerable<AdaptiveAction> Buttons<T>(
        this Page<T> page,
        string verb,
        Func<int, string>? id = null,
        IReadOnlyDictionary<string, string>? kept = null,
        bool leavesForm = false
    )
    {
        id ??= number => number.ToString(CultureInfo.InvariantCulture);
        if (page.Number < page.Count)
        {
            yield return AdaptiveExecuteAction.Of("Next page", verb, id(page.Number + 1), kept, leavesForm);
        }

        if (page.Number > 1)
        {
            yield return AdaptiveExecuteAction.Of("Page before", verb, id(page.Number - 1), kept, leavesForm);
        }
    }
}
