using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Says how much of each part of an incident its card shows, so that the card doesn't outgrow Teams.</summary>
/// <param name="Account">The most characters of what happened.</param>
/// <param name="Text">The most characters of every other text.</param>
/// <param name="Actions">The most actions.</param>
internal sealed record IncidentCardCuts(int Account, int Text, int Actions)
{
    /// <summary>From everything to little; the first that fits is used.</summary>
    public static IReadOnlyList<IncidentCardCuts> Levels { get; } =
    [new(Incident.LongestAccount, TimelineEntry.LongestText, int.MaxValue), new(2500, 500, 12), new(1200, 250, 8), new(500, 100, 5)];

    public static string Of(string text, int longest) =>
        text.Length <= longest ? text : $"{Excerpt.Of(text, longest)} (the rest is in the evidence pack)";
}
