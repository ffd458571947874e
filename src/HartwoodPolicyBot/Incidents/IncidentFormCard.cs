using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>
/// Makes the report form, which is also used to correct a report. It asks four questions; whatever else the reporter knows is one
/// tap behind, and the review asks the rest.
/// </summary>
internal static class IncidentFormCard
{
    private const string Details = "details";

    private static readonly string[] DetailFields =
    [
        ReportForm.Kind,
        ReportForm.Platform,
        ReportForm.Account,
        ReportForm.Link,
        ReportForm.Happened,
        ReportForm.Noticed,
        ReportForm.Done,
        ReportForm.Source,
    ];

    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Makes a new form, in which details that were filled in from a message are one tap behind.</summary>
    /// <param name="form">The form's id. The report is stored under it, so that one form makes one report.</param>
    /// <param name="today">Today's date in London; no later day can be chosen.</param>
    /// <param name="goElsewhere">Whom to go to about the practice manager, in a sentence, if nobody else gets such a report.</param>
    /// <param name="answers">What is filled in, masked.</param>
    /// <param name="asksAboutManager">
    /// Whether to ask at once if it is about the practice manager, because the reporter has said so. Others are asked in the review.
    /// </param>
    public static TeamsActivity New(
        Guid form,
        DateOnly today,
        string? goElsewhere,
        IReadOnlyDictionary<string, string> answers,
        bool asksAboutManager = false
    ) => Message(form, NewBody(today, goElsewhere, answers, asksAboutManager));

    /// <param name="form">The form's id.</param>
    /// <param name="today">Today's date in London.</param>
    /// <param name="goElsewhere">Whom to go to about the practice manager.</param>
    /// <param name="answers">What was filled in before, masked.</param>
    /// <param name="errors">What must be changed, by field.</param>
    public static TeamsActivity Again(
        Guid form,
        DateOnly today,
        string? goElsewhere,
        IReadOnlyDictionary<string, string> answers,
        IReadOnlyDictionary<string, string> errors
    ) => Message(form, AgainBody(today, goElsewhere, answers, errors, asksAboutManager: false));

    public static AdaptiveExecuteAction CancelButton() => AdaptiveExecuteAction.Of("Cancel", IncidentVerbs.Cancel, leavesForm: true);

    /// <summary>
    /// Makes a new form for a dialog, where a click arrives as a submit. It also asks whether the report is about the practice
    /// manager, because the review in a dialog shows the code of an anonymous report, and that depends on every answer.
    /// </summary>
    public static AdaptiveCard NewForDialog(Guid form, DateOnly today, string? goElsewhere, IReadOnlyDictionary<string, string> answers) =>
        ForDialog(form, NewBody(today, goElsewhere, answers, asksAboutManager: true));

    public static AdaptiveCard AgainForDialog(
        Guid form,
        DateOnly today,
        string? goElsewhere,
        IReadOnlyDictionary<string, string> answers,
        IReadOnlyDictionary<string, string> errors
    ) => ForDialog(form, AgainBody(today, goElsewhere, answers, errors, asksAboutManager: true));

    private static TeamsActivity Message(Guid form, IReadOnlyList<AdaptiveElement> body) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "Report an incident",
                Body = body,
                Actions = [AdaptiveExecuteAction.Of("Check report", IncidentVerbs.Send, $"{form}").Positive(), CancelButton()],
            },
            "Report an incident"
        );

    private static AdaptiveCard ForDialog(Guid form, IReadOnlyList<AdaptiveElement> body) =>
        new()
        {
            FallbackText = "Report an incident",
            Body = body,
            Actions =
            [
                new AdaptiveSubmitAction
                {
                    Title = "Check report",
                    Data = new CardData { Verb = IncidentVerbs.Send, Id = $"{form}" },
                },
            ],
        };

    /// <summary>Makes the row that shows or hides the details. It is no button, so that Cancel stays in sight on a phone.</summary>
    private static AdaptiveContainer DetailsRow() =>
        AdaptiveContainer.Row(new AdaptiveToggleVisibilityAction { Title = "Add details", TargetElements = [Details] });

    private static List<AdaptiveElement> NewBody(
        DateOnly today,
        string? goElsewhere,
        IReadOnlyDictionary<string, string> answers,
        bool asksAboutManager
    ) => Body(new(answers, Nothing, today), goElsewhere, asksAboutManager, showsDetails: false);

    private static List<AdaptiveElement> AgainBody(
        DateOnly today,
        string? goElsewhere,
        IReadOnlyDictionary<string, string> answers,
        IReadOnlyDictionary<string, string> errors,
        bool asksAboutManager
    )
    {
        var fields = new ReportFormFields(answers, errors, today);
        return Body(fields, goElsewhere, asksAboutManager, showsDetails: fields.Has(DetailFields));
    }

    private static List<AdaptiveElement> Body(ReportFormFields fields, string? goElsewhere, bool asksAboutManager, bool showsDetails) =>
        [
            AdaptiveTextBlock.Heading("Report an incident"),
            new AdaptiveTextBlock(
                "Tell us what's gone wrong online. Your report goes to the practice manager"
                    + (
                        goElsewhere is null && AsksAboutManager(fields, asksAboutManager)
                            ? ", unless you say below that it's about them"
                            : ""
                    )
                    + ". Please don't include patients' names or details."
            ),
            .. AdaptiveTextBlock.Banner(goElsewhere),
            .. fields.Problems(),
            .. fields.Hidden(),
            .. showsDetails ? [] : FilledIn(fields),
            .. fields.Text(ReportForm.What, "What happened?", Incident.LongestAccount, lines: true, error: "Please say what happened."),
            .. fields.Choice(
                ReportForm.Patient,
                "Could a patient be recognised?",
                IncidentChoices.Of<YesNoUnsure>(IncidentWords.Of),
                "Please choose one. Not sure is fine."
            ),
            .. fields.Choice(
                ReportForm.Visible,
                "Can it still be seen?",
                IncidentChoices.Of<YesNoUnsure>(IncidentWords.Of),
                "Please choose one. Not sure is fine."
            ),
            .. fields.Choice(
                ReportForm.Appear,
                "Should your name be shown?",
                IncidentChoices.Of<ReporterVisibility>(IncidentWords.Of),
                "Please choose one."
            ),
            .. AsksAboutManager(fields, asksAboutManager) ? fields.AboutManager() : [],
            DetailsRow(),
            new AdaptiveContainer
            {
                Id = Details,
                IsVisible = showsDetails ? null : false,
                Items = [.. DetailInputs(fields)],
            },
        ];

    private static bool AsksAboutManager(ReportFormFields fields, bool asksAboutManager) =>
        asksAboutManager || fields.Answer(ReportForm.AboutManager) is not null;

    private static IEnumerable<AdaptiveElement> DetailInputs(ReportFormFields fields) =>
        [
            AdaptiveTextBlock.Subtle("All of these are optional."),
            .. fields.Choice(ReportForm.Kind, "Type of incident", IncidentChoices.Of<IncidentKind>(IncidentWords.Of)),
            .. fields.Text(ReportForm.Platform, "Where was it? (such as Instagram)", Incident.LongestLine),
            .. fields.Choice(ReportForm.Account, "Whose account?", IncidentChoices.Of<AccountOwner>(IncidentWords.Of)),
            .. fields.Link(),
            .. fields.Day(ReportForm.Happened, "When did it happen?"),
            .. fields.Day(ReportForm.Noticed, "When did you notice it?"),
            .. fields.Text(ReportForm.Done, "What has been done so far?", TimelineEntry.LongestText, lines: true),
            .. fields.Choice(ReportForm.Source, "How did it come to light?", IncidentChoices.Of<IncidentSource>(IncidentWords.Of)),
        ];

    /// <summary>Says what was filled in from a message in the details, which are hidden.</summary>
    private static IEnumerable<AdaptiveElement> FilledIn(ReportFormFields fields)
    {
        string?[] found =
        [
            fields.Chosen<IncidentKind>(ReportForm.Kind, IncidentWords.Of),
            fields.Answer(ReportForm.Platform),
            fields.Chosen<AccountOwner>(ReportForm.Account, IncidentWords.Of),
            fields.Answer(ReportForm.Link) is null ? null : "the link",
            fields.Answer(ReportForm.Happened) is { } day && FormDay.Read(day) is { } happened ? PracticeTime.Text(happened) : null,
        ];
        var words = string.Join("; ", found.OfType<string>());
        return words.Length == 0
            ? []
            : [AdaptiveTextBlock.Subtle($"I've filled this in from your message: {words}. Tap Add details to change it.")];
    }
}
