namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>Shows counts to the practice manager as they are, and to everybody else with small ones hidden.</summary>
internal sealed class ShownCounts(Audience audience)
{
    /// <summary>Stands for a figure that is hidden.</summary>
    public static ReportCell Unsaid { get; } = ReportCell.Of(SafeCount.Unsaid);

    /// <summary>Returns a table with the parts of a total, one row each.</summary>
    public ReportTable Table(string title, string heading, IReadOnlyList<NamedCount> rows)
    {
        var counts = Parts(rows);
        return new(
            title,
            [heading, "Number"],
            [.. rows.Select((row, at) => (IReadOnlyList<ReportCell>)[ReportCell.Of(row.Name), counts[at]])]
        );
    }

    /// <summary>Returns the parts of a total, which the reader may know.</summary>
    public IReadOnlyList<ReportCell> Parts(IReadOnlyList<NamedCount> rows) =>
        audience == Audience.Manager
            ? [.. rows.Select(row => ReportCell.Of(row.Count))]
            : [.. SmallCounts.Protect([.. rows.Select(row => row.Count)]).Select(ReportCell.Of)];

    /// <summary>Says whether any of these rows is hidden. If so, a figure close to one of them must be hidden too.</summary>
    public bool Hides(IReadOnlyList<NamedCount> rows) =>
        audience == Audience.Everybody && SmallCounts.Protect([.. rows.Select(row => row.Count)]).Any(count => count.Count is null);

    /// <summary>Returns a count that is no part of a total.</summary>
    public ReportCell One(int count) => audience == Audience.Manager ? ReportCell.Of(count) : ReportCell.Of(SmallCounts.Protect(count));
}
