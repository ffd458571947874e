using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.QuestionLog;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>Makes the refusals about questions to the practice manager and their answers.</summary>
public static class ManagerQuestionRefusals
{
    public static Refusal Unknown { get; } =
        new(RefusalKind.NotFound, "unknown", "I do not know that question any more. Please ask it again.");

    public static Refusal NoAnswer { get; } =
        new(RefusalKind.NotFound, "no-answer", "That answer is not there any more. Type answers for the list.");

    public static Refusal NotAllowed { get; } =
        new(RefusalKind.NotAllowed, "not-allowed", "Only a practice manager can do that. Nothing was changed.");

    public static Refusal NotYours { get; } =
        new(RefusalKind.NotAllowed, "not-yours", "That question was sent by somebody else. Nothing was changed.");

    public static Refusal Empty { get; } = new(RefusalKind.BadInput, "empty", "Please write the answer in a few words.");

    public static Refusal NoQuestion { get; } =
        new(RefusalKind.BadInput, "no-question", "Please write the question as staff would ask it.");

    public static Refusal NoWording { get; } =
        new(RefusalKind.BadInput, "no-wording", "Please leave at least one of the questions ticked.");

    public static Refusal TooLong { get; } =
        new(
            RefusalKind.BadInput,
            "too-long",
            $"That is too long for a chat. Please keep it under {SavedAnswer.LongestText:N0} characters. "
                + "Nothing was sent, and your text is still here."
        );

    public static Refusal QuestionTooLong { get; } =
        new(RefusalKind.BadInput, "question-too-long", $"Please keep the question under {LoggedQuestion.LongestText:N0} characters.");

    public static Refusal LineTooLong { get; } =
        new(RefusalKind.BadInput, "line-too-long", $"Please keep it under {ManagerQuestion.LongestLine} characters.");

    public static Refusal NothingAdded { get; } = new(RefusalKind.BadInput, "nothing-added", "Nothing added.");

    public static Refusal Answered { get; } = new(RefusalKind.Conflict, "answered", "The practice manager has answered it already.");

    public static Refusal NoChat { get; } =
        new(
            RefusalKind.BadInput,
            "no-chat",
            "I cannot reach you in a private chat, so an answer could not come back. Please add me there, and ask again."
        );

    public static Refusal TooMany { get; } =
        new(
            RefusalKind.BadInput,
            "too-many",
            $"{SubmitManagerQuestion.MostOpen} questions of yours wait for an answer. "
                + "Please wait for one of these, or type my questions and take one back."
        );

    public static Refusal TakenBack { get; } =
        new(
            RefusalKind.Conflict,
            "taken-back",
            "The asker took it back meanwhile. Yours was not sent; it stands below, so that nothing is lost."
        );

    public static Refusal Erased { get; } =
        new(
            RefusalKind.Conflict,
            "erased",
            "The asker has had their words erased, so there is no question that I could give it to. "
                + "You can write a new answer: type answers."
        );

    public static Refusal AnsweredByYou { get; } =
        new(
            RefusalKind.Conflict,
            "answered-by-you",
            "You have answered it already. This was not sent; it stands below, so that nothing is lost."
        );

    public static Refusal InThread { get; } =
        new(
            RefusalKind.BadInput,
            "in-thread",
            "A reply in this thread does not reach the person who asked. "
                + "Your words are in the box below: look at them, then tap Send the answer. "
                + "To ask me about the policy, write outside this thread."
        );

    public static Refusal InSettledThread { get; } =
        new(
            RefusalKind.BadInput,
            "in-settled-thread",
            "A reply in this thread does not reach the person who asked. Please write to them yourself. "
                + "To ask me about the policy, write outside this thread."
        );

    public static Refusal Changed { get; } =
        new(RefusalKind.Conflict, "changed", "Somebody changed it at the same time. This is how it is now.");

    public static Refusal GroupChanged { get; } =
        new(
            RefusalKind.Conflict,
            "group-changed",
            "Somebody has settled some of these at the same time, so nothing was sent. Please look again."
        );

    /// <summary>Of two practice managers who answer at the same time, the second gets this refusal.</summary>
    public static Refusal WasFirst(string by, string when) =>
        new(
            RefusalKind.Conflict,
            "was-first",
            $"{by} answered first, on {when}. Yours was not sent; it stands below, so that nothing is lost."
        );

    /// <summary>
    /// Asks the practice manager to check the answer. It may hold a phone number or an address on purpose, but not a patient's.
    /// </summary>
    public static Refusal LookAgain(IEnumerable<string> found) =>
        new(
            RefusalKind.BadInput,
            "look-again",
            $"This seems to contain {IdentifierWords.Listed(found)}. If it is a patient's, please take it out. "
                + "If it is meant for staff, send it again as it is."
        );
}
