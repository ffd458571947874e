using AdaptiveCards;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Makes the card that says what must be done before an incident can be closed, with the buttons to do it.</summary>
internal static class NotReadyToCloseCard
{
    public static TeamsActivity Message(Incident incident, IReadOnlyList<string> missing)
    {
        var (title, id) = ($"{incident.Reference}: not ready to close", IncidentVerbs.Id(incident));
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    AdaptiveTextBlock.Heading(title),
                    new AdaptiveTextBlock("Before you can close this:"),
                    .. missing.Select(step => new AdaptiveRichTextBlock($"• {step}") { Spacing = "Small" }),
                ],
                Actions =
                [
                    .. incident.State == IncidentState.New
                        ? [AdaptiveExecuteAction.Of("Acknowledge", IncidentVerbs.Acknowledge, id)]
                        : Array.Empty<AdaptiveAction>(),
                    .. incident.BreachClockRuns || incident.ComplaintClockRuns
                        ? [IncidentStepForms.Button("Deadline", incident, IncidentStepForms.Deadline)]
                        : Array.Empty<AdaptiveAction>(),
                    .. incident.Actions.Any(action => action.DoneAt is null)
                        ? [IncidentStepForms.Button("Actions", incident, IncidentStepForms.Actions)]
                        : Array.Empty<AdaptiveAction>(),
                    IncidentStepForms.NoWorkButton(incident),
                    AdaptiveExecuteAction.Of("Back", IncidentVerbs.Back, id),
                ],
            },
            title
        );
    }
}
