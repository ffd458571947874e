using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>Makes the refusals about training.</summary>
public static class TrainingRefusals
{
    public static Refusal Unknown { get; } =
        new(RefusalKind.NotFound, "unknown", "That button no longer works. “Training” opens your training.", "training");

    public static Refusal NotYours { get; } =
        new(
            RefusalKind.NotAllowed,
            "not-yours",
            "That's someone else's training, so nothing was recorded. “Training” opens yours.",
            "training"
        );

    public static Refusal OutOfRange { get; } =
        new(RefusalKind.BadInput, "out-of-range", "That isn't one of the answers. Please choose one from the card.");

    public static Refusal OldCard { get; } = new(RefusalKind.Conflict, "old-card", "That's an earlier card. Here's where you are now.");

    public static Refusal AlreadyAnswered { get; } =
        new(RefusalKind.Conflict, "already-answered", "You've already answered this one. Your first answer counts.");

    public static Refusal PolicyChanged { get; } =
        new(RefusalKind.Conflict, "policy-changed", "The policy has changed since you started, so you'll need to start again.");

    public static Refusal NotAllowed { get; } =
        new(
            RefusalKind.NotAllowed,
            "not-allowed",
            "Sorry, only a practice manager can do that. “My training” has your own record.",
            "my training"
        );

    /// <summary>A deputy wants to change their own training record.</summary>
    public static Refusal AboutYourself { get; } =
        new(
            RefusalKind.NotAllowed,
            "about-yourself",
            "That's your own record, so the practice manager has to change it. “My training” shows it.",
            "my training"
        );

    public static Refusal NotOffered { get; } =
        new(
            RefusalKind.NotFound,
            "not-offered",
            "There's no training set up, so I can't remind anyone or assign any. “Status” says why.",
            "status"
        );

    public static Refusal NoSuchPerson { get; } =
        new(RefusalKind.NotFound, "no-such-person", "I can't find that person. “Training status” has the list.", "training status");

    public static Refusal NothingOpen { get; } =
        new(RefusalKind.Conflict, "nothing-open", "They have nothing due, so I haven't sent a reminder. You can assign training instead.");

    public static Refusal RemindedToday { get; } =
        new(
            RefusalKind.Conflict,
            "reminded-today",
            "They've already had a message about this today, so I haven't sent another. You can send one tomorrow."
        );

    /// <summary>They know of their training, and it is not due for a while.</summary>
    public static Refusal NotDueUntil(DateOnly day) =>
        new(RefusalKind.Conflict, "not-due-yet", $"They have nothing due until {PracticeTime.Text(day)}, so I haven't sent a reminder.");

    public static Refusal HasLeft { get; } =
        new(RefusalKind.Conflict, "set-aside", "They're marked as having left. Bring them back first.");

    public static Refusal ReasonMissing { get; } =
        new(RefusalKind.BadInput, "reason-missing", "Please give a short reason. They'll see it.");

    public static Refusal ReasonTooLong { get; } =
        new(RefusalKind.BadInput, "reason-too-long", $"Please keep the reason under {TrainingAssignment.LongestReason} characters.");

    public static Refusal DateWrong { get; } =
        new(RefusalKind.BadInput, "date-wrong", "Please choose a due date between today and 2 years from now.");

    /// <summary>Returns why a person's record may not be changed, or null. A deputy may not change their own.</summary>
    internal static Refusal? ToChange(PersonId personId, PersonId managerId, StaffOptions staff) =>
        !staff.ActsAsManager(managerId) ? NotAllowed
        : staff.IsDeputy(managerId) && managerId == personId ? AboutYourself
        : null;
}
