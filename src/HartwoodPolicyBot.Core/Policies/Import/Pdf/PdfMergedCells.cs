namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>
/// Finds cells that go over several rows of a table. The lines between those rows end at them, and so would be taken for lines of another
/// table.
/// </summary>
internal static class PdfMergedCells
{
    private const double Near = PdfRules.Near;

    /// <summary>Returns a line as long as its table is wide, where such cells with words in them are beside it.</summary>
    public static PdfRule Over(PdfRule rule, PdfRules rules, IReadOnlyList<PdfRow> rows)
    {
        var beside = rules.Upright.Where(side => side.Bottom < rule.Height - Near && side.Top > rule.Height + Near).ToList();
        var (left, right) = (rule.Left, rule.Right);
        if (beside.Count > 0 && IsEnd(left, other => other.Left < left - Near && other.Right > left - Near))
        {
            foreach (var side in beside.Where(side => side.X < rule.Left - Near).OrderByDescending(side => side.X))
            {
                left = HasWords(side, side.X, left) ? side.X : left;
            }
        }

        if (beside.Count > 0 && IsEnd(right, other => other.Right > right + Near && other.Left < right + Near))
        {
            foreach (var side in beside.Where(side => side.X > rule.Right + Near).OrderBy(side => side.X))
            {
                right = HasWords(side, right, side.X) ? side.X : right;
            }
        }

        return left < rule.Left || right > rule.Right ? rule with { Left = left, Right = right } : rule;

        // It ends at an upright line, and no other goes on from there.
        bool IsEnd(double x, Func<PdfRule, bool> goesOn) =>
            rules.Upright.Any(side => Math.Abs(side.X - x) <= Near && side.Bottom <= rule.Height + Near && side.Top >= rule.Height - Near)
            && !rules.Level.Any(other => Math.Abs(other.Height - rule.Height) <= Near && goesOn(other));

        bool HasWords(PdfUprightRule side, double from, double to) =>
            rows.Any(row =>
                row.Baseline > side.Bottom
                && row.Baseline < side.Top
                && row.Segments.Any(part => part.Left > from - Near && part.Right < to + Near)
            );
    }
}
