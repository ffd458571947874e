using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Makes the card on which somebody looks at words before they go to the practice manager.</summary>
internal static class OfferedWordsCard
{
    private const string Title = "Check before you send";

    /// <param name="form">The id under which the words are sent once.</param>
    /// <param name="words">The words as they will be sent, masked.</param>
    public static TeamsActivity Message(Guid form, string words) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Title,
                Body =
                [
                    AdaptiveTextBlock.Heading(Title),
                    new AdaptiveTextBlock(
                        "I haven't sent anything yet. These words go to the practice manager and everyone in their channel, with your name:"
                    ),
                    AdaptiveRichTextBlock.SetOff(words),
                    .. PatientIdentifiers.HiddenIn(words) is { Count: > 0 } hidden
                        ? (AdaptiveElement[])[new AdaptiveTextBlock($"I've hidden {IdentifierWords.Counted(hidden)}.")]
                        : [],
                    new AdaptiveTextBlock("Is there a name, or anything else that could identify someone?") { Weight = "Bolder" },
                    new AdaptiveTextBlock("I can't spot names. If there is one, change your post first.") { Spacing = "Small" },
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of(
                        "Send to practice manager",
                        ManagerQuestionVerbs.SendWords,
                        $"{form}",
                        ManagerQuestionVerbs.Kept((ManagerQuestionVerbs.Question, words))
                    ),
                    AdaptiveExecuteAction.Of("Don't send", ManagerQuestionVerbs.LeaveWords),
                ],
            },
            Title
        );
}
