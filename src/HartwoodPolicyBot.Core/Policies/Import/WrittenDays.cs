using System.Globalization;
using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Reads days and months as people write them.</summary>
internal static partial class WrittenDays
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;
    private static readonly string[] DayForms =
    [
        "d MMMM yyyy",
        "d MMM yyyy",
        "yyyy-MM-dd",
        "d/M/yyyy",
        "d.M.yyyy",
        "d-M-yyyy",
        "d/M/yy",
        "d.M.yy",
        "d-MMM-yy",
        "d-MMM-yyyy",
        "MMMM d yyyy",
        "MMM d yyyy",
        "d MMMM yy",
    ];

    /// <summary>Says whether words hold a day.</summary>
    public static bool IsIn(string text) => Day().IsMatch(text);

    /// <summary>Reads a day, or the first or last day of a month that is named without one.</summary>
    public static DateOnly? Of(string text, bool endOfMonth)
    {
        if (Day().Match(text) is { Success: true } found)
        {
            var day = Ordinal()
                .Replace(found.Value, "${day}")
                .Replace(",", "", StringComparison.Ordinal)
                .Replace("Sept ", "Sep ", StringComparison.Ordinal);
            return DateOnly.TryParseExact(day, DayForms, English, DateTimeStyles.AllowWhiteSpaces, out var exact) ? exact : null;
        }

        return
            Month().Match(text) is { Success: true } month
            && DateOnly.TryParseExact(
                month.Value.Replace("Sept ", "Sep ", StringComparison.Ordinal),
                ["MMMM yyyy", "MMM yyyy"],
                English,
                DateTimeStyles.AllowWhiteSpaces,
                out var first
            )
            ? endOfMonth
                ? first.AddMonths(1).AddDays(-1)
                : first
            : null;
    }

    [GeneratedRegex(
        @"\b(?:[0-9]{1,2}(?:st|nd|rd|th)?\s(?:of\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
            + @"[a-z]{0,6},?\s[0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|"
            + @"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\s[0-9]{1,2}(?:st|nd|rd|th)?,?\s[0-9]{4}|"
            + @"[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{4}|[0-9]{2})|[0-9]{1,2}-[A-Z][a-z]{2}-[0-9]{2,4})\b"
    )]
    private static partial Regex Day();

    [GeneratedRegex(@"\b[A-Z][a-z]{2,8}\s[0-9]{4}\b")]
    private static partial Regex Month();

    [GeneratedRegex(@"(?<day>[0-9])(?:st|nd|rd|th)\b(?:\sof)?")]
    private static partial Regex Ordinal();
}
