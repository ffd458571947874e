using System.Globalization;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>Represents a table of the report, which the card puts into words and the page and Excel file show.</summary>
/// <param name="Title">The title, short enough for the name of a sheet.</param>
/// <param name="Headings">The first row.</param>
/// <param name="Rows">The rows, each as long as the headings. The first cell names the row.</param>
/// <param name="Says">Returns a row as part of a sentence.</param>
public sealed record ReportTable(
    string Title,
    IReadOnlyList<string> Headings,
    IReadOnlyList<IReadOnlyList<ReportCell>> Rows,
    Func<IReadOnlyList<string>, string>? Says = null
)
{
    /// <summary>What the reader must know about the table.</summary>
    public string? Note { get; init; }

    /// <summary>Says whether the sentence also mentions rows with a count of 0.</summary>
    public bool NoughtIsSaid { get; init; } = true;

    /// <summary>Returns the figures in words.</summary>
    public string Sentence()
    {
        var said = Rows.Where(row => NoughtIsSaid || row[1] is not ReportCell.Number { Value: 0 })
            .Select(row => row.Select(cell => cell.Text).ToList())
            .ToList();
        return said.Count == 0 ? "none"
            : said.TrueForAll(row => row.Skip(1).All(text => text.Length == 0 || text == SafeCount.Unsaid.Says)) ? "too few to show"
            : string.Join("; ", said.Select(Says ?? (row => $"{row[0]} {row[1]}")));
    }
}

/// <summary>Represents a cell of a table. Numbers and days keep their type, for the Excel file.</summary>
public abstract record ReportCell
{
    private ReportCell() { }

    /// <summary>The value as people read it.</summary>
    public abstract string Text { get; }

    public static ReportCell Of(string? text) => new Words(text ?? "");

    public static ReportCell Of(int count) => new Number(count);

    public static ReportCell Of(SafeCount count) => count.Count is { } known ? new Number(known) : new Words(count.Says);

    public static ReportCell Of(DateOnly? day) => day is { } known ? new Day(known) : new Words("");

    public static ReportCell Of(DateTimeOffset? at) => at is { } known ? new Moment(PracticeTime.InLondon(known).DateTime) : new Words("");

    public sealed record Words(string Said) : ReportCell
    {
        public override string Text => Said;
    }

    public sealed record Number(decimal Value) : ReportCell
    {
        public override string Text => Value.ToString("#,0.#", CultureInfo.InvariantCulture);
    }

    public sealed record Day(DateOnly Date) : ReportCell
    {
        public override string Text => PracticeTime.Text(Date);
    }

    /// <summary>Represents a date and time in London.</summary>
    public sealed record Moment(DateTime Local) : ReportCell
    {
        public override string Text => PracticeTime.Text(Local);
    }
}
