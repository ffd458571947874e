using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Policies.Answers;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies.Answers;

/// <summary>An answer of the practice manager's own, named as such: it is not the policy's words, and cites nothing.</summary>
internal static class GivenAnswerCard
{
    /// <summary>In place of a refusal: the bot found no clause, and the practice manager has said. It never hides a clause that says it too, so what is near can be read.</summary>
    /// <param name="answer">Of the practice manager's, the one that fits.</param>
    /// <param name="library">The policies in which nothing was found.</param>
    /// <param name="feedback">What the asker thought, once they said.</param>
    public static Activity Message(PolicyAnswer answer, PolicyLibrary library, Feedback? feedback)
    {
        var given = answer.FromManager.Same!;
        return Message(
            given,
            [
                new TextBlock(
                    $"{(NearestSections.AreFor(answer) ? RefusalCard.FoundNothing(library) : RefusalCard.DoesNotSay(library))}. The practice manager has answered this:"
                ),
            ],
            [.. NearestSections.Of(answer), .. DisclosureOffer.Lines(answer), .. FeedbackParts.Said(feedback)],
            [
                .. DisclosureOffer.Buttons(answer),
                .. FeedbackParts.Buttons(answer.QuestionId, feedback),
                .. feedback is null ? [PolicyVerbs.BrowseButton()] : Array.Empty<CardAction>(),
            ]
        );
    }

    /// <summary>One that a person chose by its question.</summary>
    /// <param name="given">What they chose.</param>
    /// <param name="logged">What they had asked, in the log; null when that is not known.</param>
    public static Activity Message(ManagerAnswer given, Guid? logged) =>
        Message(
            given,
            [],
            logged is null
                ? []
                :
                [
                    new TextBlock("Not what you asked?")
                    {
                        Weight = "Bolder",
                        Separator = true,
                        Spacing = "Medium",
                    },
                    FeedbackParts.AskLine(),
                ],
            logged is { } question ? [AnswerVerbs.AskButton(question), PolicyVerbs.BrowseButton()] : [PolicyVerbs.BrowseButton()]
        );

    /// <summary>After the policy's clauses, never in their place.</summary>
    public static IEnumerable<CardElement> Beside(ManagerAnswer? given) =>
        given is null
            ? []
            :
            [
                new TextBlock("The practice manager has also answered")
                {
                    Style = "heading",
                    Weight = "Bolder",
                    Separator = true,
                    Spacing = "Medium",
                },
                .. Words(given),
            ];

    /// <summary>Answers to questions near the one that was asked: the person judges.</summary>
    public static IEnumerable<CardElement> Near(IReadOnlyList<ManagerAnswer> near, Guid logged) =>
        near.Count == 0
            ? []
            :
            [
                new TextBlock("The practice manager has answered") { Weight = "Bolder", Spacing = "Medium" },
                .. near.Select(answer => AnswerVerbs.GivenRow(answer, logged)),
            ];

    private static Activity Message(ManagerAnswer given, CardElement[] before, CardElement[] after, CardAction[] actions)
    {
        var summary = $"The practice manager's answer: {Excerpt.Of(given.Text, 120)}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body = [TextBlock.Heading("The practice manager's answer"), .. before, .. Words(given), .. after],
                Actions = actions,
            },
            summary
        );
    }

    private static IEnumerable<CardElement> Words(ManagerAnswer given) =>
        [
            new TextBlock($"“{given.Question}”") { Weight = "Bolder" },
            new Container { Style = "emphasis", Items = [new TextBlock(given.Text)] },
            TextBlock.Subtle(
                $"{given.By}, {PracticeTime.Text(PracticeTime.DateOf(given.At))}. The practice manager's own answer, not the policy's words."
            ),
        ];
}
