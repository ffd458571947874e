using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>
/// Finds the lines that a browser writes at the top and bottom of a page that it prints: when it was printed, the page's title, its
/// address and "1/1". A file of one page has them only once, so they can't be known by coming again.
/// </summary>
internal static partial class BrowserLines
{
    private const int FewestRows = 3;

    /// <summary>Returns the first and the last row of a page, as far as a browser has written them.</summary>
    public static IEnumerable<PdfRow> In(IReadOnlyList<PdfRow> rows)
    {
        if (rows.Count < FewestRows)
        {
            return [];
        }

        PdfRow[] edges = [rows[0], rows[^1]];
        return edges.Any(IsDated) && edges.Any(row => IsNumbered(row) || HasAddress(row))
            ? edges.Where(row => IsDated(row) || IsNumbered(row) || HasAddress(row))
            : [];
    }

    /// <summary>Says whether a part of a row is a day and a time, and nothing else.</summary>
    private static bool IsDated(PdfRow row) => row.Segments.Any(part => DayAndTime().IsMatch(part.Text));

    private static bool HasAddress(PdfRow row) => row.Segments.Any(part => Address().IsMatch(part.Text));

    private static bool IsNumbered(PdfRow row) => row.Segments.Any(part => PlaceOfPage().IsMatch(part.Text));

    [GeneratedRegex(@"^[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{2,4},?\s[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\s?[AaPp]\.?\s?[Mm]\.?)?$")]
    private static partial Regex DayAndTime();

    [GeneratedRegex(@"^(?:https?|file)://\S{1,2000}$|^about:blank$")]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:[Pp]age\s)?[0-9]{1,3}\s?(?:/|of)\s?[0-9]{1,3}$")]
    private static partial Regex PlaceOfPage();
}
