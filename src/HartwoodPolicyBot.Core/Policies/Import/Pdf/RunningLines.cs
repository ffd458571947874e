using System.Globalization;
using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>
/// Finds the headers, footers and page numbers of a PDF: lines at the edge of a page that come again on another, that the file says
/// are none of its text, or that are in the margin of the only page.
/// </summary>
internal static partial class RunningLines
{
    private const int Edge = 4;
    private const double SameHeight = 4;

    /// <summary>How much of a page its header or footer can take.</summary>
    private const double DeepestEdge = 0.25;
    private const double LargerHeading = 1;

    public static HashSet<PdfRow> Find(IReadOnlyList<PdfPage> sheets)
    {
        var pages = sheets.Select(sheet => sheet.Rows).ToList();
        var edges = pages
            .SelectMany((rows, page) => EdgeRows(rows, sheets[page].Height).Select(row => (Page: page, Row: row, Key: Key(row.Text))))
            .ToList();
        var body = pages
            .SelectMany(rows => rows)
            .GroupBy(row => row.Size)
            .OrderByDescending(alike => alike.Sum(row => row.Text.Length))
            .Select(alike => alike.Key)
            .FirstOrDefault();
        var running = new HashSet<PdfRow>(ReferenceEqualityComparer.Instance);
        foreach (var same in edges.GroupBy(edge => edge.Key))
        {
            foreach (var edge in same)
            {
                if (
                    same.Any(other =>
                        other.Page != edge.Page
                        && Math.Abs(other.Row.Baseline - edge.Row.Baseline) <= SameHeight
                        && (other.Row.Text == edge.Row.Text || IsCounted(edge.Row, other.Row, other.Page - edge.Page))
                    )
                )
                {
                    running.Add(edge.Row);
                }
            }
        }

        // On a page of another shape they are at another height.
        var known = running.Select(row => (Key(row.Text), row.Size)).ToHashSet();
        running.UnionWith(edges.Where(edge => known.Contains((edge.Key, edge.Row.Size))).Select(edge => edge.Row));
        running.UnionWith(edges.Select(edge => edge.Row).Where(row => row.Segments.All(part => part.IsOfPage)));
        running.UnionWith(pages.SelectMany(BrowserLines.In));
        running.UnionWith(MarginLines.In(sheets, body));
        foreach (var rows in pages.Where(rows => rows.Count > 1))
        {
            foreach (var row in new[] { rows[0], rows[^1] })
            {
                if (PlainWords.IsPageNumber(row.Text) || OnlyNumbered().IsMatch(row.Text))
                {
                    running.Add(row);
                }
            }
        }

        KeepBody(pages, running);
        return running;

        // "Appendix 1" and "Appendix 2" at the top of two pages are headings, and "Page 1" and "Page 2" are not.
        bool IsCounted(PdfRow row, PdfRow other, int pagesApart)
        {
            if (row.Text.Contains("page", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            var isHeading = row.Segments.Any(part => part.HasLetters) && (row.Size > body + LargerHeading || row.Look.Bold);
            return !isHeading
                && !PlainWords.IsPart(row.Text)
                && !row.Text.EndsWith('.')
                && Numbers(row.Text)
                    .Zip(Numbers(other.Text))
                    .All(pair => pair.Second == pair.First || pair.Second - pair.First == pagesApart);
        }
    }

    private static IEnumerable<long> Numbers(string text) =>
        Digits().Matches(text).Select(number => long.TryParse(number.Value, CultureInfo.InvariantCulture, out var value) ? value : 0);

    /// <summary>A running line is at the edge: a line inside of it that is none ends the header or footer.</summary>
    private static void KeepBody(IReadOnlyList<List<PdfRow>> pages, HashSet<PdfRow> running)
    {
        foreach (var rows in pages)
        {
            var top = rows.TakeWhile(running.Contains).Count();
            var bottom = rows.AsEnumerable().Reverse().TakeWhile(running.Contains).Count();
            for (var i = top; i < rows.Count - bottom; i++)
            {
                running.Remove(rows[i]);
            }
        }
    }

    /// <summary>Returns the first and the last rows. The last ones of a page with little on it are not at its edge.</summary>
    private static IEnumerable<PdfRow> EdgeRows(List<PdfRow> rows, double? height) =>
        rows.Where(
            (row, i) =>
                (i < Edge && (height is not { } above || row.Baseline > above * (1 - DeepestEdge)))
                || (i >= rows.Count - Edge && (height is not { } below || row.Baseline < below * DeepestEdge))
        );

    private static string Key(string text) => Digits().Replace(text, "#");

    [GeneratedRegex(@"[0-9]{1,20}")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\b[Pp]age\s[0-9]{1,3}\s(?:of|/)\s[0-9]{1,3}$")]
    private static partial Regex OnlyNumbered();
}
