using System.Globalization;

namespace HartwoodPolicyBot.Core.Common;

/// <summary>Reads and writes the days in forms. Teams' date field shows only days that are written as 2026-11-23.</summary>
public static class FormDay
{
    private const string Written = "yyyy-MM-dd";
    private const int Length = 10;

    /// <summary>The ways in which people in the UK write a day with numbers.</summary>
    private static readonly string[] Typed = ["d/M/yyyy", "d.M.yyyy", "d-M-yyyy"];

    /// <summary>
    /// Reads a day. Clients also send it with a time behind it, or as somebody typed it; then the day comes before the month.
    /// Returns null for anything else.
    /// </summary>
    /// <remarks>Source: microsoft/AdaptiveCards#4118 and #6587.</remarks>
    public static DateOnly? Read(string? text)
    {
        var trimmed = (text ?? "").Trim();
        if (trimmed.Length > Length && trimmed[Length] is 'T' or 't' or ' ')
        {
            trimmed = trimmed[..Length];
        }

        return
            DateOnly.TryParseExact(trimmed, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || DateOnly.TryParseExact(trimmed, Typed, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            ? day
            : null;
    }

    /// <summary>Writes a day as a date field takes it.</summary>
    public static string Text(DateOnly day) => day.ToString(Written, CultureInfo.InvariantCulture);
}
