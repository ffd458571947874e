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
/// Makes the card with the policies that a person was asked to read, and which ones they have confirmed and when.
/// </summary>
internal static class OwnSignOffsCard
{
    private const int MostEarlier = 5;

    private const int OnPage = 8;

    public static TeamsActivity Message(IReadOnlyList<OwnSignOff> readings, int wanted = 1)
    {
        var page = readings.OrderBy(own => own.Now is { ReadAt: null } ? 0 : 1).ToList().PageOf(OnPage, wanted);
        var waiting = readings.Count(own => own.Now is { ReadAt: null });
        var summary = waiting switch
        {
            0 => "Nothing to read at the moment",
            1 => "1 policy to read",
            _ => $"{waiting} policies to read",
        };
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    AdaptiveTextBlock.Heading("My policies"),
                    new AdaptiveTextBlock($"{summary}."),
                    .. page.Items.SelectMany(Policy),
                    .. page.PlaceLine(),
                ],
                Actions = [.. page.Buttons(SignOffVerbs.Mine), PolicyVerbs.BrowseButton(), HelpCard.Button()],
            },
            summary
        );
    }

    /// <summary>Makes the message for a chat that others can read, where a person's own sign-offs are not shown.</summary>
    public static TeamsActivity NotHere(AdaptiveAction privateChat) => PrivateChat.Leading(privateChat, "my policies");

    public static TeamsActivity Sentence(string sentence) => SmallTalkCards.Leading(sentence, SignOffVerbs.MineButton());

    private static IEnumerable<AdaptiveElement> Policy(OwnSignOff own)
    {
        yield return AdaptiveTextBlock.PartHeading(own.Policy.Title);
        switch (own.Now)
        {
            case { ReadAt: { } at }:
                yield return new AdaptiveTextBlock($"You confirmed on {PracticeTime.Text(at)} that you've read this.");
                break;
            case { } open:
                yield return new AdaptiveTextBlock($"On your list since {PracticeTime.Text(PracticeTime.DateOf(open.AskedAt))}.");
                yield return AdaptiveContainer.Row(
                    AdaptiveExecuteAction.Of($"Read and confirm: {own.Policy.Title}", SignOffVerbs.Open, $"{open.Id:N}")
                );
                break;
            default:
                yield return new AdaptiveTextBlock("Nothing to confirm.");
                break;
        }

        foreach (var version in SignOffCard.Version(own.Policy))
        {
            yield return version;
        }

        foreach (var earlier in own.Earlier.Take(MostEarlier))
        {
            yield return AdaptiveRichTextBlock.Subtle(
                "Previous version: "
                    + (PolicyDocument.VersionIn(earlier.PolicyVersion) is { } version ? $"version {version}, " : "")
                    + $"confirmed on {PracticeTime.Text(earlier.ReadAt!.Value)}."
            );
        }

        if (own.Earlier.Count > MostEarlier)
        {
            yield return AdaptiveContainer.Row(BotVerbs.CommandButton($"See {own.Earlier.Count - MostEarlier} more in my data", "my data"));
        }
    }
}
