using UglyToad.PdfPig.Content;

namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Words beside each other on a page, with no wide gap between them.</summary>
internal sealed record PdfSegment(string Text, double Left, double Right, double Baseline, BlockLook Look, double FirstWord)
{
    public double Size => Look.Size;
}

/// <summary>What is at one height of a page, from left to right.</summary>
internal sealed record PdfRow(IReadOnlyList<PdfSegment> Segments)
{
    public double Left => Segments[0].Left;

    public double Right => Segments[^1].Right;

    public double Baseline => Segments[0].Baseline;

    public double Size => Segments.Max(segment => segment.Size);

    /// <summary>The words, with a wide gap where the page has one.</summary>
    public string Text => string.Join("   ", Segments.Select(segment => segment.Text));

    public BlockLook Look => new(Segments.Min(segment => segment.Size), Segments.All(segment => segment.Look.Bold), false, false);
}

/// <summary>Puts the letters of a page together to words, segments and rows.</summary>
internal static class PdfRows
{
    private const double SameRow = 0.4;
    private const double WordGap = 0.17;
    private const double WideGap = 1.15;
    private const double Raised = 0.2;
    private const double Small = 0.8;
    private const double SamePlace = 0.12;

    public static List<PdfRow> Of(IEnumerable<Letter> letters)
    {
        var rows = new List<List<Letter>>();
        foreach (var letter in WithoutCopies(letters).OrderByDescending(letter => letter.StartBaseLine.Y))
        {
            var last = rows.Count == 0 ? null : rows[^1];
            if (
                last is not null
                && Math.Abs(last[0].StartBaseLine.Y - letter.StartBaseLine.Y) <= SameRow * Math.Max(SizeOf(last[0]), SizeOf(letter))
            )
            {
                last.Add(letter);
            }
            else
            {
                rows.Add([letter]);
            }
        }

        return [.. rows.Select(Row).Where(row => row.Segments.Count > 0)];
    }

    /// <summary>Leaves out letters that are drawn a second time in the same place, as programs do to make them bold.</summary>
    private static IEnumerable<Letter> WithoutCopies(IEnumerable<Letter> letters)
    {
        var seen = new Dictionary<(string, int, int), Letter>();
        foreach (var letter in letters)
        {
            var (x, y) = ((int)Math.Floor(letter.StartBaseLine.X), (int)Math.Floor(letter.StartBaseLine.Y));
            var isCopy = false;
            for (var near = 0; near < 9 && !isCopy; near++)
            {
                isCopy =
                    seen.TryGetValue((letter.Value, x + (near % 3) - 1, y + (near / 3) - 1), out var other)
                    && Math.Abs(other.StartBaseLine.X - letter.StartBaseLine.X) < SamePlace * SizeOf(letter)
                    && Math.Abs(other.StartBaseLine.Y - letter.StartBaseLine.Y) < SamePlace * SizeOf(letter);
            }

            if (!isCopy)
            {
                seen[(letter.Value, x, y)] = letter;
                yield return letter;
            }
        }
    }

    private static PdfRow Row(List<Letter> letters)
    {
        var segments = new List<PdfSegment>();
        var open = new PdfSegmentBuilder();
        var size = letters.Max(SizeOf);
        var baseline = letters.Where(letter => SizeOf(letter) == size).Select(letter => letter.StartBaseLine.Y).First();
        Letter? before = null;
        var sawSpace = false;
        foreach (var letter in letters.OrderBy(letter => letter.StartBaseLine.X))
        {
            if (string.IsNullOrWhiteSpace(letter.Value))
            {
                sawSpace = true;
                continue;
            }

            // A small raised figure is the mark of a footnote.
            if (
                SizeOf(letter) < Small * size
                && letter.StartBaseLine.Y > baseline + (Raised * size)
                && letter.Value.All(mark => char.IsDigit(mark) || mark == '*')
            )
            {
                continue;
            }

            if (before is not null)
            {
                var gap = letter.StartBaseLine.X - before.EndBaseLine.X;
                if (gap > WideGap * Math.Max(SizeOf(before), SizeOf(letter)))
                {
                    segments.Add(open.Build());
                    open = new PdfSegmentBuilder();
                }
                else if (sawSpace || gap > WordGap * Math.Min(SizeOf(before), SizeOf(letter)))
                {
                    open.Space();
                }
            }

            open.Add(letter, SizeOf(letter));
            before = letter;
            sawSpace = false;
        }

        if (before is not null)
        {
            segments.Add(open.Build());
        }

        return new PdfRow(segments);
    }

    public static double SizeOf(Letter letter) =>
        letter.PointSize > 0.5 ? letter.PointSize
        : letter.BoundingBox.Height > 0 ? letter.BoundingBox.Height * 1.4
        : 10;
}
