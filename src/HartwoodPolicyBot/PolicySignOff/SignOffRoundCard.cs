using System.Globalization;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.PolicySignOff;

/// <summary>
/// Makes the cards of a sign-off round for practice managers: before it is sent, and who has confirmed since. They show names.
/// </summary>
internal static class SignOffRoundCard
{
    private const int PoliciesOnPage = 20;
    private const string NotCounted = "Only people who've added me are included.";
    private const string NoBrief =
        "No key points have been set for this policy, so I'll show how it begins. The person who runs me can add some first, in the "
        + "folder Content/Reading.";

    /// <summary>Makes the card that asks which policy is meant, if there are several.</summary>
    public static TeamsActivity Choose(IReadOnlyList<PolicyDocument> policies, string verb, int wanted = 1)
    {
        var page = policies.PageOf(PoliciesOnPage, wanted);
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "Which policy?",
                Body =
                [
                    AdaptiveTextBlock.Heading("Which policy?"),
                    .. page.Items.Select(policy => AdaptiveContainer.Row(AdaptiveExecuteAction.Of(policy.Title, verb, policy.Slug))),
                    .. page.PlaceLine(),
                ],
                Actions =
                [
                    .. page.Buttons(
                        SignOffVerbs.Choose,
                        kept: new Dictionary<string, string>(StringComparer.Ordinal) { [SignOffVerbs.For] = verb }
                    ),
                    HelpCard.Button(),
                ],
            },
            "Which policy?"
        );
    }

    /// <summary>Makes the card that says what would be sent and to how many people.</summary>
    public static TeamsActivity Offer(SignOffStatus status, bool hasBrief, string? banner = null)
    {
        var summary = $"Ask {People(status.Known)} to read this policy?";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading(summary),
                    AdaptiveRichTextBlock.Labelled("Policy", PolicyTitle.WithVersion(status.Policy)),
                    AdaptiveRichTextBlock.Labelled("Goes to", People(status.Known), "Small"),
                    new AdaptiveTextBlock(
                        "Everyone, including you, will get a message with "
                            + (hasBrief ? "the key points" : "how the policy begins")
                            + ", the full policy and a button to confirm. I'll remind them every week. I'll ask new starters when they "
                            + "add me."
                    ),
                    .. hasBrief ? (AdaptiveElement[])[] : [new AdaptiveTextBlock(NoBrief)],
                    AdaptiveTextBlock.Subtle(NotCounted),
                    .. Before(status),
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Send to everyone", SignOffVerbs.Send, SignOffVerbs.Id(status.Policy)).Positive(),
                    AdaptiveExecuteAction.Of("Not now", SignOffVerbs.Status, SignOffVerbs.Page(status.Policy, 1)),
                ],
            },
            summary
        );
    }

    /// <summary>Makes the card that lists who has not confirmed, with buttons to remind them.</summary>
    public static TeamsActivity Status(SignOffStatus status, string? banner = null)
    {
        var summary = status.Round is null
            ? "Not sent yet"
            : $"{status.Read} of {People(status.Known)} {(status.Known == 1 ? "has" : "have")} confirmed";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading("Who has read the policy"),
                    new AdaptiveRichTextBlock(PolicyTitle.WithVersion(status.Policy)),
                    .. status.Round is null ? [new AdaptiveTextBlock($"{summary}.")] : Progress(status, summary),
                    .. Before(status),
                ],
                Actions =
                [
                    .. status.Round is null
                        ? (AdaptiveAction[])
                            [AdaptiveExecuteAction.Of("Ask everyone to read", SignOffVerbs.Offer, status.Policy.Slug).Positive()]
                        : [],
                    .. status.Missing.Items.Count > 0
                        ? (AdaptiveAction[])[AdaptiveExecuteAction.Of("Remind everyone", SignOffVerbs.Remind, status.Policy.Slug)]
                        : [],
                    .. status.Missing.Buttons(SignOffVerbs.Status, number => SignOffVerbs.Page(status.Policy, number)),
                    HelpCard.Button(),
                ],
            },
            summary
        );
    }

    /// <summary>Returns how many people have confirmed, when the round went out, and who is still missing.</summary>
    private static IEnumerable<AdaptiveElement> Progress(SignOffStatus status, string summary) =>
        [
            new AdaptiveTextBlock($"{summary}. {Sent(status.Round!, status.GoesOn)}"),
            .. status.Missing.Items.Count == 0 ? [new AdaptiveTextBlock(Nobody(status))] : Missing(status),
            AdaptiveTextBlock.Subtle(NotCounted),
        ];

    /// <summary>Says when the round went out or will: one that is sent in the evening goes out on the next working morning.</summary>
    private static string Sent(SignOffRound round, DateOnly? goesOn) =>
        WorkingHours.WaitUntil(round.SentAt) is { } day && day == goesOn
            ? $"I'll send it at 9am on {PracticeTime.Text(day)}."
            : $"Sent on {WentOut(round.SentAt)}.";

    private static string WentOut(DateTimeOffset sentAt) =>
        PracticeTime.Text(WorkingHours.WaitUntil(sentAt) ?? PracticeTime.DateOf(sentAt));

    private static string Nobody(SignOffStatus status) =>
        status switch
        {
            { Known: 0 } => "No one has added me yet.",
            { Waiting: 0 } => "Everyone who's added me has confirmed.",
            _ => "I'm still sending to the others.",
        };

    private static IEnumerable<AdaptiveElement> Missing(SignOffStatus status) =>
        [
            new AdaptiveTextBlock("Not yet confirmed:") { Weight = "Bolder", Spacing = "Medium" },
            AdaptiveTable.Of(
                [5, 2],
                ["Name and last sent", "Remind"],
                status.Missing.Items.Select(reader => new AdaptiveTableRow([
                    AdaptiveTableCell.Of(reader.Name, LastTold(reader, status.GoesOn)),
                    AdaptiveTableCell.Link(
                        "Remind",
                        AdaptiveExecuteAction.Of($"Remind {reader.Name}", SignOffVerbs.Remind, SignOffVerbs.Id(status.Policy, reader))
                    ),
                ]))
            ),
            .. status.Missing.PlaceLine(),
        ];

    private static string LastTold(OutstandingReader reader, DateOnly? goesOn) =>
        reader switch
        {
            { ToldOn: { } day, IsToBeTold: true } => $"{PracticeTime.InTable(day)}, next one due",
            { ToldOn: { } day } => PracticeTime.InTable(day),
            { IsToBeTold: true } => goesOn is { } day ? $"Goes out {PracticeTime.InTable(day)}" : "Sending",
            _ => "Not sent",
        };

    private static IEnumerable<AdaptiveElement> Before(SignOffStatus status) =>
        status.Before is { } before
            ?
            [
                AdaptiveTextBlock.Subtle(
                    before.WasReplacedFirst
                        ? "Previous version: it was replaced before I asked anyone to read it."
                        : $"Previous version, sent on {WentOut(before.SentAt)}: {before.Read} of {before.Asked} confirmed."
                ),
            ]
            : [];

    private static string People(int count) => count == 1 ? "1 person" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} people");
}
