using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Answers;

/// <summary>
/// Makes the message for an answer: the policy's clauses, a saved answer of the practice manager, or a refusal.
/// </summary>
public sealed class AnswerMessages(PolicyLibrary library, AskedNext next, PublicAddress address)
{
    /// <param name="answer">The answer that was found.</param>
    /// <param name="feedback">The asker's feedback; null until they give it.</param>
    /// <param name="toManager">True if the answer goes into a thread that a practice manager reads.</param>
    internal TeamsActivity For(PolicyAnswer answer, AnswerFeedback? feedback = null, bool toManager = false) =>
        !answer.IsRefusal ? AnswerCard.Message(answer, library, next, address, feedback)
        : answer.FromManager.Same is null ? RefusalCard.Message(answer, library, toManager)
        : SavedAnswerCard.Message(answer, library, feedback);
}
