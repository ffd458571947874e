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
    private const string NotCounted = "People who have not added me are not counted.";
    private const string NoBrief =
        "Nobody has chosen lines that say what this policy asks of people. To have some, ask whoever looks "
        + "after me to add a file for this policy to the folder Content/Reading before you send it.";
    private const string SameText = "the same code means the same text";

    /// <summary>Makes the card that asks which policy is meant, if there are several.</summary>
    public static TeamsActivity Choose(IEnumerable<PolicyDocument> policies, string verb) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "Which policy?",
                Body =
                [
                    AdaptiveTextBlock.Heading("Which policy?"),
                    .. policies.Select(policy => AdaptiveContainer.Row(AdaptiveExecuteAction.Of(policy.Title, verb, policy.Slug))),
                ],
                Actions = [HelpCard.Button()],
            },
            "Which policy?"
        );

    /// <summary>Makes the card that says what would be sent and to how many people.</summary>
    public static TeamsActivity Offer(SignOffStatus status, bool hasBrief, string? banner = null)
    {
        var summary = $"Send the policy round to {People(status.Known)}?";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading("Send the policy round"),
                    new AdaptiveFactSet
                    {
                        Facts =
                        [
                            new("Policy", PolicyTitle.WithVersion(status.Policy)),
                            new("Text code", $"{status.Policy.Fingerprint} ({SameText})"),
                            new("Goes to", People(status.Known)),
                        ],
                    },
                    new AdaptiveTextBlock(
                        "Each person gets one message: "
                            + (
                                hasBrief
                                    ? "what the policy asks of them in a few of its own lines"
                                    : "how the policy's first sections begin, word for word"
                            )
                            + ", "
                            + "the whole text to read, and a button to confirm. I remind weekly until they have. Whoever adds me "
                            + "later is asked then."
                    ),
                    .. hasBrief ? (AdaptiveElement[])[] : [new AdaptiveTextBlock(NoBrief)],
                    AdaptiveTextBlock.Subtle(NotCounted),
                    .. Before(status),
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Send it", SignOffVerbs.Send, SignOffVerbs.Id(status.Policy)),
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
            ? "This version has not been sent to anybody"
            : $"Confirmed by {status.Read} of {People(status.Known)}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading("Read and understood"),
                    new AdaptiveTextBlock(PolicyTitle.WithVersion(status.Policy)),
                    .. status.Round is null ? [new AdaptiveTextBlock($"{summary}.")] : Progress(status, summary),
                    AdaptiveTextBlock.Subtle(OnRecord(status.Policy)),
                    .. Before(status),
                ],
                Actions =
                [
                    .. status.Round is null
                        ? (AdaptiveAction[])[AdaptiveExecuteAction.Of("Send the policy round", SignOffVerbs.Offer, status.Policy.Slug)]
                        : [],
                    .. status.Missing.Items.Count > 0
                        ? (AdaptiveAction[])[AdaptiveExecuteAction.Of("Remind all of them", SignOffVerbs.Remind, status.Policy.Slug)]
                        : [],
                    .. status.Missing.Buttons(SignOffVerbs.Status, number => SignOffVerbs.Page(status.Policy, number)),
                    HelpCard.Button(),
                ],
            },
            summary
        );
    }

    /// <summary>Returns the text code, which identifies the text even if the policy states no version.</summary>
    public static string OnRecord(PolicyDocument policy) => $"Text code {policy.Fingerprint} ({SameText}).";

    private static IEnumerable<AdaptiveElement> Progress(SignOffStatus status, string summary) =>
        [
            new AdaptiveTextBlock($"{Squares(status)} {summary}. Sent on {PracticeTime.Text(PracticeTime.DateOf(status.Round!.SentAt))}."),
            .. status.Missing.Items.Count == 0 ? [new AdaptiveTextBlock(Nobody(status))] : Missing(status),
            AdaptiveTextBlock.Subtle(NotCounted),
        ];

    private static string Nobody(SignOffStatus status) =>
        status switch
        {
            { Known: 0 } => "Nobody has added me yet.",
            { Waiting: 0 } => "Everybody who has added me has confirmed.",
            _ => "The others are asked as soon as I come to them.",
        };

    private static IEnumerable<AdaptiveElement> Missing(SignOffStatus status) =>
        [
            new AdaptiveTextBlock("Not yet confirmed:") { Weight = "Bolder", Spacing = "Medium" },
            AdaptiveTable.Of(
                [3, 2, 2],
                ["Name", "Last told", "Remind"],
                status.Missing.Items.Select(reader => new AdaptiveTableRow([
                    AdaptiveTableCell.Of(reader.Name),
                    AdaptiveTableCell.Of(LastTold(reader)),
                    AdaptiveTableCell.Link(
                        "Remind",
                        AdaptiveExecuteAction.Of($"Remind {reader.Name}", SignOffVerbs.Remind, SignOffVerbs.Id(status.Policy, reader))
                    ),
                ]))
            ),
            AdaptiveTextBlock.Subtle($"Page {status.Missing.Number} of {status.Missing.Count}."),
        ];

    private static string LastTold(OutstandingReader reader) =>
        reader switch
        {
            { ToldOn: { } day, IsToBeTold: true } => $"{PracticeTime.Text(day)}; reminder to come",
            { ToldOn: { } day } => PracticeTime.Text(day),
            { IsToBeTold: true } => "Message to come",
            _ => "Not yet told",
        };

    private static IEnumerable<AdaptiveElement> Before(SignOffStatus status) =>
        status.Before is { } before
            ?
            [
                AdaptiveTextBlock.Subtle(
                    $"Before: {PolicyDocument.TextCode(before.Version)}, sent on "
                        + $"{PracticeTime.Text(PracticeTime.DateOf(before.SentAt))}; {before.Read} of {before.Asked} confirmed "
                        + "it."
                ),
            ]
            : [];

    /// <summary>Draws the progress as ten squares; the numbers are written beside them.</summary>
    private static string Squares(SignOffStatus status)
    {
        var full = status.Known == 0 ? 0 : 10 * status.Read / status.Known;
        return new string('■', full) + new string('□', 10 - full);
    }

    private static string People(int count) => count == 1 ? "1 person" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} people");
}
