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

/// <summary>
/// Makes the card of a saved answer. It is labelled as the practice manager's answer: it isn't a quote from the policy and
/// cites nothing.
/// </summary>
internal static class SavedAnswerCard
{
    /// <summary>
    /// Makes the message that is sent instead of a refusal if a saved answer fits. It also lists the nearest sections, so that
    /// it never hides a clause that covers the question.
    /// </summary>
    /// <param name="answer">The answer, with the saved answer that fits.</param>
    /// <param name="library">The policies that were searched.</param>
    /// <param name="feedback">The asker's feedback; null until they give it.</param>
    public static TeamsActivity Message(PolicyAnswer answer, PolicyLibrary library, AnswerFeedback? feedback)
    {
        var saved = answer.FromManager.Same!;
        return Message(
            saved,
            [
                new AdaptiveRichTextBlock(
                    $"{(NearestSections.AreFor(answer) ? RefusalCard.FoundNothing(library) : RefusalCard.DoesNotSay(library))}, "
                        + "but the practice manager has answered it:"
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

    /// <summary>Makes the message for a saved answer that somebody chose from a list.</summary>
    /// <param name="saved">The saved answer that they chose.</param>
    /// <param name="logged">The question that they had asked, in the log; null if it is unknown.</param>
    public static TeamsActivity Message(SavedAnswer saved, Id<LoggedQuestion>? logged) =>
        Message(
            saved,
            [],
            logged is null
                ? []
                :
                [
                    new AdaptiveTextBlock("Not quite your question?")
                    {
                        Weight = "Bolder",
                        Separator = true,
                        Spacing = "Medium",
                    },
                    FeedbackParts.AskLine(),
                ],
            logged is { } question ? [ManagerQuestionVerbs.AskButton(question), PolicyVerbs.BrowseButton()] : [PolicyVerbs.BrowseButton()]
        );

    /// <summary>Makes the part that shows a saved answer below the policy's clauses, never instead of them.</summary>
    public static IEnumerable<AdaptiveElement> BelowClauses(SavedAnswer? saved) =>
        saved is null ? [] : [AdaptiveTextBlock.PartHeading("The practice manager's answer to this"), .. Words(saved)];

    /// <summary>Lists saved answers to similar questions; the person decides whether one fits.</summary>
    public static IEnumerable<AdaptiveElement> Near(IReadOnlyList<SavedAnswer> near, Id<LoggedQuestion> logged) =>
        near.Count == 0
            ? []
            :
            [
                new AdaptiveTextBlock("Similar questions answered by the practice manager") { Weight = "Bolder", Spacing = "Medium" },
                .. near.Select(answer => ManagerQuestionVerbs.SavedAnswerRow(answer, logged)),
            ];

    private static TeamsActivity Message(SavedAnswer saved, AdaptiveElement[] before, AdaptiveElement[] after, AdaptiveAction[] actions)
    {
        var summary = $"The practice manager's answer: {Excerpt.Of(saved.Text, 120)}";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body = [AdaptiveTextBlock.Heading("The practice manager's answer"), .. before, .. Words(saved), .. after],
                Actions = actions,
            },
            summary
        );
    }

    private static IEnumerable<AdaptiveElement> Words(SavedAnswer saved) =>
        [
            new AdaptiveRichTextBlock($"“{saved.Question}”") { Weight = "Bolder" },
            AdaptiveRichTextBlock.SetOff(saved.Text),
            AdaptiveRichTextBlock.Subtle(
                $"Answered by {PersonNames.InSentence(saved.By)} on {PracticeTime.Text(PracticeTime.DateOf(saved.At))}. "
                    + "This isn't part of the policy."
            ),
        ];
}
