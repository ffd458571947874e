using AdaptiveCards;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>
/// Makes the buttons of an incident's card: the two steps that come next, and one that leads to a card with all the others, because
/// a phone cuts the titles of more.
/// </summary>
internal static class IncidentButtons
{
    private const int InSight = 2;

    public static IReadOnlyList<AdaptiveAction> Of(Incident incident)
    {
        var steps = Steps(incident).ToList();
        return steps.Count <= InSight
            ? steps
            : [.. steps.Take(InSight), AdaptiveExecuteAction.Of("More steps", IncidentVerbs.More, IncidentVerbs.Id(incident))];
    }

    /// <summary>Makes the card with the steps that are behind "More steps", each a line to tap.</summary>
    public static TeamsActivity More(Incident incident)
    {
        var title = $"{incident.Reference}: more steps";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body = [AdaptiveTextBlock.Heading(title), .. Steps(incident).Skip(InSight).Select(AdaptiveContainer.Row)],
                Actions = [AdaptiveExecuteAction.Of("Back to incident", IncidentVerbs.Back, IncidentVerbs.Id(incident))],
            },
            title
        );
    }

    /// <summary>Returns the button that records what is due; null if nothing is.</summary>
    public static AdaptiveExecuteAction? Due(Incident incident) =>
        incident.BreachClockRuns ? IncidentStepForms.Button("Record decision", incident, IncidentStepForms.Deadline)
        : incident.ComplaintClockRuns ? IncidentStepForms.Button("Record acknowledgement", incident, IncidentStepForms.Deadline)
        : null;

    public static AdaptiveExecuteAction Acknowledge(Incident incident) =>
        AdaptiveExecuteAction.Of("Acknowledge", IncidentVerbs.Acknowledge, IncidentVerbs.Id(incident)).Positive();

    /// <summary>
    /// Returns the row that makes a training scenario of a closed incident with learning; otherwise nothing. Reports about a practice
    /// manager are handled by people who can't change the training.
    /// </summary>
    public static IEnumerable<AdaptiveElement> Scenario(Incident incident, PolicyQuote? quote) =>
        incident is { State: IncidentState.Closed, Learning: { Length: > 0 }, Route: IncidentRoute.Managers }
            ?
            [
                AdaptiveContainer.Row(
                    incident.Kind == IncidentKind.NotSaid
                        ? ScenarioOffer.Button("", null, null)
                        : ScenarioOffer.Button(IncidentWords.Of(incident.Kind), quote?.Heading, quote?.Text)
                ),
            ]
            : [];

    /// <summary>Returns the possible steps, what is most likely next first.</summary>
    private static IEnumerable<AdaptiveExecuteAction> Steps(Incident incident)
    {
        var isWorkedOn = incident.State is IncidentState.UnderReview or IncidentState.ActionsOpen;
        if (incident.State == IncidentState.New)
        {
            yield return Acknowledge(incident);
        }

        if (!incident.IsOver && !isWorkedOn)
        {
            yield return AdaptiveExecuteAction.Of("Deal with this", IncidentVerbs.TakeOn, IncidentVerbs.Id(incident));
        }

        if (Due(incident) is { } due)
        {
            yield return due;
        }

        if (isWorkedOn)
        {
            yield return IncidentStepForms.Button("Update actions", incident, IncidentStepForms.Actions);
        }

        yield return incident.IsOver
            ? IncidentStepForms.Button("Reopen incident", incident, IncidentStepForms.Reopen)
            : IncidentStepForms.Button("Close incident", incident, IncidentStepForms.Close);
        yield return IncidentStepForms.Button("Add note", incident, IncidentStepForms.Note);
        if (incident.IsOver)
        {
            yield break;
        }

        yield return IncidentStepForms.Button("Fill in details", incident, IncidentStepForms.Details);
        yield return IncidentStepForms.Button("Rate risk", incident, IncidentStepForms.Grade);
        yield return IncidentStepForms.Button("Who else needs to know?", incident, IncidentStepForms.PassOn);
        if (isWorkedOn)
        {
            yield return AdaptiveExecuteAction.Of("Take over", IncidentVerbs.TakeOn, IncidentVerbs.Id(incident));
        }

        yield return IncidentStepForms.NoWorkButton(incident);
    }
}
