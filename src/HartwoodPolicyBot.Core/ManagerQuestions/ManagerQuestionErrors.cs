using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.QuestionLog;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>Why something about a question to the practice manager was not done; nothing has changed. The code is for tests and the audit, the sentence for the person.</summary>
public sealed record ManagerQuestionRefusal(string Code, string Sentence);

/// <summary>Every reason for which a question or an answer is not taken as it comes.</summary>
public static class ManagerQuestionErrors
{
    public static ManagerQuestionRefusal Unknown { get; } = new("unknown", "I do not know that question any more. Please ask it again.");

    public static ManagerQuestionRefusal NoAnswer { get; } =
        new("no-answer", "That answer is not there any more. Type answers for the list.");

    public static ManagerQuestionRefusal NotAllowed { get; } =
        new("not-allowed", "Only a practice manager can do that. Nothing was changed.");

    public static ManagerQuestionRefusal NotYours { get; } =
        new("not-yours", "That question was sent by somebody else. Nothing was changed.");

    public static ManagerQuestionRefusal Empty { get; } = new("empty", "Please write the answer in a few words.");

    public static ManagerQuestionRefusal NoQuestion { get; } = new("no-question", "Please write the question as staff would ask it.");

    public static ManagerQuestionRefusal NoWording { get; } = new("no-wording", "Please leave at least one of the questions ticked.");

    public static ManagerQuestionRefusal TooLong { get; } =
        new(
            "too-long",
            $"That is too long for a chat. Please keep it under {SavedAnswer.LongestText:N0} characters. Nothing was sent, and your text is still here."
        );

    public static ManagerQuestionRefusal QuestionTooLong { get; } =
        new("question-too-long", $"Please keep the question under {LoggedQuestion.LongestText:N0} characters.");

    public static ManagerQuestionRefusal LineTooLong { get; } =
        new("line-too-long", $"Please keep it under {ManagerQuestion.LongestLine} characters.");

    public static ManagerQuestionRefusal NothingAdded { get; } = new("nothing-added", "Nothing added.");

    public static ManagerQuestionRefusal Answered { get; } = new("answered", "The practice manager has answered it already.");

    public static ManagerQuestionRefusal NoChat { get; } =
        new("no-chat", "I cannot reach you in a private chat, so an answer could not come back. Please add me there, and ask again.");

    public static ManagerQuestionRefusal TooMany { get; } =
        new(
            "too-many",
            $"{SubmitManagerQuestion.MostOpen} questions of yours wait for an answer. Please wait for one of these, or type my questions and take one back."
        );

    public static ManagerQuestionRefusal TakenBack { get; } =
        new("taken-back", "The asker took it back meanwhile. Yours was not sent; it stands below, so that nothing is lost.");

    public static ManagerQuestionRefusal Erased { get; } =
        new(
            "erased",
            "The asker has had their words erased, so there is no question that I could give it to. You can write a new answer: type answers."
        );

    public static ManagerQuestionRefusal AnsweredByYou { get; } =
        new("answered-by-you", "You have answered it already. This was not sent; it stands below, so that nothing is lost.");

    public static ManagerQuestionRefusal InThread { get; } =
        new(
            "in-thread",
            "A reply in this thread does not reach the person who asked. Your words are in the box below: look at them, then tap Send the answer. To ask me about the policy, write outside this thread."
        );

    public static ManagerQuestionRefusal InSettledThread { get; } =
        new(
            "in-settled-thread",
            "A reply in this thread does not reach the person who asked. Please write to them yourself. To ask me about the policy, write outside this thread."
        );

    public static ManagerQuestionRefusal Changed { get; } = new("changed", "Somebody changed it at the same time. This is how it is now.");

    public static ManagerQuestionRefusal GroupChanged { get; } =
        new("group-changed", "Somebody has settled some of these at the same time, so nothing was sent. Please look again.");

    /// <summary>Of two practice managers who answer at once, to the second.</summary>
    public static ManagerQuestionRefusal WasFirst(string by, string when) =>
        new("was-first", $"{by} answered first, on {when}. Yours was not sent; it stands below, so that nothing is lost.");

    /// <summary>An answer may hold a phone number or an address on purpose; a patient's may not. Whoever wrote it looks again.</summary>
    public static ManagerQuestionRefusal LookAgain(IEnumerable<string> found) =>
        new(
            "look-again",
            $"This seems to contain {IdentifierWords.Listed(found)}. If it is a patient's, please take it out. If it is meant for staff, send it again as it is."
        );
}
