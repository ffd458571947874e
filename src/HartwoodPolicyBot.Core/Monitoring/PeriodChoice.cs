using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>Names the periods that can be chosen, and the choice of two dates.</summary>
public enum PeriodChoice
{
    ThisMonth = 1,
    LastMonth = 2,
    ThisQuarter = 3,
    NhsYear = 4,
    LastNhsYear = 5,
    TwoDates = 6,
}

/// <summary>Holds the period that somebody asked for: one by name, or two dates as the Teams client writes them.</summary>
public sealed record RequestedPeriod(PeriodChoice? Choice, string? From, string? To)
{
    /// <summary>
    /// Returns the choice that the person meant. Dates that were entered count, even if a name was left selected above them.
    /// </summary>
    /// <param name="shown">The dates that the form showed before; null when the card doesn't say, as older cards don't.</param>
    public RequestedPeriod Meant((string From, string To)? shown) =>
        shown is var (from, to) && (IsNew(From, from) || IsNew(To, to)) ? this with { Choice = PeriodChoice.TwoDates } : this;

    private static bool IsNew(string? entered, string before) => !string.IsNullOrEmpty(entered) && entered != before;
}

/// <summary>Makes the refusals about reports.</summary>
public static class MonitoringRefusals
{
    public static Refusal DateMissing { get; } = new(RefusalKind.BadInput, "date-missing", "Please choose both dates.");

    public static Refusal EndsBeforeItBegins { get; } =
        new(RefusalKind.BadInput, "ends-first", "The end date is before the start date. Please change one of them.");

    public static Refusal NotBegun { get; } =
        new(RefusalKind.BadInput, "not-begun", "That period is in the future. Please choose an earlier start date.");

    public static Refusal TooLong { get; } =
        new(RefusalKind.BadInput, "too-long", "That's more than 10 years. Please choose a shorter period.");

    public static Refusal NoPeriod { get; } = new(RefusalKind.BadInput, "no-period", "Please choose a period.");

    /// <summary>The period ends before the first record.</summary>
    public static Refusal BeforeAnything(string first) =>
        new(RefusalKind.BadInput, "before-anything", $"There are no records before {first}. Please choose a later period.");
}
