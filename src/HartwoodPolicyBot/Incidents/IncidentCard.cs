using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>
/// Makes the card of an incident in the channel: what was reported, the clause that it concerns, its state, and the steps that
/// are possible now.
/// </summary>
internal static class IncidentCard
{
    private const int MostLines = 6;
    private const int LongestLine = 300;
    private const int MostActions = 12;

    /// <summary>Stands where a text of an incident had to be cut.</summary>
    internal const string More = "(the rest is in the evidence pack)";

    /// <param name="incident">The incident as it is now.</param>
    /// <param name="quote">The clause of the policy that it concerns.</param>
    /// <param name="seenBy">
    /// Who sees it where that is not the incidents channel alone, such as a report about the practice manager; otherwise null.
    /// </param>
    /// <param name="banner">A sentence at the top for somebody whose click came second; null for none.</param>
    public static TeamsActivity Message(Incident incident, PolicyQuote? quote, string? seenBy, string? banner = null)
    {
        var title = $"{incident.Reference}: {IncidentWords.Of(incident.Kind)}";
        var summary = Summary(incident, title);
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. banner is null
                        ? Array.Empty<AdaptiveElement>()
                        : [new AdaptiveRichTextBlock(banner) { Weight = "Bolder", Color = "Attention" }],
                    AdaptiveTextBlock.Heading(title),
                    .. seenBy is null ? Array.Empty<AdaptiveElement>() : [new AdaptiveTextBlock(seenBy) { Weight = "Bolder" }],
                    AdaptiveRichTextBlock.Subtle(
                        $"{IncidentWords.Of(incident.State)}. Reported {Reporter(incident)} on {IncidentWords.WhenReported(incident)}."
                    ),
                    .. Deadlines(incident),
                    AdaptiveRichTextBlock.SetOff(incident.WhatHappened),
                    .. IncidentFacts.Of(incident),
                    .. quote is null
                        ? Array.Empty<AdaptiveElement>()
                        : [AdaptiveRichTextBlock.Labelled($"Policy, {quote.Heading}", quote.Text)],
                    .. Actions(incident),
                    .. Ended(incident),
                    .. incident.Timeline.Count > MostLines
                        ? [IncidentTimelineCard.Row(incident, incident.Timeline.Count - MostLines)]
                        : Array.Empty<AdaptiveElement>(),
                    .. History(incident),
                    .. IncidentButtons.Scenario(incident, quote),
                ],
                Actions = IncidentButtons.Of(incident),
                More = More,
            },
            summary,
            quote is null ? null : [quote.Cited]
        );
    }

    /// <summary>Returns what the notification says: enough to know whether to look at once.</summary>
    private static string Summary(Incident incident, string title)
    {
        var where = incident.Platform is { } platform ? $" on {platform}" : "";
        var due = incident.BreachClockRuns ? $". Data breach decision due by {PracticeTime.Deadline(incident.BreachDue!.Value)}" : "";
        return $"{title}{where}, {IncidentWords.Of(incident.State)}{due}";
    }

    private static string Reporter(Incident incident) =>
        incident.Appearance switch
        {
            ReporterVisibility.Named => $"by {PersonNames.InSentence(incident.ReporterName)}",
            ReporterVisibility.Confidential => "confidentially",
            _ => "anonymously",
        };

    private static IEnumerable<AdaptiveElement> Deadlines(Incident incident)
    {
        if (incident.BreachClockRuns)
        {
            yield return new AdaptiveTextBlock($"Possible data breach: decide by {PracticeTime.Deadline(incident.BreachDue!.Value)}.")
            {
                Color = "Attention",
                Weight = "Bolder",
            };
        }
        else if (incident.BreachDecision is { } decision)
        {
            yield return new AdaptiveRichTextBlock($"Data breach: {IncidentWords.Of(decision)}. {incident.BreachReason}");
        }

        if (incident.ComplaintClockRuns)
        {
            yield return new AdaptiveTextBlock($"Complaint: acknowledge by {PracticeTime.Text(incident.ComplaintDue!.Value)}.")
            {
                Color = "Attention",
                Weight = "Bolder",
            };
        }

        if (!incident.IsOver && (incident.BreachClockRuns || incident.ComplaintClockRuns))
        {
            yield return AdaptiveTextBlock.Subtle("You can close this incident once you've recorded that.");
        }
    }

    /// <summary>
    /// Returns the actions in their order. If there is no room for all, those that are still to do come before the others.
    /// </summary>
    private static IEnumerable<AdaptiveElement> Actions(Incident incident)
    {
        var shown = incident.Actions.OrderBy(action => action.DoneAt is not null).Take(MostActions).ToHashSet();
        var left = incident.Actions.Count - shown.Count;
        return
        [
            .. incident
                .Actions.Where(shown.Contains)
                .Select(action => new AdaptiveRichTextBlock(
                    $"{(action.DoneAt is not null ? "Completed" : incident.IsOver ? "Not done" : "To do")}: {IncidentWords.Of(action)}"
                )
                {
                    Spacing = "Small",
                }),
            .. left == 0
                ? Array.Empty<AdaptiveElement>()
                : [AdaptiveTextBlock.Subtle($"{left} more {(left == 1 ? "action" : "actions")}. They're all in the evidence pack.")],
        ];
    }

    private static IEnumerable<AdaptiveElement> Ended(Incident incident) =>
        incident is { State: IncidentState.Closed, Outcome: { } outcome } ? Ended("Outcome", outcome, "What we learned", incident.Learning)
        : incident.Outcome is { } before ? Ended("Outcome before it was reopened", before, "What we had learned", incident.Learning)
        : [];

    /// <summary>Returns how an incident ended. One that needed no work has no learning.</summary>
    internal static IEnumerable<AdaptiveElement> Ended(string outcomeTitle, string outcome, string learningTitle, string? learning) =>
        [
            new AdaptiveRichTextBlock($"{outcomeTitle}: {outcome}"),
            .. string.IsNullOrEmpty(learning)
                ? Array.Empty<AdaptiveElement>()
                : [new AdaptiveRichTextBlock($"{learningTitle}: {learning}")],
        ];

    private static IEnumerable<AdaptiveElement> History(Incident incident) =>
        incident
            .Timeline.TakeLast(MostLines)
            .Select(
                (entry, place) =>
                    new AdaptiveRichTextBlock(Excerpt.Of(Line(incident, entry), LongestLine))
                    {
                        IsSubtle = true,
                        Size = "Small",
                        Separator = place == 0 && incident.Timeline.Count <= MostLines ? true : null,
                        Spacing = place == 0 ? "Medium" : "Small",
                    }
            );

    /// <summary>Returns a line of the timeline with all its words.</summary>
    internal static string Line(Incident incident, TimelineEntry entry) =>
        $"{IncidentWords.When(incident, entry)}: {entry.By} {IncidentWords.Of(entry.Kind)}{(entry.Text is { } text ? $": {text}" : "")}";
}
