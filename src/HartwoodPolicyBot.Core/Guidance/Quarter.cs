using System.Runtime.InteropServices;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Guidance;

/// <summary>Represents a quarter of the calendar year, by its first day.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Quarter(DateOnly First)
{
    private const int Months = 3;
    private const int DaysBefore = 7;

    public static Quarter Of(DateOnly day) => new(new(day.Year, ((day.Month - 1) / Months * Months) + 1, 1));

    /// <summary>
    /// The day from which a check or a reminder counts for this quarter. One a few days before it is recent enough, so that nobody is
    /// asked twice in a week.
    /// </summary>
    public DateOnly CountsFrom => First.AddDays(-DaysBefore);

    /// <summary>The first working day, on which the practice manager is reminded.</summary>
    public DateOnly FirstWorkingDay => WorkingDays.OnOrAfter(First);
}
