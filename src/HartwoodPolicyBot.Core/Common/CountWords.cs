using System.Globalization;

namespace HartwoodPolicyBot.Core.Common;

/// <summary>Writes a count with its noun, so that the two agree.</summary>
public static class CountWords
{
    /// <summary>Returns "1 report" or "3 reports". The noun takes an s.</summary>
    public static string Of(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>Returns "1 person" or "3 people".</summary>
    public static string People(int count) => count == 1 ? "1 person" : string.Create(CultureInfo.InvariantCulture, $"{count} people");
}
