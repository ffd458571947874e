using System.Globalization;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Privacy;

/// <summary>
/// Makes the cards that tell a person what is stored about them, in plain words and counts; the file has the records.
/// </summary>
internal static class MyDataCard
{
    public const string Show = "my-data";
    public const string Page = "my-data-page";
    public const string Json = "my-data-json";
    public const string AskDelete = "my-data-ask-delete";
    public const string Delete = "my-data-delete";

    public static TeamsActivity Message(MyData data, Uri privacy)
    {
        var summary =
            data.Count == 0 ? "I don't hold anything under your name" : $"What I hold about you: {CountWords.Of(data.Count, "record")}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    AdaptiveTextBlock.Heading("What I hold about you"),
                    .. data.Count == 0 ? (AdaptiveElement[])[new AdaptiveTextBlock($"{summary}.")] : [],
                    .. data
                        .Kinds.Where(kind => kind.Records.Count > 0)
                        .GroupBy(kind => kind.Group)
                        .OrderBy(group => group.Key)
                        .SelectMany(group => Group(group.Key, [.. group])),
                    .. data.Count == 0
                        ? (AdaptiveElement[])[]
                        : [AdaptiveTextBlock.Subtle("The page says why I keep each of these, and for how long.")],
                    .. NotStored(),
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("View as a page", Page),
                    AdaptiveExecuteAction.Of("Download as a file", Json),
                    .. data.MayGo > 0 ? (AdaptiveAction[])[AdaptiveExecuteAction.Of("Delete what I can", AskDelete)] : [],
                    PrivacyPage(privacy),
                ],
            },
            summary
        );
    }

    /// <summary>Makes the card that asks before deleting, and names what is deleted and what stays.</summary>
    public static TeamsActivity Ask(MyData data)
    {
        var summary = data.MayGo == 0 ? "There's nothing to delete at the moment" : $"Delete {CountWords.Of(data.MayGo, "record")}?";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    AdaptiveTextBlock.Heading(summary),
                    .. data
                        .Kinds.Where(kind => kind.MayGo > 0)
                        .Select(kind => new AdaptiveTextBlock($"{kind.Title}: {CountWords.Of(kind.MayGo, "record")}.")),
                    .. Kept(data),
                    .. NotStored(),
                ],
                Actions =
                [
                    .. data.MayGo > 0 ? (AdaptiveAction[])[AdaptiveExecuteAction.Of("Delete records", Delete).Destructive()] : [],
                    AdaptiveExecuteAction.Of(data.MayGo > 0 ? "Cancel" : "Go back", Show),
                ],
            },
            summary
        );
    }

    public static TeamsActivity Deleted(int count, MyData remaining, Uri privacy)
    {
        var summary = count == 0 ? "There was nothing to delete" : $"Deleted: {CountWords.Of(count, "record")}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    AdaptiveTextBlock.Heading(summary),
                    .. Kept(remaining),
                    AdaptiveTextBlock.Subtle("Backups are deleted on their usual schedule. Messages in this chat are kept by Teams."),
                ],
                Actions = [AdaptiveExecuteAction.Of("See what's left", Show), PrivacyPage(privacy)],
            },
            summary
        );
    }

    /// <summary>Makes the message for a chat that others can read, where a person's own data is not shown.</summary>
    public static TeamsActivity NotHere(AdaptiveAction privateChat) => PrivateChat.Leading(privateChat, "my data");

    /// <summary>Returns a heading with the number of all records below it, and a line for each kind.</summary>
    private static IEnumerable<AdaptiveElement> Group(DataGroup group, IReadOnlyList<PersonalRecords> kinds) =>
        [
            new AdaptiveTextBlock($"{NameOf(group)}: {CountWords.Of(kinds.Sum(kind => kind.Records.Count), "record")}")
            {
                Weight = "Bolder",
                Separator = true,
                Spacing = "Medium",
            },
            .. kinds.Select(kind => new AdaptiveTextBlock($"{kind.Title}: {Number(kind.Records.Count)}") { Spacing = "Small" }),
        ];

    private static string NameOf(DataGroup group) =>
        group switch
        {
            DataGroup.Training => "Training and policies",
            DataGroup.Reports => "Reports and questions",
            DataGroup.Messages => "Messages and files",
            _ => "About you",
        };

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<AdaptiveElement> Kept(MyData data)
    {
        var kept = data.Kinds.Where(kind => kind.Records.Count > kind.MayGo).ToList();
        return kept.Count == 0
            ? []
            :
            [
                new AdaptiveTextBlock("What I have to keep, and why")
                {
                    Weight = "Bolder",
                    Separator = true,
                    Spacing = "Medium",
                },
                .. kept.Select(kind => new AdaptiveTextBlock($"{kind.Title}: {Count(kind)}. {kind.HowLong}")),
            ];
    }

    /// <summary>Returns how many records stay, told apart from those of the same kind that go.</summary>
    private static string Count(PersonalRecords kind) =>
        CountWords.Of(kind.Records.Count - kind.MayGo, kind.MayGo > 0 ? "other record" : "record");

    private static IEnumerable<AdaptiveElement> NotStored() =>
        [
            new AdaptiveTextBlock("Not linked to you")
            {
                Weight = "Bolder",
                Separator = true,
                Spacing = "Medium",
            },
            .. WhatIsNotNamed.Sentences.Select(sentence => new AdaptiveTextBlock(sentence) { Spacing = "Small" }),
        ];

    private static AdaptiveOpenUrlAction PrivacyPage(Uri privacy) => new() { Title = "Read the privacy notice", Url = privacy };
}

/// <summary>Holds the sentences about what can't be found by person, so that no list and no file contains it.</summary>
internal static class WhatIsNotNamed
{
    public static IReadOnlyList<string> Sentences { get; } =
    [
        "Questions you've asked me, and whether you found my answers helpful. I don't record who asked, so I can't find yours.",
        "Anonymous reports. I don't know who sent them, so they aren't listed here. You can only open one with its code.",
    ];
}
