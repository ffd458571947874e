using System.Globalization;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>
/// Makes the card that shows a report to its reporter: its state and its outcome. It leaves out the practice managers' notes. In
/// an anonymous reporter's chat it also leaves out the report's id, reference and words, which would lead from the report to
/// that chat; the buttons find it by the code.
/// </summary>
internal static class OwnReportCard
{
    private const int StepsOnPage = 8;
    private const string InMyData = "(more in “my data”)";

    /// <param name="incident">The report as it is now.</param>
    /// <param name="code">The code of an anonymous report; null for other reports.</param>
    /// <param name="banner">What was just done, or why it was not.</param>
    /// <param name="page">Which of its steps to show: page 1 has the newest.</param>
    public static TeamsActivity Message(Incident incident, string? code, string? banner = null, int page = 1) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Summary(incident),
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading(Name(incident)),
                    new AdaptiveFactSet
                    {
                        Facts =
                        [
                            new("Status", IncidentWords.Of(incident.State)),
                            .. incident.Kind == IncidentKind.NotSaid
                                ? Array.Empty<AdaptiveFact>()
                                : [new("Type", IncidentWords.Of(incident.Kind))],
                            new("Sent", IncidentWords.WhenReported(incident)),
                        ],
                    },
                    .. incident.MayBeNamedToReporter ? (AdaptiveElement[])[AdaptiveRichTextBlock.SetOff(incident.WhatHappened)] : [],
                    .. Ended(incident),
                    .. Steps(incident, code, page),
                ],
                Actions = Buttons(incident, code),
                More = incident.MayBeNamedToReporter ? InMyData : "(shortened)",
            },
            Summary(incident)
        );

    /// <summary>Returns the steps in their order, with rows that lead to the others if there are more than a card should hold.</summary>
    private static IEnumerable<AdaptiveElement> Steps(Incident incident, string? code, int wanted)
    {
        var page = incident.Timeline.OrderByDescending(entry => entry.Number).ToList().PageOf(StepsOnPage, wanted);
        var earlier = incident.Timeline.Count - (page.Number * StepsOnPage);
        return
        [
            .. page.Number < page.Count
                ? [To($"See {CountWords.Of(earlier, "earlier step")}", page.Number + 1)]
                : Array.Empty<AdaptiveElement>(),
            .. page.Items.Reverse().SelectMany(entry => Step(incident, entry)),
            .. page.Number > 1 ? [To("See later steps", page.Number - 1)] : Array.Empty<AdaptiveElement>(),
        ];

        AdaptiveElement To(string words, int number) =>
            AdaptiveContainer.Row(
                AdaptiveExecuteAction.Of(
                    words,
                    IncidentVerbs.See,
                    Id(incident),
                    new Dictionary<string, string>(Kept(code) ?? [], StringComparer.Ordinal)
                    {
                        [IncidentVerbs.Page] = number.ToString(CultureInfo.InvariantCulture),
                    }
                )
            );
    }

    public static IReadOnlyList<AdaptiveAction> Buttons(Incident incident, string? code)
    {
        var kept = Kept(code);
        return incident.IsOver
            ? [IncidentVerbs.MyReportsButton(), ReportOffer.Button()]
            :
            [
                AdaptiveExecuteAction.Of("Add to report", IncidentVerbs.AddForm, Id(incident), kept),
                AdaptiveExecuteAction.Of("Withdraw report", IncidentVerbs.WithdrawForm, Id(incident), kept).Destructive(),
                IncidentVerbs.MyReportsButton(),
            ];
    }

    /// <summary>Makes the form with which the reporter adds something to the report.</summary>
    public static TeamsActivity AddForm(Incident incident, string? code, string text = "", string? error = null) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = $"{Name(incident)}: add something",
                Body =
                [
                    AdaptiveTextBlock.Heading($"Add to {InSentence(incident)}"),
                    new AdaptiveTextInput
                    {
                        Id = IncidentVerbs.Text,
                        Label = "What would you like to add?",
                        IsMultiline = true,
                        MaxLength = TimelineEntry.LongestText,
                        IsRequired = true,
                        ErrorMessage = "Please write a few words.",
                        Value = text.Length == 0 ? null : text,
                    },
                    .. error is null ? Array.Empty<AdaptiveElement>() : [new AdaptiveTextBlock(error) { Color = "Attention" }],
                    AdaptiveTextBlock.Subtle("I'll hide any patient details I spot."),
                ],
                Actions =
                [
                    AdaptiveExecuteAction
                        .Of("Add to report", IncidentVerbs.Add, Id(incident), IncidentVerbs.WithPress(Kept(code)))
                        .Positive(),
                    Back("Cancel", incident, code),
                ],
            },
            $"{Name(incident)}: add something"
        );

    public static TeamsActivity WithdrawForm(Incident incident, string? code) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = $"{Name(incident)}: withdraw?",
                Body =
                [
                    AdaptiveTextBlock.Heading($"Withdraw {InSentence(incident)}?"),
                    new AdaptiveTextBlock(
                        "Your report will stay on file, marked as withdrawn. We may still have to look into it, especially if a patient "
                            + "could be recognised."
                    ),
                ],
                Actions =
                [
                    AdaptiveExecuteAction
                        .Of("Withdraw report", IncidentVerbs.Withdraw, Id(incident), IncidentVerbs.WithPress(Kept(code)))
                        .Destructive(),
                    Back("Keep report", incident, code),
                ],
            },
            $"{Name(incident)}: withdraw?"
        );

    private static AdaptiveExecuteAction Back(string title, Incident incident, string? code) =>
        AdaptiveExecuteAction.Of(title, IncidentVerbs.See, Id(incident), Kept(code), leavesForm: true);

    private static Dictionary<string, string>? Kept(string? code) =>
        code is null ? null : new(StringComparer.Ordinal) { [IncidentVerbs.Code] = code };

    private static IEnumerable<AdaptiveElement> Ended(Incident incident) =>
        incident.Outcome is not { } outcome ? []
        : incident.State == IncidentState.Closed ? IncidentCard.Ended("Outcome", outcome, "What we learned", incident.Learning)
        : IncidentCard.Ended("Outcome before it was reopened", outcome, "What we had learned", incident.Learning);

    /// <summary>Returns what the buttons carry: the report, or nothing where the code alone finds it.</summary>
    private static string? Id(Incident incident) => incident.MayBeNamedToReporter ? IncidentVerbs.Id(incident) : null;

    private static string Name(Incident incident) => incident.MayBeNamedToReporter ? incident.Reference : "Your report";

    private static string InSentence(Incident incident) => incident.MayBeNamedToReporter ? incident.Reference : "your report";

    private static string When(Incident incident, TimelineEntry entry) =>
        incident.MayBeNamedToReporter ? IncidentWords.When(incident, entry) : PracticeTime.Text(PracticeTime.DateOf(entry.At));

    /// <summary>Returns a step, with its words if a practice manager wrote them for the reporter.</summary>
    private static IEnumerable<AdaptiveElement> Step(Incident incident, TimelineEntry entry) =>
        entry.Kind == TimelineKind.ToldReporter
            ?
            [
                AdaptiveRichTextBlock.Subtle($"{When(incident, entry)}: {entry.By} added a note for you:"),
                new AdaptiveRichTextBlock(entry.Text!) { Spacing = "Small" },
            ]
            : [AdaptiveRichTextBlock.Subtle($"{When(incident, entry)}: {Who(entry)} {IncidentWords.Of(entry.Kind)}")];

    private static string Who(TimelineEntry entry) => entry.IsOfReporter ? "You" : entry.By;

    private static string Summary(Incident incident) => $"{Name(incident)}: {IncidentWords.Of(incident.State)}";
}
