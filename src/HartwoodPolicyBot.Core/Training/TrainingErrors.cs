namespace HartwoodPolicyBot.Core.Training;

/// <summary>Something that was not done, as a value: a code for tests and logs, a sentence with the way forward for people.</summary>
public sealed record TrainingRefusal(string Code, string Sentence);

/// <summary>Every reason for which training is not done as asked.</summary>
public static class TrainingErrors
{
    public static TrainingRefusal Unknown { get; } =
        new("unknown", "I cannot read that button any more. Type training to go on where you were.");

    public static TrainingRefusal NotYours { get; } =
        new("not-yours", "That card belongs to somebody else's training, so nothing was recorded. Type training for your own.");

    public static TrainingRefusal OutOfRange { get; } =
        new("out-of-range", "That is not one of the answers. Please choose one that is on the card.");

    public static TrainingRefusal OldCard { get; } =
        new("old-card", "That card was an old one, so nothing was changed. This is where you are now.");

    public static TrainingRefusal AlreadyAnswered { get; } =
        new("already-answered", "I have your answer to this question already. The first one counts.");

    public static TrainingRefusal PolicyChanged { get; } =
        new(
            "policy-changed",
            "The policy has changed since you began, so that round is closed. Your answers are kept. Please begin again with the new text."
        );

    public static TrainingRefusal NotAllowed { get; } =
        new("not-allowed", "Only a practice manager can do that. Nothing was changed. Type my training for your own record.");

    public static TrainingRefusal NotOffered { get; } =
        new("not-offered", "There is no training for the policies that I have, so I remind nobody of it. Type status to see what to do.");

    public static TrainingRefusal NoSuchPerson { get; } =
        new("no-such-person", "I do not know that person any more. Type training status for the list.");

    public static TrainingRefusal NothingOpen { get; } =
        new(
            "nothing-open",
            "They have nothing to do at the moment, so there is nothing to remind them of. You can assign training instead."
        );

    public static TrainingRefusal RemindedToday { get; } =
        new("reminded-today", "They have had a message about what is due today. One a day is enough, so I have sent no other.");

    public static TrainingRefusal SetAside { get; } = new("set-aside", "They are set aside. Bring them back first.");

    public static TrainingRefusal ReasonMissing { get; } = new("reason-missing", "Please say why in a few words. The person reads it.");

    public static TrainingRefusal ReasonTooLong { get; } =
        new("reason-too-long", $"Please keep the reason under {TrainingAssignment.LongestReason} characters.");

    public static TrainingRefusal DateWrong { get; } = new("date-wrong", "Please choose a due date from today to two years from now.");
}
