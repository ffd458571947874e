using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Makes the report form: one card for the whole report, which is also used to correct it.</summary>
internal static class IncidentFormCard
{
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>(StringComparer.Ordinal);

    public static TeamsActivity Empty(Guid form, DateOnly today, string? goElsewhere, string whatHappened = "") =>
        Message(
            form,
            today,
            goElsewhere,
            new Dictionary<string, string>(StringComparer.Ordinal) { [ReportForm.What] = whatHappened },
            Nothing
        );

    /// <param name="form">The form's id. The report is stored under it, so that one form makes one report.</param>
    /// <param name="today">Today's date in London; no later day can be chosen.</param>
    /// <param name="goElsewhere">Whom to go to about the practice manager, in a sentence, if nobody else gets such a report.</param>
    /// <param name="answers">What was filled in before, masked.</param>
    /// <param name="errors">What must be changed, by field.</param>
    public static TeamsActivity Message(
        Guid form,
        DateOnly today,
        string? goElsewhere,
        IReadOnlyDictionary<string, string> answers,
        IReadOnlyDictionary<string, string> errors
    ) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "Report an incident",
                Body = Body(new Fields(answers, errors, today), goElsewhere),
                Actions = [AdaptiveExecuteAction.Of("Check report", IncidentVerbs.Send, $"{form}"), CancelButton()],
            },
            "Report an incident"
        );

    public static AdaptiveExecuteAction CancelButton() => AdaptiveExecuteAction.Of("Cancel", IncidentVerbs.Cancel, leavesForm: true);

    /// <summary>Makes the form for a dialog, where a click arrives as a submit.</summary>
    public static AdaptiveCard ForDialog(
        Guid form,
        DateOnly today,
        string? goElsewhere,
        IReadOnlyDictionary<string, string> answers,
        IReadOnlyDictionary<string, string> errors
    ) =>
        new()
        {
            FallbackText = "Report an incident",
            Body = Body(new Fields(answers, errors, today), goElsewhere),
            Actions =
            [
                new AdaptiveSubmitAction
                {
                    Title = "Check report",
                    Data = new CardData { Verb = IncidentVerbs.Send, Id = $"{form}" },
                },
            ],
        };

    private static IReadOnlyList<AdaptiveElement> Body(Fields fields, string? goElsewhere) =>
        [
            AdaptiveTextBlock.Heading("Report an incident"),
            new AdaptiveTextBlock(
                "Something went wrong online? Say so here. It goes to the practice manager. Please leave out patients' names and details."
            ),
            .. goElsewhere is null ? Array.Empty<AdaptiveElement>() : [new AdaptiveTextBlock(goElsewhere) { Weight = "Bolder" }],
            .. fields.Problems(),
            .. fields.Hidden(),
            .. fields.Text(ReportForm.What, "What happened?", Incident.LongestAccount, lines: true, error: "Please say what happened."),
            .. fields.Choice(
                ReportForm.Kind,
                "What kind of incident?",
                IncidentChoices.Of<IncidentKind>(IncidentWords.Of),
                "Please choose a kind."
            ),
            .. fields.Text(ReportForm.Platform, "Where? (such as Instagram)", Incident.LongestLine),
            .. fields.Choice(ReportForm.Account, "Whose account?", IncidentChoices.Of<AccountOwner>(IncidentWords.Of)),
            .. fields.Link(),
            .. fields.Choice(ReportForm.Visible, "Can it still be seen?", IncidentChoices.Of<YesNoUnsure>(IncidentWords.Of)),
            .. fields.Day(ReportForm.Happened, "When did it happen?"),
            .. fields.Day(ReportForm.Noticed, "When was it noticed?"),
            .. fields.Choice(
                ReportForm.Patient,
                "Could a patient be recognised?",
                IncidentChoices.Of<YesNoUnsure>(IncidentWords.Of),
                "Please choose one; unsure is fine."
            ),
            .. fields.Text(ReportForm.Done, "What was done already?", TimelineEntry.LongestText, lines: true),
            .. fields.Choice(ReportForm.Source, "How did it come up?", IncidentChoices.Of<IncidentSource>(IncidentWords.Of)),
            .. fields.Choice(
                ReportForm.Appear,
                "How do you want to appear?",
                IncidentChoices.Of<ReporterVisibility>(IncidentWords.Of),
                "Please choose one."
            ),
            .. fields.Choice(
                ReportForm.AboutManager,
                "Is it about the practice manager or a deputy?",
                [new("No", "false"), new("Yes: keep it from them", "true")],
                "Please say whether it is about the practice manager or a deputy."
            ),
        ];

    /// <summary>Makes the inputs, filled with the earlier answers and showing what is wrong with them.</summary>
    private sealed class Fields(IReadOnlyDictionary<string, string> answers, IReadOnlyDictionary<string, string> errors, DateOnly today)
    {
        public IEnumerable<AdaptiveElement> Problems() =>
            errors.Count == 0
                ? []
                :
                [
                    new AdaptiveTextBlock("I haven't sent this yet. Please look at what is marked below.")
                    {
                        Weight = "Bolder",
                        Color = "Attention",
                    },
                ];

        /// <summary>Says what is hidden in answers that come back, or were filled in before.</summary>
        public IEnumerable<AdaptiveElement> Hidden() =>
            ReportForm.HiddenIn(answers) is { Count: > 0 } hidden
                ?
                [
                    new AdaptiveTextBlock($"I've hidden {IdentifierWords.Counted(hidden)}. Please take out any names too.")
                    {
                        Weight = "Bolder",
                    },
                ]
                : [];

        public IEnumerable<AdaptiveElement> Text(string id, string label, int longest, bool lines = false, string? error = null) =>
            WithError(
                new AdaptiveTextInput
                {
                    Id = id,
                    Label = label,
                    IsMultiline = lines ? true : null,
                    MaxLength = longest,
                    IsRequired = error is null ? null : true,
                    ErrorMessage = error,
                    Value = Answer(id),
                }
            );

        public IEnumerable<AdaptiveElement> Link() =>
            WithError(
                new AdaptiveTextInput
                {
                    Id = ReportForm.Link,
                    Label = "Link to it",
                    Style = "Url",
                    MaxLength = Incident.LongestLink,
                    Regex = "^https?://.+",
                    ErrorMessage = "A link starts with https:// or http://.",
                    Value = Answer(ReportForm.Link),
                }
            );

        public IEnumerable<AdaptiveElement> Day(string id, string label) =>
            WithError(
                new AdaptiveDateInput
                {
                    Id = id,
                    Label = label,
                    Max = FormDay.Text(today),
                    ErrorMessage = "Please choose a day up to today.",
                    Value = Answer(id),
                }
            );

        public IEnumerable<AdaptiveElement> Choice(string id, string label, IReadOnlyList<AdaptiveChoice> choices, string? error = null) =>
            WithError(
                new AdaptiveChoiceSetInput
                {
                    Id = id,
                    Label = label,
                    Choices = choices,
                    Style = "compact",
                    IsRequired = error is null ? null : true,
                    ErrorMessage = error,
                    Value = Answer(id),
                }
            );

        private IEnumerable<AdaptiveElement> WithError(AdaptiveInput input) =>
            errors.TryGetValue(input.Id, out var error)
                ? [input, new AdaptiveTextBlock(error) { Color = "Attention", Spacing = "Small" }]
                : [input];

        private string? Answer(string id) => answers.GetValueOrDefault(id) is { Length: > 0 } answer ? answer : null;
    }
}
