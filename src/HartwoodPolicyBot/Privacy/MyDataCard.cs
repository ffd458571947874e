using System.Globalization;
using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Privacy;

/// <summary>What is stored about somebody, in plain words and counts; the records themselves are in the file.</summary>
internal static class MyDataCard
{
    public const string Show = "my-data";
    public const string Page = "my-data-page";
    public const string Json = "my-data-json";
    public const string AskDelete = "my-data-ask-delete";
    public const string Delete = "my-data-delete";

    public static Activity Message(MyData data, Uri privacy)
    {
        var summary =
            data.Count == 0 ? "I store nothing about you under your name" : $"What I store about you: {Count(data.Count, "record")}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    TextBlock.Heading("What I store about you"),
                    .. data.Count == 0 ? (CardElement[])[new TextBlock($"{summary}.")] : [],
                    .. data.Kinds.Where(kind => kind.Records.Count > 0).SelectMany(Kind),
                    .. Nothing(data),
                    .. NotStored(),
                ],
                Actions =
                [
                    ExecuteAction.Of("As a page", Page),
                    ExecuteAction.Of("As a file (JSON)", Json),
                    .. data.MayGo > 0 ? (CardAction[])[ExecuteAction.Of("Delete what can be deleted", AskDelete)] : [],
                    PrivacyPage(privacy),
                ],
            },
            summary
        );
    }

    /// <summary>Asks once, and names what goes and what stays.</summary>
    public static Activity Ask(MyData data)
    {
        var summary = data.MayGo == 0 ? "There is nothing that can be deleted now" : $"Delete {Count(data.MayGo, "record")}?";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    TextBlock.Heading(summary),
                    .. data
                        .Kinds.Where(kind => kind.MayGo > 0)
                        .Select(kind => new TextBlock($"{kind.Title}: {Count(kind.MayGo, "record")}.")),
                    .. Kept(data),
                    .. NotStored(),
                ],
                Actions =
                [
                    .. data.MayGo > 0 ? (CardAction[])[ExecuteAction.Of("Delete it", Delete)] : [],
                    ExecuteAction.Of(data.MayGo > 0 ? "Keep it" : "Back", Show),
                ],
            },
            summary
        );
    }

    public static Activity Deleted(int count, MyData left, Uri privacy)
    {
        var summary = count == 0 ? "There was nothing to delete" : $"Deleted: {Count(count, "record")}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    TextBlock.Heading(summary),
                    .. Kept(left),
                    TextBlock.Subtle("Copies in the practice's backups go when the backups go. What stands in this chat is kept by Teams."),
                ],
                Actions = [ExecuteAction.Of("What you still store", Show), PrivacyPage(privacy)],
            },
            summary
        );
    }

    /// <summary>What is one's own is not shown among others.</summary>
    public static Activity NotHere() =>
        SmallTalkCards.Sentence("What I store about you is between you and me. Please type my data in your private chat with me.");

    private static IEnumerable<CardElement> Kind(PersonalRecords kind) =>
        [
            new TextBlock($"{kind.Title}: {kind.Records.Count.ToString(CultureInfo.InvariantCulture)}")
            {
                Weight = "Bolder",
                Separator = true,
                Spacing = "Medium",
            },
            new TextBlock($"{kind.Why} {kind.HowLong}") { Spacing = "Small" },
        ];

    private static IEnumerable<CardElement> Nothing(MyData data)
    {
        var none = data.Kinds.Where(kind => kind.Records.Count == 0).Select(kind => kind.Title).ToList();
        return none.Count == 0 ? [] : [TextBlock.Subtle($"Nothing stored for: {string.Join("; ", none)}.")];
    }

    private static IEnumerable<CardElement> Kept(MyData data)
    {
        var kept = data.Kinds.Where(kind => kind.Records.Count > kind.MayGo).ToList();
        return kept.Count == 0
            ? []
            :
            [
                new TextBlock("This stays for now, and why:")
                {
                    Weight = "Bolder",
                    Separator = true,
                    Spacing = "Medium",
                },
                .. kept.Select(kind => new TextBlock($"{kind.Title}: {Count(kind.Records.Count - kind.MayGo, "record")}. {kind.HowLong}")),
            ];
    }

    private static IEnumerable<CardElement> NotStored() =>
        [
            new TextBlock("Not stored with a name")
            {
                Weight = "Bolder",
                Separator = true,
                Spacing = "Medium",
            },
            .. NotNamed.Sentences.Select(sentence => new TextBlock(sentence) { Spacing = "Small" }),
        ];

    private static OpenUrlAction PrivacyPage(Uri privacy) => new() { Title = "How long I keep it (in your browser)", Url = privacy };

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}

/// <summary>What cannot be found by person, and so is in no list and no file.</summary>
internal static class NotNamed
{
    public static IReadOnlyList<string> Sentences { get; } =
    [
        "Your questions to me and your Helpful or Not helpful: I store the words, not who asked. So I cannot find yours.",
        "Anonymous reports: nothing says whose they are, so they are not here. Only your code opens one.",
    ];
}
