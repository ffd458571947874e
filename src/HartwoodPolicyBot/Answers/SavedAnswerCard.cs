using AdaptiveCards;
using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.ManagerQuestions;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Answers;

/// <summary>An answer of the practice manager's own, named as such: it is not the policy's words, and cites nothing.</summary>
internal static class SavedAnswerCard
{
    /// <summary>
    /// In place of a refusal: the bot found no clause, and the practice manager has said. It never hides a clause that
    /// says it too, so what is near can be read.
    /// </summary>
    /// <param name="answer">Of the practice manager's, the one that fits.</param>
    /// <param name="library">The policies in which nothing was found.</param>
    /// <param name="feedback">What the asker thought, once they said.</param>
    public static TeamsActivity Message(PolicyAnswer answer, PolicyLibrary library, AnswerFeedback? feedback)
    {
        var given = answer.FromManager.Same!;
        return Message(
            given,
            [
                new AdaptiveTextBlock(
                    $"{(NearestSections.AreFor(answer) ? RefusalCard.FoundNothing(library) : RefusalCard.DoesNotSay(library))}. "
                        + "The practice manager has answered this:"
                ),
            ],
            [.. NearestSections.Of(answer), .. DisclosureOffer.Lines(answer), .. FeedbackParts.Said(feedback)],
            [
                .. DisclosureOffer.Buttons(answer),
                .. FeedbackParts.Buttons(answer.QuestionId, feedback),
                .. feedback is null ? [PolicyVerbs.BrowseButton()] : Array.Empty<AdaptiveAction>(),
            ]
        );
    }

    /// <summary>One that a person chose by its question.</summary>
    /// <param name="given">What they chose.</param>
    /// <param name="logged">What they had asked, in the log; null when that is not known.</param>
    public static TeamsActivity Message(SavedAnswer given, Id<LoggedQuestion>? logged) =>
        Message(
            given,
            [],
            logged is null
                ? []
                :
                [
                    new AdaptiveTextBlock("Not what you asked?")
                    {
                        Weight = "Bolder",
                        Separator = true,
                        Spacing = "Medium",
                    },
                    FeedbackParts.AskLine(),
                ],
            logged is { } question ? [ManagerQuestionVerbs.AskButton(question), PolicyVerbs.BrowseButton()] : [PolicyVerbs.BrowseButton()]
        );

    /// <summary>After the policy's clauses, never in their place.</summary>
    public static IEnumerable<AdaptiveElement> Beside(SavedAnswer? given) =>
        given is null
            ? []
            :
            [
                new AdaptiveTextBlock("The practice manager has also answered")
                {
                    Style = "heading",
                    Weight = "Bolder",
                    Separator = true,
                    Spacing = "Medium",
                },
                .. Words(given),
            ];

    /// <summary>Answers to questions near the one that was asked: the person judges.</summary>
    public static IEnumerable<AdaptiveElement> Near(IReadOnlyList<SavedAnswer> near, Id<LoggedQuestion> logged) =>
        near.Count == 0
            ? []
            :
            [
                new AdaptiveTextBlock("The practice manager has answered") { Weight = "Bolder", Spacing = "Medium" },
                .. near.Select(answer => ManagerQuestionVerbs.GivenRow(answer, logged)),
            ];

    private static TeamsActivity Message(SavedAnswer given, AdaptiveElement[] before, AdaptiveElement[] after, AdaptiveAction[] actions)
    {
        var summary = $"The practice manager's answer: {Excerpt.Of(given.Text, 120)}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body = [AdaptiveTextBlock.Heading("The practice manager's answer"), .. before, .. Words(given), .. after],
                Actions = actions,
            },
            summary
        );
    }

    private static IEnumerable<AdaptiveElement> Words(SavedAnswer given) =>
        [
            new AdaptiveTextBlock($"“{given.Question}”") { Weight = "Bolder" },
            new AdaptiveContainer { Style = "emphasis", Items = [new AdaptiveTextBlock(given.Text)] },
            AdaptiveTextBlock.Subtle(
                $"{given.By}, {PracticeTime.Text(PracticeTime.DateOf(given.At))}. The practice manager's own answer, "
                    + "not the policy's words."
            ),
        ];
}
