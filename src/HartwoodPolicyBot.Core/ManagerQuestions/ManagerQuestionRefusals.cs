using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.QuestionLog;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>Makes the refusals about questions to the practice manager and their answers.</summary>
public static class ManagerQuestionRefusals
{
    public static Refusal Unknown { get; } = new(RefusalKind.NotFound, "unknown", "That question is no longer here. Please ask it again.");

    public static Refusal NoAnswer { get; } =
        new(RefusalKind.NotFound, "no-answer", "That answer has been deleted. “Answers” lists the others.", "answers");

    public static Refusal NotAllowed { get; } = new(RefusalKind.NotAllowed, "not-allowed", "Sorry, only a practice manager can do that.");

    public static Refusal NotYours { get; } =
        new(
            RefusalKind.NotAllowed,
            "not-yours",
            "Someone else sent that question, so I haven't changed anything. “My questions” lists yours.",
            "my questions"
        );

    /// <summary>A deputy wants to answer what they asked the practice manager themselves.</summary>
    public static Refusal OwnQuestion { get; } =
        new(RefusalKind.NotAllowed, "own-question", "You asked this yourself, so the practice manager has to answer it.");

    public static Refusal Empty { get; } = new(RefusalKind.BadInput, "empty", "Please write the answer in a few words.");

    public static Refusal NoQuestion { get; } =
        new(RefusalKind.BadInput, "no-question", "Please write the question as staff would ask it.");

    public static Refusal NoWording { get; } =
        new(RefusalKind.BadInput, "no-wording", "Please leave at least one of the questions ticked.");

    public static Refusal TooLong { get; } =
        new(
            RefusalKind.BadInput,
            "too-long",
            $"That's too long, so I haven't sent it. Please keep it under {SavedAnswer.LongestText:N0} characters."
        );

    public static Refusal QuestionTooLong { get; } =
        new(RefusalKind.BadInput, "question-too-long", $"Please keep the question under {LoggedQuestion.LongestText:N0} characters.");

    public static Refusal LineTooLong { get; } =
        new(RefusalKind.BadInput, "line-too-long", $"Please keep it under {ManagerQuestion.LongestLine} characters.");

    public static Refusal NothingAdded { get; } =
        new(RefusalKind.BadInput, "nothing-added", "There was nothing to add. Please write a line first.");

    public static Refusal Answered { get; } =
        new(RefusalKind.Conflict, "answered", "There was an answer already, so I haven't changed your question.");

    public static Refusal NoChat { get; } =
        new(
            RefusalKind.BadInput,
            "no-chat",
            "I can't message you in private, so I haven't passed this on. Please add me as a personal app, then ask again."
        );

    public static Refusal TooMany { get; } =
        new(
            RefusalKind.BadInput,
            "too-many",
            $"You already have {SubmitManagerQuestion.MostOpen} questions waiting. "
                + "Please wait for an answer, or withdraw one under “my questions”.",
            "my questions"
        );

    public static Refusal Withdrawn { get; } =
        new(
            RefusalKind.Conflict,
            "taken-back",
            "The question was withdrawn while you were writing. Your answer wasn't sent. It's below in case you need it."
        );

    public static Refusal Erased { get; } =
        new(
            RefusalKind.Conflict,
            "erased",
            "The original question has been deleted, so I can't save this. You can add it yourself under “answers”.",
            "answers"
        );

    public static Refusal AnsweredByYou { get; } =
        new(
            RefusalKind.Conflict,
            "answered-by-you",
            "You've already answered this. Your new answer wasn't sent. It's below in case you need it."
        );

    public static Refusal InThread { get; } =
        new(
            RefusalKind.BadInput,
            "in-thread",
            "The person who asked won't see replies in this thread. "
                + "I've put your words in the box below. Please check them, then tap Send answer. "
                + "To ask me about the policy, write outside this thread."
        );

    public static Refusal InSettledThread { get; } =
        new(
            RefusalKind.BadInput,
            "in-settled-thread",
            "The person who asked won't see replies in this thread. Please message them directly. "
                + "To ask me about the policy, write outside this thread."
        );

    public static Refusal Changed { get; } = new(RefusalKind.Conflict, "changed", "Someone else has just changed this. Here's the latest.");

    public static Refusal GroupChanged { get; } =
        new(
            RefusalKind.Conflict,
            "group-changed",
            "Someone else has just dealt with some of these, so I haven't sent anything. Please check again."
        );

    /// <summary>Of two practice managers who answer at the same time, the second gets this refusal.</summary>
    public static Refusal WasFirst(string by, string when) =>
        new(
            RefusalKind.Conflict,
            "was-first",
            $"{by} got there first, on {when}. Your answer wasn't sent. It's below in case you need it."
        );

    /// <summary>
    /// Asks the practice manager to check the answer. It may hold a phone number or an address on purpose, but not a patient's.
    /// </summary>
    public static Refusal LookAgain(IEnumerable<string> found) =>
        new(
            RefusalKind.BadInput,
            "look-again",
            $"This looks like it contains {IdentifierWords.Listed(found)}. If it's a patient's, please take it out. "
                + "Otherwise, send it again."
        );
}
