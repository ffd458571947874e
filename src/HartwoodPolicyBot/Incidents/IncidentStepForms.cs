using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
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
    public const string Grade = "grade";
    public const string PassOn = "pass-on";
    public const string Actions = "actions";
    public const string Deadline = "deadline";
    public const string Close = "close";
    public const string CloseAtOnce = "close-at-once";
    public const string Reopen = "reopen";

    public const string Consequence = "consequence";
    public const string Likelihood = "likelihood";
    public const string Flags = "flags";
    public const string DoneActions = "done";

    /// <summary>So many actions, and so much of each, that the form doesn't outgrow Teams.</summary>
    private const int MostChoices = 20;
    private const int LongestChoice = 200;

    public const string Decision = "decision";
    public const string Learning = "learning";
    public const string Reason = "reason";
    public const string ComplaintAcknowledged = "complaint";

    /// <summary>Is the value of the tick that says that a complaint has been acknowledged.</summary>
    public const string Acknowledged = "yes";

    /// <summary>Lists the inputs of all forms.</summary>
    public static IReadOnlyList<string> Inputs { get; } =
    [IncidentVerbs.Text, Consequence, Likelihood, Flags, DoneActions, Decision, Learning, Reason, ComplaintAcknowledged];

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

        var fields = new Typed(typed ?? (_ => null));
        (string Title, AdaptiveElement[] Body)? content = form switch
        {
            Note => ("Add a note", [fields.Text("Note", SpeakUpWords.NoteIsSeenBy(incident))]),
            Grade => (
                "Grade it",
                [
                    fields.Scale(Consequence, "How bad is it?", RiskGrade.Consequences, incident.Consequence),
                    fields.Scale(Likelihood, "How likely is it to happen again?", RiskGrade.Likelihoods, incident.Likelihood),
                ]
            ),
            PassOn => (
                "Where does it go on to?",
                [fields.Onward(incident.Flags), AdaptiveTextBlock.Subtle("This is a mark for people. I send nothing there.")]
            ),
            Actions => ("Actions", [.. fields.Open(incident), fields.Text("A new action", "What, and who does it", required: false)]),
            Deadline => ("Record a decision", [.. fields.Deadlines(incident)]),
            Close => (
                "Close it",
                [fields.Text("What was the outcome?", "The reporter reads this"), fields.More(Learning, "What have we learned?")]
            ),
            CloseAtOnce => (
                "Close without any work",
                [fields.NoWork(), fields.Text("Anything to add? (optional)", "For a duplicate, the other reference", required: false)]
            ),
            Reopen => ("Reopen it", [fields.Text("Why?", "The reporter is told that it is open again")]),
            _ => null,
        };
        if (content is not { } made)
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
                    AdaptiveExecuteAction.Of("Save", IncidentVerbs.Save, IncidentVerbs.Id(incident), IncidentVerbs.WithPress(Kept(form!))),
                    .. form is Close or Deadline && !incident.IsOver ? [NoWorkButton(incident)] : Array.Empty<AdaptiveAction>(),
                    AdaptiveExecuteAction.Of("Back", IncidentVerbs.Back, IncidentVerbs.Id(incident), leavesForm: true),
                ],
            },
            title
        );
    }

    public static AdaptiveExecuteAction NoWorkButton(Incident incident) =>
        AdaptiveExecuteAction.Of("Duplicate or test", IncidentVerbs.Form, IncidentVerbs.Id(incident), Kept(CloseAtOnce), leavesForm: true);

    private static Dictionary<string, string> Kept(string form) => new(StringComparer.Ordinal) { [IncidentVerbs.Which] = form };

    private sealed class Typed(Func<string, string?> typed)
    {
        public AdaptiveTextInput Text(string label, string placeholder, bool required = true) =>
            new AdaptiveTextInput
            {
                Id = IncidentVerbs.Text,
                Label = label,
                Placeholder = placeholder,
                IsMultiline = true,
                MaxLength = TimelineEntry.LongestText,
                IsRequired = required ? true : null,
                ErrorMessage = required ? "Please write a few words." : null,
                Value = Before(IncidentVerbs.Text),
            };

        public AdaptiveTextInput More(string id, string label) =>
            new AdaptiveTextInput
            {
                Id = id,
                Label = label,
                IsMultiline = true,
                MaxLength = TimelineEntry.LongestText,
                IsRequired = true,
                ErrorMessage = "Please write a few words.",
                Value = Before(id),
            };

        public AdaptiveChoiceSetInput Scale(string id, string label, IReadOnlyList<string> words, int? now) =>
            new AdaptiveChoiceSetInput
            {
                Id = id,
                Label = label,
                Style = "compact",
                IsRequired = true,
                ErrorMessage = "Please choose one.",
                Choices = [.. words.Select((word, place) => new AdaptiveChoice($"{place + 1}: {word}", $"{place + 1}"))],
                Value = Before(id) ?? (now is { } number ? $"{number}" : null),
            };

        public AdaptiveChoiceSetInput NoWork() =>
            new AdaptiveChoiceSetInput
            {
                Id = Reason,
                Label = "What is it?",
                Style = "expanded",
                IsRequired = true,
                ErrorMessage = "Please choose one.",
                Choices = IncidentChoices.Of<NoWorkReason>(IncidentWords.Of),
                Value = Before(Reason),
            };

        public AdaptiveChoiceSetInput Onward(Referral now) =>
            new AdaptiveChoiceSetInput
            {
                Id = Flags,
                Label = "Choose all that fit",
                IsMultiSelect = true,
                Style = "expanded",
                Choices =
                [
                    .. Enum.GetValues<Referral>()
                        .Where(flag => flag != Core.Incidents.Referral.None)
                        .Select(flag => new AdaptiveChoice(IncidentWords.Of(flag), $"{flag}")),
                ],
                Value = Before(Flags) ?? string.Join(',', IncidentWords.In(now)),
            };

        public IEnumerable<AdaptiveElement> Open(Incident incident)
        {
            var open = incident.Actions.Where(action => action.DoneAt is null).ToList();
            return open.Count == 0
                ? []
                :
                [
                    new AdaptiveChoiceSetInput
                    {
                        Id = DoneActions,
                        Label = open.Count > MostChoices ? $"Which are done? (The first {MostChoices} of {open.Count})" : "Which are done?",
                        IsMultiSelect = true,
                        Style = "expanded",
                        Choices =
                        [
                            .. open.Take(MostChoices)
                                .Select(action => new AdaptiveChoice(Excerpt.Of(action.Text, LongestChoice), $"{action.Number}")),
                        ],
                        Value = Before(DoneActions),
                    },
                ];
        }

        public IEnumerable<AdaptiveElement> Deadlines(Incident incident)
        {
            if (incident.BreachClockRuns)
            {
                yield return new AdaptiveChoiceSetInput
                {
                    Id = Decision,
                    Label = $"Data breach, by {PracticeTime.Deadline(incident.BreachDue!.Value)}",
                    Style = "expanded",
                    Choices = IncidentChoices.Of<BreachDecision>(IncidentWords.Of),
                    Value = Before(Decision),
                };
                yield return Text("The reason, kept on file", "Also needed when it is not reportable", required: false);
            }

            if (incident.ComplaintClockRuns)
            {
                yield return new AdaptiveChoiceSetInput
                {
                    Id = ComplaintAcknowledged,
                    Label = $"Complaint, by {PracticeTime.Text(incident.ComplaintDue!.Value)}",
                    Style = "expanded",
                    IsMultiSelect = true,
                    Choices = [new("It has been acknowledged", Acknowledged)],
                    Value = Before(ComplaintAcknowledged),
                };
            }
        }

        private string? Before(string id) => typed(id) is { Length: > 0 } text ? text : null;
    }
}
