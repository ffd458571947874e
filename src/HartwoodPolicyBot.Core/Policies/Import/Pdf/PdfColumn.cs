namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Where a column is, and how far apart most of its lines are.</summary>
internal sealed record PdfColumn(double Left, double Right, double Leading)
{
    private const double AtRight = 0.95;

    /// <summary>Returns the column of rows. A few that are longer than the others do not widen it.</summary>
    public static PdfColumn Of(IReadOnlyList<PdfRow> rows) =>
        new(
            rows.Min(row => row.Left),
            rows.Select(row => row.Right).Order().ElementAt((int)((rows.Count - 1) * AtRight)),
            CommonestDistance(rows)
        );

    private static double CommonestDistance(IReadOnlyList<PdfRow> rows) =>
        rows.Zip(rows.Skip(1), (above, below) => Math.Round(above.Baseline - below.Baseline, 0))
            .Where(distance => distance > 0)
            .GroupBy(distance => distance)
            .OrderByDescending(same => same.Count())
            .ThenBy(same => same.Key)
            .Select(same => same.Key)
            .FirstOrDefault();
}
