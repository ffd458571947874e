using System.Globalization;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Makes the card with the whole timeline of an incident, newest first, for those who handle it.</summary>
internal static class IncidentTimelineCard
{
    private const int OnPage = 10;

    public static TeamsActivity Message(Incident incident, int wanted)
    {
        var title = $"{incident.Reference}: everything that was done";
        var page = incident.Timeline.OrderByDescending(entry => entry.Number).ToList().PageOf(OnPage, wanted);
        var id = IncidentVerbs.Id(incident);
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    AdaptiveTextBlock.Heading(title),
                    .. page.Items.Select(entry => new AdaptiveRichTextBlock(IncidentCard.Line(incident, entry)) { Separator = true }),
                ],
                Actions =
                [
                    .. page.Number < page.Count ? [To("Earlier steps", page.Number + 1)] : Array.Empty<AdaptiveAction>(),
                    .. page.Number > 1 ? [To("Later steps", page.Number - 1)] : Array.Empty<AdaptiveAction>(),
                    AdaptiveExecuteAction.Of("Back to incident", IncidentVerbs.Back, id),
                ],
                More = IncidentCard.More,
            },
            title
        );

        AdaptiveAction To(string words, int number) => AdaptiveExecuteAction.Of(words, IncidentVerbs.Timeline, id, Kept(number));
    }

    /// <summary>Returns the line on an incident's card that leads to the steps that the card leaves out.</summary>
    public static AdaptiveElement Row(Incident incident, int leftOut) =>
        AdaptiveContainer.SeparatedRow(
            AdaptiveExecuteAction.Of(
                $"See {CountWords.Of(leftOut, "earlier step")}",
                IncidentVerbs.Timeline,
                IncidentVerbs.Id(incident),
                Kept(1)
            )
        );

    private static Dictionary<string, string> Kept(int number) =>
        new(StringComparer.Ordinal) { [IncidentVerbs.Page] = number.ToString(CultureInfo.InvariantCulture) };
}
