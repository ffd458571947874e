namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Finds a part of a page that has headings on the left and their text on the right, with nothing drawn between them.</summary>
internal static class PdfSideHeadings
{
    private const double SamePlace = 2;
    private const double Tight = 1.4;
    private const int Fewest = 3;

    /// <summary>Returns a part, with its headings and their text; null where there is none.</summary>
    /// <param name="rows">The rows of a page.</param>
    /// <param name="others">Parts of other pages, which can begin or end on this one with one heading.</param>
    public static PdfSidePart? Find(List<PdfRow> rows, IReadOnlyList<PdfSidePart> others) =>
        Enumerable
            .Range(0, rows.Count)
            .Where(i => IsHeadingAndText(rows[i]))
            .Select(i => Find(rows, i, others))
            .FirstOrDefault(part => part is not null);

    private static PdfSidePart? Find(List<PdfRow> rows, int first, IReadOnlyList<PdfSidePart> others)
    {
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
            else if (IsNextLine(headings[^1].Heading[^1], row) && row.Segments[0].Look.Bold && row.Segments[0].Right < right)
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

        var labels = headings.ConvertAll(LabelOf);
        var other = others.FirstOrDefault(part => IsAt(part.Left, left) && IsAt(part.Right, right));
        var sides =
            labels.Exists(label => !SideHeadings.IsLabel(label.Label, standsOut: true)) ? TableSides.None
            : other is not null ? other.Sides
            : headings.Count < Fewest ? TableSides.None
            : labels.TrueForAll(SideHeadings.IsLong) ? TableSides.Are
            : SideHeadings.Of(labels, labels.Count) != TableSides.None ? TableSides.MayBe
            : TableSides.None;
        return sides == TableSides.None ? null : new(first, headings, sides) { Left = left, Right = right };
    }

    /// <summary>Says whether a heading goes on in the line right below it.</summary>
    private static bool GoesOn(PdfSideHeading heading, PdfRow row) =>
        heading.Heading.Count == heading.Rows
        && IsHeadingAndText(row)
        && IsNextLine(heading.Heading[^1], row)
        && heading.Heading[^1].Text is not [.., ':']
        && heading.Text[^1].Text is not [.., '.' or '?' or '!'];

    /// <summary>Says whether a row is right below a line of a heading. The next heading of the page is farther away, or larger.</summary>
    private static bool IsNextLine(PdfRow line, PdfRow row) =>
        line.Baseline - row.Baseline <= Tight * row.Size && line.Size == row.Segments[0].Size && IsAt(row.Left, line.Left);

    private static bool IsHeadingAndText(PdfRow row) =>
        row.Tag is null
        && row.Segments.Count > 1
        && row.Segments[0].Look.Bold
        && row.Segments[0].HasLetters
        && row.Segments.Skip(1).All(part => !part.Look.Bold)
        && row.Segments[1].Left - row.Segments[0].Right > PdfGaps.Wide * row.Segments[1].Size;

    private static SideLabel LabelOf(PdfSideHeading heading) =>
        new(string.Join(' ', heading.Heading.Select(row => row.Text)), string.Join(' ', heading.Text.Select(row => row.Text)));

    private static bool IsAt(double place, double other) => Math.Abs(place - other) <= SamePlace;
}

/// <summary>A heading with its text beside it.</summary>
/// <param name="Heading">The lines of the heading.</param>
/// <param name="Text">The lines of the text.</param>
/// <param name="Rows">How many rows of the page both take.</param>
internal sealed record PdfSideHeading(List<PdfRow> Heading, List<PdfRow> Text, int Rows);

/// <summary>A part of a page with headings on the left.</summary>
/// <param name="First">The row in which it begins.</param>
/// <param name="Sides">Whether they are headings, or only may be.</param>
internal sealed record PdfSidePart(int First, List<PdfSideHeading> Headings, TableSides Sides)
{
    /// <summary>Where the headings begin.</summary>
    public required double Left { get; init; }

    /// <summary>Where their text begins.</summary>
    public required double Right { get; init; }
}
