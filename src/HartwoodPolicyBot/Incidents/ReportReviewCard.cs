using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>
/// Makes the card that every reporter sees before a report is stored: the report as it will be kept, what was hidden, and the
/// question whether anybody can be identified by it.
/// </summary>
internal static class ReportReviewCard
{
    private const string Title = "Check before you send";

    public static TeamsActivity Message(Guid form, ReportForm read, IncidentReport report) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Title,
                Body = Body(read, report),
                Actions = [.. Buttons(form, read), IncidentFormCard.CancelButton()],
            },
            Title
        );

    /// <summary>
    /// Makes the card for a dialog, which has its own button to close it. A dialog that is closed shows nothing again, so it
    /// shows the code of an anonymous report before and after it is sent. To post the code would open a chat with somebody who
    /// wants to stay unknown.
    /// </summary>
    public static AdaptiveCard ForDialog(Guid form, ReportForm read, IncidentReport report, string? code) =>
        new()
        {
            FallbackText = Title,
            Body =
            [
                .. Body(read, report),
                .. code is null
                    ? Array.Empty<AdaptiveElement>()
                    :
                    [
                        new AdaptiveTextBlock(
                            $"Your code will be {code}. Please write it down before you send: it is the only way to follow this up, and I "
                                + "can't show it again once this is closed."
                        )
                        {
                            Weight = "Bolder",
                        },
                    ],
            ],
            Actions = [.. Buttons(form, read).Select(button => button.Fallback!)],
        };

    private static IReadOnlyList<AdaptiveElement> Body(ReportForm read, IncidentReport report) =>
        [
            AdaptiveTextBlock.Heading(Title),
            new AdaptiveTextBlock("I haven't sent anything yet. This is what the practice will keep:"),
            Words(report.WhatHappened),
            .. report.AlreadyDone.Length == 0
                ? Array.Empty<AdaptiveElement>()
                : [new AdaptiveTextBlock("What was done already:"), Words(report.AlreadyDone)],
            .. Facts(report),
            .. read.Hidden.Count == 0
                ? Array.Empty<AdaptiveElement>()
                : [new AdaptiveTextBlock($"I've hidden {IdentifierWords.Counted(read.Hidden)}. I don't keep the originals.")],
            new AdaptiveTextBlock("Is there a name, or anything else that could identify someone?") { Weight = "Bolder" },
            new AdaptiveTextBlock("I can't spot names. If there is one, please change the report.") { Spacing = "Small" },
        ];

    private static AdaptiveContainer Words(string text) => AdaptiveRichTextBlock.SetOff(text);

    private static IEnumerable<AdaptiveElement> Facts(IncidentReport report) =>
        new (string Title, string? Value)[]
        {
            ("Kind", IncidentWords.Of(report.Kind)),
            ("Where", report.Platform),
            ("Account", report.Account == AccountOwner.NotSaid ? null : IncidentWords.Of(report.Account)),
            ("Link", IncidentFacts.Broken(report.Link)),
            ("Still visible", report.StillVisible == YesNoUnsure.NotSaid ? null : IncidentWords.Of(report.StillVisible)),
            ("Happened", Day(report.HappenedOn)),
            ("Noticed", Day(report.NoticedOn)),
            ("Patient recognisable", IncidentWords.Of(report.PatientRecognisable)),
            ("Came up by", report.Source == IncidentSource.NotSaid ? null : IncidentWords.Of(report.Source)),
            ("Your name", IncidentWords.Of(report.Appearance)),
            ("About the practice manager", report.Route == IncidentRoute.SpeakUp ? "Yes: I'll keep it from them" : "No"),
        }
            .Where(fact => fact.Value is { Length: > 0 })
            .Select((fact, place) => AdaptiveRichTextBlock.Labelled(fact.Title, fact.Value!, place == 0 ? null : "Small"));

    private static string? Day(DateOnly? day) => day is { } chosen ? PracticeTime.Text(chosen) : null;

    private static IEnumerable<AdaptiveExecuteAction> Buttons(Guid form, ReportForm read) =>
        [
            AdaptiveExecuteAction.Of("Send report", IncidentVerbs.SendReviewed, $"{form}", read.Masked),
            AdaptiveExecuteAction.Of("Change report", IncidentVerbs.Edit, $"{form}", read.Masked),
        ];
}
