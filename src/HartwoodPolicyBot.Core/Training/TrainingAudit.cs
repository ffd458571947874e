using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>Lists what the audit says of practice managers who look after training.</summary>
public static class TrainingAudit
{
    public static AuditedAction Assigned { get; } = new("training.assign", "You assigned training.", "Training was assigned to you.");

    public static AuditedAction Reminded { get; } =
        new("training.remind", "You reminded someone about their training.", "You were reminded about your training.");

    public static AuditedAction MarkedAsLeft { get; } =
        new("training.set-aside", "You marked someone as having left.", "You were marked as having left.");

    public static AuditedAction BroughtBack { get; } =
        new(
            "training.bring-back",
            "You brought back someone who was marked as having left.",
            "You were brought back after being marked as having left."
        );

    public static AuditedAction MadeRecords { get; } = new("training.records", "You downloaded the training records.");

    public static AuditedAttempt Status { get; } = new("training", "To see or change other people's training");

    public static AuditWords Words { get; } =
        new() { Actions = [Assigned, Reminded, MarkedAsLeft, BroughtBack, MadeRecords], Attempts = [Status] };
}
