using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Guidance;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Guidance;

/// <summary>Makes the cards about the national guidance: the list, and the reminder to check it.</summary>
internal static class GuidanceCard
{
    private const string Title = "National guidance";
    private const int MostChecks = 3;

    /// <summary>Makes the list, with what is known of each document and when it was last checked.</summary>
    public static TeamsActivity Message(GuidanceStatus status, string? banner = null) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Title,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading(Title),
                    new AdaptiveTextBlock(
                        "Your policy is based on this guidance. I can't look anything up, so please open each one and compare "
                            + "it with the policy."
                    ),
                    .. status.Guidance.Documents.SelectMany(document => Of(document, status.LastOf(document))),
                    .. Checks(status),
                    AdaptiveContainer.Row(GuidanceVerbs.UnchangedButton()),
                    AdaptiveTextBlock.Subtle(
                        $"These facts were collected on {PracticeTime.Text(status.Guidance.CollectedOn)}. They may have changed since."
                    ),
                ],
                Actions = [UpdateButton()],
            },
            Title
        );

    /// <summary>Makes the reminder, which names the policies whose review is due soon.</summary>
    public static TeamsActivity Reminder(GuidanceStatus status, IReadOnlyList<(string Title, DateOnly ReviewBy)> reviews)
    {
        const string title = "Please check the national guidance";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    AdaptiveTextBlock.Heading(title),
                    .. reviews.Select(review => new AdaptiveRichTextBlock(
                        $"The review of the {review.Title} is due by {PracticeTime.Text(review.ReviewBy)}."
                    )),
                    new AdaptiveTextBlock(
                        "Has anything changed since the last check? I can't look it up. I'll remind you every quarter, and before a "
                            + "policy's review."
                    ),
                    .. status.Guidance.Documents.Select(document => AdaptiveRichTextBlock.Bullet($"{document.By}: {document.Title}")),
                    new AdaptiveRichTextBlock(Checked(status.Last)),
                    AdaptiveContainer.Row(GuidanceVerbs.UnchangedButton()),
                ],
                Actions = [UpdateButton(), AdaptiveExecuteAction.Of("See the guidance", GuidanceVerbs.List)],
            },
            title
        );
    }

    /// <summary>Says that a check is on record, and who made it.</summary>
    public static TeamsActivity Recorded(GuidanceCheck check, bool isMine)
    {
        var who = isMine ? "You" : check.ByName;
        var says =
            $"{who} checked the national guidance on {PracticeTime.Text(check.On)}: nothing to change. I'll ask again next quarter, "
            + "or before a policy's review.";
        return SmallTalkCards.Short(says, AdaptiveExecuteAction.Of("See the guidance", GuidanceVerbs.List));
    }

    /// <summary>Says how the policy is changed, now that its guidance has.</summary>
    public static TeamsActivity Started(GuidanceCheck check) =>
        SmallTalkCards.Short(
            $"I noted on {PracticeTime.Text(check.On)} that the policy needs an update. Change its file, then drop it into this chat. "
                + "I'll show you what changes before anything is published.",
            BotVerbs.CommandButton("Update the policy", "update the policy"),
            AdaptiveExecuteAction.Of("See the guidance", GuidanceVerbs.List)
        );

    private static AdaptiveExecuteAction UpdateButton() => AdaptiveExecuteAction.Of("Start an update", GuidanceVerbs.Update);

    private static IEnumerable<AdaptiveElement> Of(GuidanceDocument document, GuidanceCheck? last) =>
        [
            new AdaptiveRichTextBlock(document.By) { Weight = "Bolder", Separator = true },
            document.Address is { } address
                ? AdaptiveContainer.Row(new AdaptiveOpenUrlAction { Title = document.Title, Url = address })
                : new AdaptiveRichTextBlock($"{document.Title}. I don't have a link to it, so please look on their website."),
            new AdaptiveRichTextBlock(document.InPolicy) { Spacing = "Small" },
            AdaptiveRichTextBlock.Labelled("Date", document.Date, "Small"),
            AdaptiveRichTextBlock.Labelled("What changed", document.Changed, "Small"),
            AdaptiveRichTextBlock.Labelled("Checked on", last is { } check ? PracticeTime.Text(check.On) : "not yet", "Small"),
        ];

    private static IEnumerable<AdaptiveElement> Checks(GuidanceStatus status) =>
        status.Checks.Count == 0
            ? []
            :
            [
                new AdaptiveTextBlock("Last checks") { Weight = "Bolder", Separator = true },
                .. status
                    .Checks.Take(MostChecks)
                    .Select(check => new AdaptiveRichTextBlock(
                        $"{PracticeTime.Text(check.On)}: {GuidanceWords.Of(check.Result)} ({check.ByName})"
                    )
                    {
                        Spacing = "Small",
                    }),
            ];

    private static string Checked(GuidanceCheck? last) =>
        last is { } check
            ? $"Last checked on {PracticeTime.Text(check.On)} by {PersonNames.InSentence(check.ByName)}."
            : "No one has recorded a check yet.";
}
