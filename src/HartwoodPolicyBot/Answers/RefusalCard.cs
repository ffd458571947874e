using AdaptiveCards;
using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.ManagerQuestions;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Answers;

/// <summary>
/// Makes the card that says the policy doesn't cover a question, where else to look, and whom to ask. It quotes nothing.
/// </summary>
internal static class RefusalCard
{
    /// <param name="answer">The answer, which cites no section.</param>
    /// <param name="library">The policies that were searched.</param>
    /// <param name="reader">Who reads it.</param>
    public static TeamsActivity Message(PolicyAnswer answer, PolicyLibrary library, AnswerReader reader = AnswerReader.Staff)
    {
        var words = RefusalWords.For(answer.Kind, DoesNotSay(library), reader);
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = words.Title,
                Body =
                [
                    AdaptiveTextBlock.Heading(words.Title),
                    new AdaptiveTextBlock(words.Text),
                    .. SavedAnswerCard.Near(answer.FromManager.Near, new(answer.QuestionId)),
                    .. NearestSections.Of(answer),
                    .. DisclosureOffer.Lines(answer),
                    reader switch
                    {
                        AnswerReader.ManagerInThread => new AdaptiveTextBlock(
                            "Are you replying to someone? Please use the box on the card with their question. They won't see a "
                                + "reply here."
                        ),
                        AnswerReader.Manager => AdaptiveTextBlock.Subtle(
                            "You can write an answer yourself. I'll then give it to anyone who asks the same."
                        ),
                        _ => FeedbackParts.AskLine(),
                    },
                ],
                Actions =
                [
                    .. DisclosureOffer.Buttons(answer),
                    .. reader switch
                    {
                        AnswerReader.ManagerInThread => Array.Empty<AdaptiveAction>(),
                        AnswerReader.Manager => [ManagerQuestionVerbs.WriteButton(answer.Asked)],
                        _ => [ManagerQuestionVerbs.AskButton(new(answer.QuestionId))],
                    },
                    PolicyVerbs.BrowseButton(),
                    HelpCard.Button(),
                ],
            },
            words.Title
        );
    }

    public static string DoesNotSay(PolicyLibrary library) =>
        library.Documents.Count == 1 ? $"The {LowerFirst(library.Documents[0].Title)} doesn't cover this" : "The policies don't cover this";

    /// <summary>Returns the sentence for when nearby sections may cover the question, so that the bot can't be sure.</summary>
    public static string FoundNothing(PolicyLibrary library) =>
        library.Documents.Count == 1
            ? $"I couldn't find this in the {LowerFirst(library.Documents[0].Title)}"
            : "I couldn't find this in the policies";

    private static string LowerFirst(string title) =>
        title.Length > 1 && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;
}
