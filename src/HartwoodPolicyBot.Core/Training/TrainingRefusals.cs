using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>Makes the refusals about training.</summary>
public static class TrainingRefusals
{
    public static Refusal Unknown { get; } =
        new(RefusalKind.NotFound, "unknown", "I cannot read that button any more. Type training to go on where you were.");

    public static Refusal NotYours { get; } =
        new(
            RefusalKind.NotAllowed,
            "not-yours",
            "That card belongs to somebody else's training, so nothing was recorded. Type training for your own."
        );

    public static Refusal OutOfRange { get; } =
        new(RefusalKind.BadInput, "out-of-range", "That is not one of the answers. Please choose one that is on the card.");

    public static Refusal OldCard { get; } =
        new(RefusalKind.Conflict, "old-card", "That card was an old one, so nothing was changed. This is where you are now.");

    public static Refusal AlreadyAnswered { get; } =
        new(RefusalKind.Conflict, "already-answered", "I have your answer to this question already. The first one counts.");

    public static Refusal PolicyChanged { get; } =
        new(
            RefusalKind.Conflict,
            "policy-changed",
            "The policy has changed since you began, so that round is closed. Your answers are kept. Please begin again with the new text."
        );

    public static Refusal NotAllowed { get; } =
        new(
            RefusalKind.NotAllowed,
            "not-allowed",
            "Only a practice manager can do that. Nothing was changed. Type my training for your own record."
        );

    public static Refusal NotOffered { get; } =
        new(
            RefusalKind.NotFound,
            "not-offered",
            "There is no training for the policies that I have, so I remind nobody of it. Type status to see what to do."
        );

    public static Refusal NoSuchPerson { get; } =
        new(RefusalKind.NotFound, "no-such-person", "I do not know that person any more. Type training status for the list.");

    public static Refusal NothingOpen { get; } =
        new(
            RefusalKind.Conflict,
            "nothing-open",
            "They have nothing to do at the moment, so there is nothing to remind them of. You can assign training instead."
        );

    public static Refusal RemindedToday { get; } =
        new(
            RefusalKind.Conflict,
            "reminded-today",
            "They have had a message about what is due today. One a day is enough, so I have sent no other."
        );

    public static Refusal SetAside { get; } = new(RefusalKind.Conflict, "set-aside", "They are set aside. Bring them back first.");

    public static Refusal ReasonMissing { get; } =
        new(RefusalKind.BadInput, "reason-missing", "Please say why in a few words. The person reads it.");

    public static Refusal ReasonTooLong { get; } =
        new(RefusalKind.BadInput, "reason-too-long", $"Please keep the reason under {TrainingAssignment.LongestReason} characters.");

    public static Refusal DateWrong { get; } =
        new(RefusalKind.BadInput, "date-wrong", "Please choose a due date from today to two years from now.");
}
