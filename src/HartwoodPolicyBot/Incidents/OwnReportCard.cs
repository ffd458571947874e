using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>
/// Makes the card that shows a report to its reporter: its state and its outcome. It leaves out the practice managers' notes.
/// </summary>
internal static class OwnReportCard
{
    public static TeamsActivity Message(Incident incident, string? code, string? banner = null) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Summary(incident),
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading(incident.Reference),
                    new AdaptiveFactSet
                    {
                        Facts =
                        [
                            new("State", IncidentWords.Of(incident.State)),
                            new("Kind", IncidentWords.Of(incident.Kind)),
                            new("Sent", PracticeTime.Text(incident.ReportedAt)),
                        ],
                    },
                    new AdaptiveContainer { Style = "emphasis", Items = [new AdaptiveTextBlock(incident.WhatHappened)] },
                    .. incident.Timeline.Select(entry =>
                        AdaptiveTextBlock.Subtle($"{PracticeTime.Text(entry.At)}: {entry.By} {IncidentWords.Of(entry.Kind)}")
                    ),
                    .. Ended(incident),
                ],
                Actions = Buttons(incident, code),
            },
            Summary(incident)
        );

    public static IReadOnlyList<AdaptiveAction> Buttons(Incident incident, string? code)
    {
        var kept = code is null ? null : new Dictionary<string, string>(StringComparer.Ordinal) { [IncidentVerbs.Code] = code };
        return incident.IsOver
            ? [IncidentVerbs.MyReportsButton(), ReportOffer.Button()]
            :
            [
                AdaptiveExecuteAction.Of("Add something", IncidentVerbs.AddForm, IncidentVerbs.Id(incident), kept),
                AdaptiveExecuteAction.Of("Withdraw", IncidentVerbs.WithdrawForm, IncidentVerbs.Id(incident), kept),
                IncidentVerbs.MyReportsButton(),
            ];
    }

    /// <summary>Makes the form with which the reporter adds something to the report.</summary>
    public static TeamsActivity AddForm(Incident incident, string? code, string text = "", string? error = null) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = $"{incident.Reference}: add something",
                Body =
                [
                    AdaptiveTextBlock.Heading($"Add to {incident.Reference}"),
                    new AdaptiveTextInput
                    {
                        Id = IncidentVerbs.Text,
                        Label = "What else should be known?",
                        IsMultiline = true,
                        MaxLength = TimelineEntry.LongestText,
                        IsRequired = true,
                        ErrorMessage = "Please write a few words.",
                        Value = text.Length == 0 ? null : text,
                    },
                    .. error is null ? Array.Empty<AdaptiveElement>() : [new AdaptiveTextBlock(error) { Color = "Attention" }],
                    AdaptiveTextBlock.Subtle("Patients' details that I recognise are masked."),
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Add", IncidentVerbs.Add, IncidentVerbs.Id(incident), Kept(code)),
                    Back(incident, code),
                ],
            },
            $"{incident.Reference}: add something"
        );

    public static TeamsActivity WithdrawForm(Incident incident, string? code) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = $"{incident.Reference}: withdraw?",
                Body =
                [
                    AdaptiveTextBlock.Heading($"Withdraw {incident.Reference}?"),
                    new AdaptiveTextBlock(
                        "The report stays on file, marked as withdrawn. The practice may still have to look into what it says, "
                            + "above all when a patient could be recognised."
                    ),
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Withdraw it", IncidentVerbs.Withdraw, IncidentVerbs.Id(incident), Kept(code)),
                    Back(incident, code),
                ],
            },
            $"{incident.Reference}: withdraw?"
        );

    private static AdaptiveExecuteAction Back(Incident incident, string? code) =>
        AdaptiveExecuteAction.Of("Back", IncidentVerbs.See, IncidentVerbs.Id(incident), Kept(code), leavesForm: true);

    private static Dictionary<string, string>? Kept(string? code) =>
        code is null ? null : new(StringComparer.Ordinal) { [IncidentVerbs.Code] = code };

    private static IEnumerable<AdaptiveElement> Ended(Incident incident) =>
        incident is { State: IncidentState.Closed, Outcome: { } outcome }
            ?
            [
                new AdaptiveTextBlock($"Outcome: {outcome}") { Separator = true, Spacing = "Medium" },
                new AdaptiveTextBlock($"What we learned: {incident.Learning}"),
            ]
            : [];

    private static string Summary(Incident incident) => $"{incident.Reference}: {IncidentWords.Of(incident.State)}";
}

/// <summary>Makes the card that lists a person's reports, with an input for the code of an anonymous one.</summary>
internal static class MyReportsCard
{
    public static TeamsActivity Message(IReadOnlyList<Incident> reports, string? error = null) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "Your reports",
                Body =
                [
                    AdaptiveTextBlock.Heading("Your reports"),
                    .. reports.Count == 0
                        ? (IEnumerable<AdaptiveElement>)[new AdaptiveTextBlock("You have made no report under your name.")]
                        : reports.Select(report =>
                            AdaptiveContainer.Row(
                                AdaptiveExecuteAction.Of(
                                    $"{report.Reference}, {IncidentWords.Of(report.Kind)}: {IncidentWords.Of(report.State)}",
                                    IncidentVerbs.See,
                                    IncidentVerbs.Id(report)
                                )
                            )
                        ),
                    new AdaptiveTextInput
                    {
                        Id = IncidentVerbs.Code,
                        Label = "An anonymous report? Enter its code",
                        MaxLength = 40,
                        Placeholder = "ABCD-EFGH-JKMN",
                        ErrorMessage = "Please enter the code.",
                    },
                    .. error is null ? Array.Empty<AdaptiveElement>() : [new AdaptiveTextBlock(error) { Color = "Attention" }],
                ],
                Actions = [AdaptiveExecuteAction.Of("Look it up", IncidentVerbs.FindByCode), ReportOffer.Button()],
            },
            "Your reports"
        );
}
