using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Policies.Reading;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies.Reading;

/// <summary>What a person was asked to read, what they have confirmed and when.</summary>
internal static class MyPoliciesCard
{
    private const int MostEarlier = 5;

    public static Activity Message(IReadOnlyList<OwnReading> readings)
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
                Body = [TextBlock.Heading("My policies"), new TextBlock($"{summary}."), .. readings.SelectMany(Policy)],
                Actions = [PolicyVerbs.BrowseButton(), Bot.HelpCard.Button()],
            },
            summary
        );
    }

    /// <summary>What is one's own is not shown among others.</summary>
    public static Activity NotHere() =>
        Sentence("What you have read is between you, me and the practice manager. Please type my policies in your private chat with me.");

    public static Activity Sentence(string sentence) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = sentence,
                Body = [new TextBlock(sentence)],
                Actions = [ReadingVerbs.MineButton(), Bot.HelpCard.Button()],
            },
            sentence
        );

    private static IEnumerable<CardElement> Policy(OwnReading own)
    {
        yield return new TextBlock(own.Policy.Title)
        {
            Weight = "Bolder",
            Separator = true,
            Spacing = "Medium",
        };
        switch (own.Now)
        {
            case { ReadAt: { } at }:
                yield return new TextBlock($"Read and understood: you confirmed this version on {PracticeTime.Text(at)}.");
                break;
            case { } open:
                yield return new TextBlock($"Waiting for you since {PracticeTime.Text(PracticeTime.DateOf(open.AskedAt))}.");
                yield return Container.Row(ExecuteAction.Of($"Read and confirm: {own.Policy.Title}", ReadingVerbs.Open, $"{open.Id:N}"));
                break;
            default:
                yield return new TextBlock("You have not been asked to confirm this version.");
                break;
        }

        yield return TextBlock.Subtle(ReadingCard.Version(own.Policy));
        foreach (var earlier in own.Earlier.Take(MostEarlier))
        {
            yield return TextBlock.Subtle(
                $"Earlier: {(PolicyDocument.VersionIn(earlier.PolicyVersion) is { } version ? $"version {version}" : "another text")}, confirmed on {PracticeTime.Text(earlier.ReadAt!.Value)}."
            );
        }
    }
}
