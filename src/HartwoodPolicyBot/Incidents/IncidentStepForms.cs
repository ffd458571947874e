using AdaptiveCards;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>
/// Makes the small forms for the steps that need words or choices. A form replaces the card for the person who opened it.
/// </summary>
internal static class IncidentStepForms
{
    public const string Note = "note";
    public const string Details = "details";
    public const string Grade = "grade";
    public const string PassOn = "pass-on";
    public const string Actions = "actions";
    public const string Deadline = "deadline";
    public const string Close = "close";
    public const string CloseAtOnce = "close-at-once";
    public const string Reopen = "reopen";

    public const string Kind = "kind";
    public const string Source = "source";
    public const string Share = "share";
    public const string Consequence = "consequence";
    public const string Likelihood = "likelihood";
    public const string Flags = "flags";
    public const string DoneActions = "done";
    public const string Owner = "owner";
    public const string DueOn = "due";

    public const string Decision = "decision";
    public const string Learning = "learning";
    public const string Reason = "reason";
    public const string ComplaintAcknowledged = "complaint";

    /// <summary>Is the value of a tick: that a complaint has been acknowledged, or that the reporter can read a note.</summary>
    public const string Ticked = "yes";

    /// <summary>Lists the inputs of all forms.</summary>
    public static IReadOnlyList<string> Inputs { get; } =
    [
        IncidentVerbs.Text,
        Kind,
        Source,
        Share,
        Consequence,
        Likelihood,
        Flags,
        DoneActions,
        Owner,
        DueOn,
        Decision,
        Learning,
        Reason,
        ComplaintAcknowledged,
    ];

    public static AdaptiveExecuteAction Button(string title, Incident incident, string form) =>
        AdaptiveExecuteAction.Of(title, IncidentVerbs.Form, IncidentVerbs.Id(incident), Kept(form));

    /// <param name="incident">The incident as it is now.</param>
    /// <param name="form">The name of the form; the result is null if there is no such form.</param>
    /// <param name="typed">Returns what was typed before, masked, if the step was refused.</param>
    /// <param name="error">Why the step was refused; null if it wasn't.</param>
    public static TeamsActivity? Message(Incident incident, string? form, Func<string, string?>? typed = null, string? error = null)
    {
        if (form == Close && error is null && IncidentClosing.Missing(incident) is { Count: > 0 } missing)
        {
            return NotReadyToCloseCard.Message(incident, missing);
        }

        var fields = new IncidentStepFields(typed ?? (_ => null));
        if (ContentOf(form, incident, fields) is not { } made)
        {
            return null;
        }

        var title = $"{incident.Reference}: {made.Title}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body = [AdaptiveTextBlock.Heading(title), .. AdaptiveTextBlock.Warning(error), .. made.Body],
                Actions =
                [
                    AdaptiveExecuteAction
                        .Of(made.Save, IncidentVerbs.Save, IncidentVerbs.Id(incident), IncidentVerbs.WithPress(Kept(form!)))
                        .Positive(),
                    AdaptiveExecuteAction.Of("Cancel", IncidentVerbs.Back, IncidentVerbs.Id(incident), leavesForm: true),
                    .. form is Close or Deadline && !incident.IsOver ? [NoWorkButton(incident)] : Array.Empty<AdaptiveAction>(),
                ],
            },
            title
        );
    }

    public static AdaptiveExecuteAction NoWorkButton(Incident incident) =>
        AdaptiveExecuteAction.Of("Duplicate or test", IncidentVerbs.Form, IncidentVerbs.Id(incident), Kept(CloseAtOnce), leavesForm: true);

    /// <summary>Returns the title of a form, the words on its button, and its inputs; null if there is no such form.</summary>
    private static (string Title, string Save, AdaptiveElement[] Body)? ContentOf(
        string? form,
        Incident incident,
        IncidentStepFields fields
    ) =>
        form switch
        {
            Note => ("add a note", "Add note", [fields.Text("Note", SpeakUpWords.NoteIsSeenBy(incident)), fields.ForReporter()]),
            Details => ("details", "Save details", [.. fields.Details(incident)]),
            Grade => (
                "rate the risk",
                "Save rating",
                [
                    fields.Scale(Consequence, "Impact", RiskGrade.Consequences, incident.Consequence),
                    fields.Scale(Likelihood, "Likelihood of happening again", RiskGrade.Likelihoods, incident.Likelihood),
                ]
            ),
            PassOn => (
                "who else needs to know?",
                "Save choices",
                [fields.Onward(incident.Flags), AdaptiveTextBlock.Subtle("This is for your records. I won't send it to anyone.")]
            ),
            Actions => ("actions", "Save actions", [.. fields.Open(incident), .. fields.NewAction()]),
            Deadline => (
                incident.BreachClockRuns ? "data breach decision" : "complaint",
                incident.BreachClockRuns ? "Save decision" : "Save acknowledgement",
                [.. fields.Deadlines(incident)]
            ),
            Close => (
                "close",
                "Close incident",
                [
                    fields.Text("What was the outcome?", "The reporter will see this"),
                    fields.More(Learning, "What did we learn?", "The reporter will see this too"),
                ]
            ),
            CloseAtOnce => (
                "close a duplicate or a test",
                "Close incident",
                [fields.NoWork(), fields.Text("Anything to add? (optional)", "For a duplicate, the other reference", required: false)]
            ),
            Reopen => ("reopen", "Reopen incident", [fields.Text("Reason", "I'll tell the reporter that it's been reopened, but not why")]),
            _ => null,
        };

    private static Dictionary<string, string> Kept(string form) => new(StringComparer.Ordinal) { [IncidentVerbs.Which] = form };
}
