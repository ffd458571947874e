using System.Globalization;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>The days that a report is about, in London, both included.</summary>
public sealed record ReportPeriod(DateOnly From, DateOnly To)
{
    /// <summary>NHS years begin on 1 April.</summary>
    /// <remarks>Source: NHS Digital, KO41b guidance: the year of complaints is 1 April to 31 March.</remarks>
    private const int FirstMonthOfYear = 4;
    private const string Day = "yyyy-MM-dd";

    /// <summary>The first moment of the period, UTC.</summary>
    public DateTimeOffset Begins => PracticeTime.At(From, TimeOnly.MinValue);

    /// <summary>The first moment after it.</summary>
    public DateTimeOffset Ends => PracticeTime.At(To.AddDays(1), TimeOnly.MinValue);

    /// <summary>How the period stands in a button or an offered file.</summary>
    public string Code =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{From.ToString(Day, CultureInfo.InvariantCulture)}.{To.ToString(Day, CultureInfo.InvariantCulture)}"
        );

    public override string ToString() => $"{PracticeTime.Text(From)} to {PracticeTime.Text(To)}";

    public static ReportPeriod MonthOf(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new(first, first.AddMonths(1).AddDays(-1));
    }

    /// <summary>Quarters of the NHS year and of the calendar are the same.</summary>
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

    /// <summary>What <see cref="Code"/> wrote; null for what it cannot have written.</summary>
    public static ReportPeriod? Read(string? code)
    {
        var parts = (code ?? "").Split('.');
        return parts.Length == 2 && ReadDay(parts[0]) is { } from && ReadDay(parts[1]) is { } to && from <= to ? new(from, to) : null;
    }

    /// <summary>A day as clients write it: 2026-11-23.</summary>
    public static DateOnly? ReadDay(string? text) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 9000
            ? day
            : null;
}
