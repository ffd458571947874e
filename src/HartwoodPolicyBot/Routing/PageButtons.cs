using System.Globalization;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Routing;

/// <summary>Makes the buttons for the previous and the next page of a list.</summary>
internal static class PageButtons
{
    /// <summary>Returns "Page 2 of 3. ", or nothing if there is only one page.</summary>
    public static string Place<T>(this Page<T> page) => page.Count > 1 ? $"Page {page.Number} of {page.Count}. " : "";

    /// <summary>Returns the line "Page 2 of 3.", or nothing if there is only one page.</summary>
    public static IEnumerable<AdaptiveElement> PlaceLine<T>(this Page<T> page) =>
        page.Count > 1 ? [AdaptiveTextBlock.Subtle(page.Place().TrimEnd())] : [];

    /// <summary>Reads the number of a page that a click carries; anything else means the first.</summary>
    public static int NumberIn(string? page) =>
        int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    /// <param name="page">The page that is shown.</param>
    /// <param name="verb">The verb that shows another page.</param>
    /// <param name="id">Makes the id that the click carries from the page's number; null to send the number itself.</param>
    /// <param name="kept">Other values that the click carries.</param>
    /// <param name="leavesForm">True if the click does not send what is filled in.</param>
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
            yield return AdaptiveExecuteAction.Of("Previous page", verb, id(page.Number - 1), kept, leavesForm);
        }
    }
}
