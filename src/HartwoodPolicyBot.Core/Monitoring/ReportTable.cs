using System.Globalization;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>Represents a table of the report. The card shows one of them; the page and the Excel file show all.</summary>
/// <param name="Title">The title, short enough for the name of a sheet.</param>
/// <param name="Headings">The first row.</param>
/// <param name="Rows">The rows, each as long as the headings. The first cell names the row.</param>
public sealed record ReportTable(string Title, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<ReportCell>> Rows)
{
    /// <summary>What the reader must know about the table.</summary>
    public string? Note { get; init; }
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
