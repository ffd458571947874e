using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>Holds the days that a report covers, in London. The first and last day are included.</summary>
public sealed record ReportPeriod(DateOnly From, DateOnly To)
{
    /// <summary>The month in which the NHS year begins: 1 April.</summary>
    /// <remarks>Source: NHS Digital, KO41b guidance: the year of complaints is 1 April to 31 March.</remarks>
    private const int FirstMonthOfYear = 4;

    /// <summary>The start of the period, in UTC.</summary>
    public DateTimeOffset Begins => PracticeTime.At(From, TimeOnly.MinValue);

    /// <summary>The end of the period, in UTC: the start of the day after it.</summary>
    public DateTimeOffset Ends => PracticeTime.At(To.AddDays(1), TimeOnly.MinValue);

    /// <summary>The text for the period in a button or an offered file.</summary>
    public string Code => $"{FormDay.Text(From)}.{FormDay.Text(To)}";

    public override string ToString() => $"{PracticeTime.Text(From)} to {PracticeTime.Text(To)}";

    /// <summary>The period of the same length that ends the day before. Whole months are compared with whole months.</summary>
    public ReportPeriod Before
    {
        get
        {
            var months = ((To.Year - From.Year) * 12) + To.Month - From.Month + 1;
            return new(
                From.Day == 1 && To.AddDays(1).Day == 1 ? From.AddMonths(-months) : From.AddDays(From.DayNumber - To.DayNumber - 1),
                From.AddDays(-1)
            );
        }
    }

    public static ReportPeriod MonthOf(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new(first, first.AddMonths(1).AddDays(-1));
    }

    /// <summary>Returns the quarter of a day. The quarters of the NHS year and the calendar year are the same.</summary>
    public static ReportPeriod QuarterOf(DateOnly day)
    {
        var first = new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
        return new(first, first.AddMonths(3).AddDays(-1));
    }

    public static ReportPeriod NhsYearOf(DateOnly day)
    {
        var first = new DateOnly(day.Month < FirstMonthOfYear ? day.Year - 1 : day.Year, FirstMonthOfYear, 1);
        return new(first, first.AddYears(1).AddDays(-1));
    }

    /// <summary>Reads a text that <see cref="Code"/> made. Returns null for any other text.</summary>
    public static ReportPeriod? Read(string? code)
    {
        var parts = (code ?? "").Split('.');
        return parts.Length == 2 && ReadDay(parts[0]) is { } from && ReadDay(parts[1]) is { } to && from <= to ? new(from, to) : null;
    }

    /// <summary>Reads a day that was chosen in a form; null when it is not a day.</summary>
    public static DateOnly? ReadDay(string? text) => FormDay.Read(text) is { Year: >= 1900 and <= 9000 } day ? day : null;
}
