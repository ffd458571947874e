using System.Globalization;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Policies.Reading;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies.Reading;

/// <summary>A round as a practice manager sees it: before it is sent, and who has read since. It shows names.</summary>
internal static class RoundCard
{
    private const string NotCounted = "People who have not added me are not counted.";
    private const string NoBrief =
        "Nobody has chosen lines that say what this policy asks of people. To have some, ask whoever looks after me to add a file for this policy to the folder Content/Reading before you send it.";
    private const string SameText = "the same code means the same text";

    /// <summary>Which policy, where there are several.</summary>
    public static Activity Choose(IEnumerable<PolicyDocument> policies, string verb) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "Which policy?",
                Body =
                [
                    TextBlock.Heading("Which policy?"),
                    .. policies.Select(policy => Container.Row(ExecuteAction.Of(policy.Title, verb, policy.Slug))),
                ],
                Actions = [Bot.HelpCard.Button()],
            },
            "Which policy?"
        );

    /// <summary>What would be sent, and to how many.</summary>
    public static Activity Offer(ReadingStatus status, bool hasBrief, string? banner = null)
    {
        var summary = $"Send the policy round to {People(status.Known)}?";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. TextBlock.Banner(banner),
                    TextBlock.Heading("Send the policy round"),
                    new FactSet
                    {
                        Facts =
                        [
                            new("Policy", PolicyTitle.WithVersion(status.Policy)),
                            new("Text code", $"{status.Policy.Fingerprint} ({SameText})"),
                            new("Goes to", People(status.Known)),
                        ],
                    },
                    new TextBlock(
                        $"Each person gets one message: {(hasBrief ? "what the policy asks of them in a few of its own lines" : "how the policy's first sections begin, word for word")}, the whole text to read, and a button to confirm. I remind weekly until they have. Whoever adds me later is asked then."
                    ),
                    .. hasBrief ? (CardElement[])[] : [new TextBlock(NoBrief)],
                    TextBlock.Subtle(NotCounted),
                    .. Before(status),
                ],
                Actions =
                [
                    ExecuteAction.Of("Send it", ReadingVerbs.Send, ReadingVerbs.Id(status.Policy)),
                    ExecuteAction.Of("Not now", ReadingVerbs.Status, ReadingVerbs.Page(status.Policy, 1)),
                ],
            },
            summary
        );
    }

    /// <summary>Who has not confirmed, to remind.</summary>
    public static Activity Status(ReadingStatus status, string? banner = null)
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
                    .. TextBlock.Banner(banner),
                    TextBlock.Heading("Read and understood"),
                    new TextBlock(PolicyTitle.WithVersion(status.Policy)),
                    .. status.Round is null ? [new TextBlock($"{summary}.")] : Progress(status, summary),
                    TextBlock.Subtle(OnRecord(status.Policy)),
                    .. Before(status),
                ],
                Actions =
                [
                    .. status.Round is null
                        ? (CardAction[])[ExecuteAction.Of("Send the policy round", ReadingVerbs.Offer, status.Policy.Slug)]
                        : [],
                    .. status.Missing.Count > 0
                        ? (CardAction[])[ExecuteAction.Of("Remind all of them", ReadingVerbs.Remind, status.Policy.Slug)]
                        : [],
                    .. status.Page < status.Pages
                        ? (CardAction[])
                            [ExecuteAction.Of("Next page", ReadingVerbs.Status, ReadingVerbs.Page(status.Policy, status.Page + 1))]
                        : [],
                    .. status.Page > 1
                        ? (CardAction[])
                            [ExecuteAction.Of("Page before", ReadingVerbs.Status, ReadingVerbs.Page(status.Policy, status.Page - 1))]
                        : [],
                    Bot.HelpCard.Button(),
                ],
            },
            summary
        );
    }

    /// <summary>Which text it is, also where the policy states no version.</summary>
    public static string OnRecord(PolicyDocument policy) => $"Text code {policy.Fingerprint} ({SameText}).";

    private static IEnumerable<CardElement> Progress(ReadingStatus status, string summary) =>
        [
            new TextBlock($"{Squares(status)} {summary}. Sent on {PracticeTime.Text(PracticeTime.DateOf(status.Round!.SentAt))}."),
            .. status.Missing.Count == 0 ? [new TextBlock(Nobody(status))] : Missing(status),
            TextBlock.Subtle(NotCounted),
        ];

    private static string Nobody(ReadingStatus status) =>
        status switch
        {
            { Known: 0 } => "Nobody has added me yet.",
            { Waiting: 0 } => "Everybody who has added me has confirmed.",
            _ => "The others are asked as soon as I come to them.",
        };

    private static IEnumerable<CardElement> Missing(ReadingStatus status) =>
        [
            new TextBlock("Not yet confirmed:") { Weight = "Bolder", Spacing = "Medium" },
            Table.Of(
                [3, 2, 2],
                ["Name", "Last told", "Remind"],
                status.Missing.Select(reader => new TableRow([
                    TableCell.Of(reader.Name),
                    TableCell.Of(LastTold(reader)),
                    TableCell.Link(
                        "Remind",
                        ExecuteAction.Of($"Remind {reader.Name}", ReadingVerbs.Remind, ReadingVerbs.Id(status.Policy, reader))
                    ),
                ]))
            ),
            TextBlock.Subtle($"Page {status.Page} of {status.Pages}."),
        ];

    private static string LastTold(MissingReader reader) =>
        reader switch
        {
            { ToldOn: { } day, IsToBeTold: true } => $"{PracticeTime.Text(day)}; reminder to come",
            { ToldOn: { } day } => PracticeTime.Text(day),
            { IsToBeTold: true } => "Message to come",
            _ => "Not yet told",
        };

    private static IEnumerable<CardElement> Before(ReadingStatus status) =>
        status.Before is { } before
            ?
            [
                TextBlock.Subtle(
                    $"Before: {PolicyDocument.TextCode(before.Version)}, sent on {PracticeTime.Text(PracticeTime.DateOf(before.SentAt))}; {before.Read} of {before.Asked} confirmed it."
                ),
            ]
            : [];

    /// <summary>Ten squares, for the eye; the numbers stand beside them.</summary>
    private static string Squares(ReadingStatus status)
    {
        var full = status.Known == 0 ? 0 : 10 * status.Read / status.Known;
        return new string('■', full) + new string('□', 10 - full);
    }

    private static string People(int count) => count == 1 ? "1 person" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} people");
}
