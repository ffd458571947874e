using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Makes the inputs of the forms for steps, filled with what was typed before, or else with what is stored.</summary>
internal sealed class IncidentStepFields(Func<string, string?> typed)
{
    /// <summary>So many actions, and so much of each, that the form doesn't outgrow Teams.</summary>
    private const int MostChoices = 20;
    private const int LongestChoice = 200;

    /// <remarks>Source for the DSPT: themdu.com, "GDPR data breaches".</remarks>
    private const string WhereToReport =
        "Report it if it puts people at risk. In England you report it with the Data Security and Protection Toolkit.";

    private static CardText IcoGuidance { get; } =
        CardText.Formatted(
            "[Open the ICO guidance in browser](https://ico.org.uk/for-organisations/accountability-framework/"
                + "breach-response-and-monitoring/assessing-and-reporting-breaches/)"
        );

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

    public AdaptiveTextInput More(string id, string label, string placeholder) =>
        new AdaptiveTextInput
        {
            Id = id,
            Label = label,
            Placeholder = placeholder,
            IsMultiline = true,
            MaxLength = TimelineEntry.LongestText,
            IsRequired = true,
            ErrorMessage = "Please write a few words.",
            Value = Before(id),
        };

    /// <summary>Returns what a practice manager fills in because the report form does not ask it.</summary>
    public IEnumerable<AdaptiveElement> Details(Incident incident) =>
        [
            Choice(
                IncidentStepForms.Kind,
                "Type of incident",
                IncidentChoices.Of<IncidentKind>(IncidentWords.Of),
                incident.Kind == IncidentKind.NotSaid ? null : $"{incident.Kind}"
            ),
            Choice(
                IncidentStepForms.Source,
                "How did it come to light?",
                IncidentChoices.Of<IncidentSource>(IncidentWords.Of),
                incident.Source == IncidentSource.NotSaid ? null : $"{incident.Source}"
            ),
        ];

    public AdaptiveChoiceSetInput ForReporter() =>
        new()
        {
            Id = IncidentStepForms.Share,
            Label = "Who can read it?",
            Style = "expanded",
            IsMultiSelect = true,
            Choices = [new("The reporter can read it too", IncidentStepForms.Ticked)],
            Value = Before(IncidentStepForms.Share),
        };

    private AdaptiveChoiceSetInput Choice(string id, string label, IReadOnlyList<AdaptiveChoice> choices, string? now) =>
        new()
        {
            Id = id,
            Label = label,
            Style = "compact",
            Choices = choices,
            Value = Before(id) ?? now,
        };

    public AdaptiveChoiceSetInput Scale(string id, string label, IReadOnlyList<string> words, int? now) =>
        new AdaptiveChoiceSetInput
        {
            Id = id,
            Label = label,
            Style = "compact",
            IsRequired = true,
            ErrorMessage = "Please choose one.",
            Choices = [.. words.Select((word, place) => new AdaptiveChoice($"{place + 1} – {word}", $"{place + 1}"))],
            Value = Before(id) ?? (now is { } number ? $"{number}" : null),
        };

    public AdaptiveChoiceSetInput NoWork() =>
        new AdaptiveChoiceSetInput
        {
            Id = IncidentStepForms.Reason,
            Label = "What is it?",
            Style = "expanded",
            IsRequired = true,
            ErrorMessage = "Please choose one.",
            Choices = IncidentChoices.Of<NoWorkReason>(IncidentWords.Of),
            Value = Before(IncidentStepForms.Reason),
        };

    public AdaptiveChoiceSetInput Onward(Referral now) =>
        new AdaptiveChoiceSetInput
        {
            Id = IncidentStepForms.Flags,
            Label = "Tick all that apply",
            IsMultiSelect = true,
            Style = "expanded",
            Choices =
            [
                .. Enum.GetValues<Referral>()
                    .Where(flag => flag != Referral.None)
                    .Select(flag => new AdaptiveChoice(IncidentWords.Of(flag), $"{flag}")),
            ],
            Value = Before(IncidentStepForms.Flags) ?? string.Join(',', IncidentWords.In(now)),
        };

    public IEnumerable<AdaptiveElement> NewAction() =>
        [
            Text("Add an action (optional)", "What needs doing?", required: false),
            new AdaptiveTextInput
            {
                Id = IncidentStepForms.Owner,
                Label = "Who will do it? (optional)",
                MaxLength = Incident.LongestLine,
                Value = Before(IncidentStepForms.Owner),
            },
            new AdaptiveDateInput
            {
                Id = IncidentStepForms.DueOn,
                Label = "Due date (optional). I'll remind you that day.",
                Value = Before(IncidentStepForms.DueOn),
            },
        ];

    public IEnumerable<AdaptiveElement> Open(Incident incident)
    {
        var open = incident.Actions.Where(action => action.DoneAt is null).ToList();
        return open.Count == 0
            ? []
            :
            [
                new AdaptiveChoiceSetInput
                {
                    Id = IncidentStepForms.DoneActions,
                    Label =
                        open.Count > MostChoices
                            ? $"Tick any that are done (the first {MostChoices} of {open.Count})"
                            : "Tick any that are done",
                    IsMultiSelect = true,
                    Style = "expanded",
                    Choices =
                    [
                        .. open.Take(MostChoices)
                            .Select(action => new AdaptiveChoice(Excerpt.Of(IncidentWords.Of(action), LongestChoice), $"{action.Number}")),
                    ],
                    Value = Before(IncidentStepForms.DoneActions),
                },
            ];
    }

    public IEnumerable<AdaptiveElement> Deadlines(Incident incident)
    {
        if (incident.BreachClockRuns)
        {
            yield return new AdaptiveTextBlock(WhereToReport);
            yield return new AdaptiveTextBlock(IcoGuidance) { Spacing = "Small" };
            yield return new AdaptiveChoiceSetInput
            {
                Id = IncidentStepForms.Decision,
                Label = $"Does the ICO need to be told? Decide by {PracticeTime.Deadline(incident.BreachDue!.Value)}",
                Style = "expanded",
                Choices = IncidentChoices.Of<BreachDecision>(IncidentWords.Of),
                Value = Before(IncidentStepForms.Decision),
            };
            yield return Text("Reason", "Needed either way", required: false);
        }

        if (incident.ComplaintClockRuns)
        {
            yield return new AdaptiveChoiceSetInput
            {
                Id = IncidentStepForms.ComplaintAcknowledged,
                Label = $"Complaint: acknowledge by {PracticeTime.Text(incident.ComplaintDue!.Value)}",
                Style = "expanded",
                IsMultiSelect = true,
                Choices = [new("Complaint acknowledged", IncidentStepForms.Ticked)],
                Value = Before(IncidentStepForms.ComplaintAcknowledged),
            };
        }
    }

    private string? Before(string id) => typed(id) is { Length: > 0 } text ? text : null;
}
