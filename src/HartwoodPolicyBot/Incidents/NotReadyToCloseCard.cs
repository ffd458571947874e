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
        var title = $"{incident.Reference}: not ready to close";
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
                    .. Next(incident) is { } next ? [next] : Array.Empty<AdaptiveAction>(),
                    AdaptiveExecuteAction.Of("Back to incident", IncidentVerbs.Back, IncidentVerbs.Id(incident)),
                    IncidentStepForms.NoWorkButton(incident),
                ],
            },
            title
        );
    }

    /// <summary>Returns the button for the first thing that is missing; the card that follows it leads to the next.</summary>
    private static AdaptiveExecuteAction? Next(Incident incident) =>
        incident.State == IncidentState.New ? IncidentButtons.Acknowledge(incident)
        : IncidentButtons.Due(incident) is { } due ? due
        : incident.Actions.Any(action => action.DoneAt is null)
            ? IncidentStepForms.Button("Update actions", incident, IncidentStepForms.Actions)
        : null;
}
