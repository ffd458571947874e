using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.PolicySignOff;

/// <summary>
/// Makes the card with the policies that a person was asked to read, and which ones they have confirmed and when.
/// </summary>
internal static class MyPoliciesCard
{
    private const int MostEarlier = 5;

    public static TeamsActivity Message(IReadOnlyList<OwnSignOff> readings)
    {
        var waiting = readings.Count(own => own.Now is { ReadAt: null });
        var summary = waiting switch
        {
            0 => "Nothing waits for you to read it",
            1 => "One policy waits for you to read it",
            _ => $"{waiting} policies wait for you to read them",
        };
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body = [AdaptiveTextBlock.Heading("My policies"), new AdaptiveTextBlock($"{summary}."), .. readings.SelectMany(Policy)],
                Actions = [PolicyVerbs.BrowseButton(), HelpCard.Button()],
            },
            summary
        );
    }

    /// <summary>Makes the message for a chat that others can read, where a person's own sign-offs are not shown.</summary>
    public static TeamsActivity NotHere() =>
        Sentence("What you have read is between you, me and the practice manager. Please type my policies in your private chat with me.");

    public static TeamsActivity Sentence(string sentence) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = sentence,
                Body = [new AdaptiveTextBlock(sentence)],
                Actions = [SignOffVerbs.MineButton(), HelpCard.Button()],
            },
            sentence
        );

    private static IEnumerable<AdaptiveElement> Policy(OwnSignOff own)
    {
        yield return new AdaptiveTextBlock(own.Policy.Title)
        {
            Weight = "Bolder",
            Separator = true,
            Spacing = "Medium",
        };
        switch (own.Now)
        {
            case { ReadAt: { } at }:
                yield return new AdaptiveTextBlock($"Read and understood: you confirmed this version on {PracticeTime.Text(at)}.");
                break;
            case { } open:
                yield return new AdaptiveTextBlock($"Waiting for you since {PracticeTime.Text(PracticeTime.DateOf(open.AskedAt))}.");
                yield return AdaptiveContainer.Row(
                    AdaptiveExecuteAction.Of($"Read and confirm: {own.Policy.Title}", SignOffVerbs.Open, $"{open.Id:N}")
                );
                break;
            default:
                yield return new AdaptiveTextBlock("You have not been asked to confirm this version.");
                break;
        }

        yield return AdaptiveTextBlock.Subtle(SignOffCard.Version(own.Policy));
        foreach (var earlier in own.Earlier.Take(MostEarlier))
        {
            yield return AdaptiveTextBlock.Subtle(
                "Earlier: "
                    + $"{(PolicyDocument.VersionIn(earlier.PolicyVersion) is { } version ? $"version {version}" : "another text")}, "
                    + $"confirmed on {PracticeTime.Text(earlier.ReadAt!.Value)}."
            );
        }
    }
}
