using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Answers;

/// <summary>Makes the message for an answer: the policy's words, the practice manager's, or that neither says anything.</summary>
public sealed class AnswerMessages(PolicyLibrary library, AskedNext next, PublicAddress address)
{
    /// <param name="answer">What was found.</param>
    /// <param name="feedback">What the asker thought of it; null until they say.</param>
    /// <param name="toManager">It is said in a thread that a practice manager reads.</param>
    internal TeamsActivity For(PolicyAnswer answer, AnswerFeedback? feedback = null, bool toManager = false) =>
        !answer.IsRefusal ? AnswerCard.Message(answer, library, next, address, feedback)
        : answer.FromManager.Same is null ? RefusalCard.Message(answer, library, toManager)
        : SavedAnswerCard.Message(answer, library, feedback);
}
