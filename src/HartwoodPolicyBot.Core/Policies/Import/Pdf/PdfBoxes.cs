namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Finds boxes that are drawn beside the text, so that their lines are not read as parts of the lines beside them.</summary>
internal sealed class PdfBoxes
{
    private const double Near = PdfRules.Near;
    private const double Widest = 0.6;
    private const int MostLines = 12;
    private const int MostSides = 400;
    private readonly List<PdfBox> boxes;

    private PdfBoxes(List<PdfBox> boxes) => this.boxes = boxes;

    /// <summary>The rows without the lines of the boxes.</summary>
    public required List<PdfRow> Rest { get; init; }

    public static PdfBoxes Find(List<PdfRow> rows, PdfRules rules)
    {
        // A frame around all of the text is wider.
        var widest = rows.Count == 0 ? 0 : Widest * WidthOf(rows);
        var all = Drawn(rules).Where(box => box.Right - box.Left <= widest).ToList();
        var found = new List<PdfBox>();
        foreach (var box in all)
        {
            var inside = Lines(rows, part => box.Holds(part));
            var beside = rows.Exists(row =>
                row.Baseline > box.Bottom
                && row.Baseline < box.Top
                && row.Segments.Any(part => part.HasLetters && !all.Exists(other => other.Holds(part)))
            );
            if (beside && inside.Count is > 0 and <= MostLines && inside.Exists(line => line.Segments.Any(part => part.HasLetters)))
            {
                found.Add(box with { Lines = inside });
            }
        }

        return new(found) { Rest = found.Count == 0 ? rows : Lines(rows, part => !found.Exists(box => box.Holds(part))) };
    }

    /// <summary>Takes the boxes that begin above the bottom of a row.</summary>
    public List<PdfBox> TakeAbove(double baseline)
    {
        var taken = boxes.Where(box => box.Top > baseline).ToList();
        boxes.RemoveAll(taken.Contains);
        return taken;
    }

    private static double WidthOf(List<PdfRow> rows) => rows.Max(row => row.Right) - rows.Min(row => row.Left);

    private static List<PdfRow> Lines(List<PdfRow> rows, Func<PdfSegment, bool> isIn) =>
        [
            .. rows.Select(row => row.Segments.All(isIn) ? row : new PdfRow([.. row.Segments.Where(isIn)]))
                .Where(row => row.Segments.Count > 0),
        ];

    /// <summary>Returns what has lines on its four sides and none inside.</summary>
    private static List<PdfBox> Drawn(PdfRules rules)
    {
        var found = new List<PdfBox>();
        var sides = rules.Upright.Count > MostSides ? [] : rules.Upright.OrderBy(side => side.X).ToList();
        for (var i = 0; i < sides.Count; i++)
        {
            var right = sides
                .Skip(i + 1)
                .FirstOrDefault(side =>
                    side.X > sides[i].X + Near
                    && Math.Abs(side.Top - sides[i].Top) <= Near
                    && Math.Abs(side.Bottom - sides[i].Bottom) <= Near
                );
            if (right is null)
            {
                continue;
            }

            var box = new PdfBox(sides[i].X, right.X, sides[i].Bottom, sides[i].Top);
            if (
                !found.Exists(other => other.IsSame(box))
                && HasEdge(box, box.Top)
                && HasEdge(box, box.Bottom)
                && !rules.Level.Any(rule => IsAcross(rule, box) && rule.Height > box.Bottom + Near && rule.Height < box.Top - Near)
            )
            {
                found.Add(box);
            }
        }

        return found;

        bool HasEdge(PdfBox box, double height) => rules.Level.Any(rule => Math.Abs(rule.Height - height) <= Near && IsAcross(rule, box));
    }

    private static bool IsAcross(PdfRule rule, PdfBox box) => rule.Left <= box.Left + Near && rule.Right >= box.Right - Near;
}

/// <summary>A box that is drawn on a page.</summary>
internal sealed record PdfBox(double Left, double Right, double Bottom, double Top)
{
    private const double Near = PdfRules.Near;

    /// <summary>The lines of text in it.</summary>
    public IReadOnlyList<PdfRow> Lines { get; init; } = [];

    public bool Holds(PdfSegment part) => part.Left >= Left - 1 && part.Right <= Right + 1 && part.Baseline > Bottom && part.Baseline < Top;

    public bool IsSame(PdfBox other) =>
        Math.Abs(Left - other.Left) <= Near
        && Math.Abs(Right - other.Right) <= Near
        && Math.Abs(Bottom - other.Bottom) <= Near
        && Math.Abs(Top - other.Top) <= Near;
}
