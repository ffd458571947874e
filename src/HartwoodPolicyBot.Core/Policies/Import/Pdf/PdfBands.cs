namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Finds the bands of a page: what is between two level lines that follow each other.</summary>
internal static class PdfBands
{
    private const double Near = PdfRules.Near;
    private const double Highest = 360;
    private const double MostlySame = 0.6;

    /// <summary>Returns those with words in them, from the top.</summary>
    public static IEnumerable<PdfBand> Of(List<PdfRow> rows, PdfRules rules)
    {
        var levels = Levels(rows, rules);
        for (var i = 1; i < levels.Count; i++)
        {
            var (above, below) = (levels[i - 1], levels[i]);
            var (left, right) = (Math.Max(above.Left, below.Left), Math.Min(above.Right, below.Right));
            var wider = Math.Max(above.Right - above.Left, below.Right - below.Left);
            if (above.Height - below.Height is var height && height < Highest && right - left > wider * MostlySame)
            {
                var inside = rows.Where(row => row.Baseline < above.Height && row.Baseline > below.Height).ToList();
                if (inside.Count > 0 && inside.TrueForAll(row => row.Left >= left - Near && row.Right <= right + Near))
                {
                    yield return new(above.Height, below.Height, left, right, inside);
                }
            }
        }
    }

    /// <summary>Returns the level lines from the top, with those at one height as one line.</summary>
    private static List<PdfRule> Levels(List<PdfRow> rows, PdfRules rules)
    {
        var levels = new List<PdfRule>();
        foreach (var rule in rules.Level.OrderByDescending(rule => rule.Height).Select(rule => PdfMergedCells.Over(rule, rules, rows)))
        {
            if (levels.Count > 0 && levels[^1].Height - rule.Height <= Near)
            {
                levels[^1] = levels[^1] with
                {
                    Left = Math.Min(levels[^1].Left, rule.Left),
                    Right = Math.Max(levels[^1].Right, rule.Right),
                };
            }
            else
            {
                levels.Add(rule);
            }
        }

        return levels;
    }
}

/// <summary>A part of a page between two level lines.</summary>
/// <param name="Rows">The lines of text in it.</param>
internal sealed record PdfBand(double Top, double Bottom, double Left, double Right, List<PdfRow> Rows);
