namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Finds a part of a page that has headings on the left and their text on the right, with nothing drawn between them.</summary>
internal static class PdfSideHeadings
{
    private const double WideGap = 1.15;
    private const double SamePlace = 2;
    private const double Tight = 1.4;
    private const int Fewest = 3;

    /// <summary>Returns where the part begins, and its headings with their text; null where there is none.</summary>
    public static (int First, List<PdfSideHeading> Headings)? Find(List<PdfRow> rows)
    {
        var first = rows.FindIndex(IsHeadingAndText);
        if (first < 0)
        {
            return null;
        }

        var (left, right) = (rows[first].Left, rows[first].Segments[1].Left);
        var headings = new List<PdfSideHeading>();
        foreach (var row in rows.Skip(first))
        {
            if (headings.Count > 0 && GoesOn(headings[^1], row))
            {
                headings[^1].Heading.Add(new([row.Segments[0]]));
                headings[^1].Text.Add(new([.. row.Segments.Skip(1)]));
                headings[^1] = headings[^1] with { Rows = headings[^1].Rows + 1 };
            }
            else if (IsHeadingAndText(row) && IsAt(row.Left, left) && IsAt(row.Segments[1].Left, right))
            {
                headings.Add(new([new([row.Segments[0]])], [new([.. row.Segments.Skip(1)])], 1));
            }
            else if (row.Left >= right - SamePlace)
            {
                headings[^1].Text.Add(row);
                headings[^1] = headings[^1] with { Rows = headings[^1].Rows + 1 };
            }
            else if (IsAt(row.Left, left) && row.Segments[0].Look.Bold && row.Segments[0].Right < right)
            {
                headings[^1].Heading.Add(new([row.Segments[0]]));
                if (row.Segments.Count > 1)
                {
                    headings[^1].Text.Add(new([.. row.Segments.Skip(1)]));
                }

                headings[^1] = headings[^1] with { Rows = headings[^1].Rows + 1 };
            }
            else
            {
                break;
            }
        }

        return headings.Count >= Fewest && headings.TrueForAll(IsLong) ? (first, headings) : null;
    }

    /// <summary>Says whether a heading goes on in the line right below it.</summary>
    private static bool GoesOn(PdfSideHeading heading, PdfRow row) =>
        heading.Heading.Count == heading.Rows
        && IsHeadingAndText(row)
        && heading.Heading[^1].Baseline - row.Baseline <= Tight * row.Size
        && IsAt(row.Left, heading.Heading[^1].Left);

    private static bool IsHeadingAndText(PdfRow row) =>
        row.Tag is null
        && row.Segments.Count > 1
        && row.Segments[0].Look.Bold
        && row.Segments[0].HasLetters
        && row.Segments.Skip(1).All(part => !part.Look.Bold)
        && row.Segments[1].Left - row.Segments[0].Right > WideGap * row.Segments[1].Size;

    private static bool IsLong(PdfSideHeading heading) =>
        SideHeadings.Are(
            string.Join(' ', heading.Heading.Select(row => row.Text)),
            standsOut: true,
            heading.Text.Sum(row => row.Text.Length)
        );

    private static bool IsAt(double place, double other) => Math.Abs(place - other) <= SamePlace;
}

/// <summary>A heading with its text beside it.</summary>
/// <param name="Heading">The lines of the heading.</param>
/// <param name="Text">The lines of the text.</param>
/// <param name="Rows">How many rows of the page both take.</param>
internal sealed record PdfSideHeading(List<PdfRow> Heading, List<PdfRow> Text, int Rows);
