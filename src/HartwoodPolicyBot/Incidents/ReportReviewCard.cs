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

    /// <summary>Returns the answers that the review kept, with the one that it asked for.</summary>
    public static Func<string, string?> Answers(CardClick click) =>
        field => (field == ReportForm.AboutManager ? click.Input(field) : null) ?? click.Kept(field);

    public static TeamsActivity Message(IntakeOutcome.Review review) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Title,
                Body = [.. Body(review), AdaptiveContainer.Row(ChangeButton(review))],
                Actions = [SendButton(review), IncidentFormCard.CancelButton()],
            },
            Title
        );

    /// <summary>
    /// Makes the card for a dialog, which has its own button to close it. A dialog that is closed shows nothing again, so it
    /// shows the code of an anonymous report before and after it is sent. To post the code would open a chat with somebody who
    /// wants to stay unknown.
    /// </summary>
    public static AdaptiveCard ForDialog(IntakeOutcome.Review review) =>
        new()
        {
            FallbackText = Title,
            Body =
            [
                .. Body(review),
                .. review.Code is not { } code
                    ? Array.Empty<AdaptiveElement>()
                    :
                    [
                        new AdaptiveTextBlock(
                            $"Your code will be {code}. Please write it down before you send this. It's the only way to "
                                + "check on your report, and I can't show it again once this is closed."
                        )
                        {
                            Weight = "Bolder",
                        },
                    ],
            ],
            Actions = [SendButton(review).Fallback!, ChangeButton(review).Fallback!],
        };

    private static IReadOnlyList<AdaptiveElement> Body(IntakeOutcome.Review review)
    {
        var (_, read, report, _) = review;
        return
        [
            AdaptiveTextBlock.Heading(Title),
            .. AdaptiveTextBlock.Warning(review.IsUnanswered ? ReportFormFields.AboutManagerMissing : null),
            new AdaptiveTextBlock("I haven't sent anything yet. This is what I'll send and keep:"),
            Words(report.WhatHappened),
            .. report.AlreadyDone.Length == 0
                ? Array.Empty<AdaptiveElement>()
                : [new AdaptiveTextBlock("What has been done so far:"), Words(report.AlreadyDone)],
            .. Facts(read, report),
            .. read.Hidden.Count == 0
                ? Array.Empty<AdaptiveElement>()
                : [new AdaptiveTextBlock($"I've hidden {IdentifierWords.Counted(read.Hidden)}. I don't keep what I hide.")],
            new AdaptiveTextBlock("Is there a name, or anything else that could identify someone?") { Weight = "Bolder" },
            new AdaptiveTextBlock("I can't spot names. If there is one, please take it out.") { Spacing = "Small" },
            .. read.AsksAboutManager ? new ReportFormFields(read.Masked, read.Errors, default).AboutManager() : [],
        ];
    }

    private static AdaptiveContainer Words(string text) => AdaptiveRichTextBlock.SetOff(text);

    private static IEnumerable<AdaptiveElement> Facts(ReportForm read, IncidentReport report) =>
        new (string Title, string? Value)[]
        {
            ("Type", report.Kind == IncidentKind.NotSaid ? null : IncidentWords.Of(report.Kind)),
            ("Where", report.Platform),
            ("Whose account", report.Account == AccountOwner.NotSaid ? null : IncidentWords.Of(report.Account)),
            ("Link", IncidentFacts.Broken(report.Link)),
            ("Still online", report.StillVisible == YesNoUnsure.NotSaid ? null : IncidentWords.Of(report.StillVisible)),
            ("Happened", Day(report.HappenedOn)),
            ("Noticed", Day(report.NoticedOn)),
            ("Patient could be recognised", IncidentWords.Of(report.PatientRecognisable)),
            ("How it came to light", report.Source == IncidentSource.NotSaid ? null : IncidentWords.Of(report.Source)),
            ("Your name", NameIsSeenBy(report.Appearance)),
            (
                "About the practice manager or a deputy",
                read.AsksAboutManager ? null
                : report.Route == IncidentRoute.SpeakUp ? "Yes, so I won't send it to them"
                : "No"
            ),
        }
            .Where(fact => fact.Value is { Length: > 0 })
            .Select((fact, place) => AdaptiveRichTextBlock.Labelled(fact.Title, fact.Value!, place == 0 ? null : "Small"));

    /// <summary>Says what becomes of the reporter's name, at the last moment at which they can still change it.</summary>
    private static string NameIsSeenBy(ReporterVisibility appearance) =>
        appearance switch
        {
            ReporterVisibility.Named => "Shown to everyone who gets this report",
            ReporterVisibility.Confidential => "Not shown. I'll keep it private and send you updates",
            _ => "Not recorded. You'll get a code instead",
        };

    private static string? Day(DateOnly? day) => day is { } chosen ? PracticeTime.Text(chosen) : null;

    private static AdaptiveExecuteAction SendButton(IntakeOutcome.Review review) =>
        AdaptiveExecuteAction.Of("Send report", IncidentVerbs.SendReviewed, $"{review.Form}", review.Read.Masked).Positive();

    private static AdaptiveExecuteAction ChangeButton(IntakeOutcome.Review review) =>
        AdaptiveExecuteAction.Of("Change report", IncidentVerbs.Edit, $"{review.Form}", review.Read.Masked, leavesForm: true);
}
