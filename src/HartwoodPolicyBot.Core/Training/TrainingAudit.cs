using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>What the audit says of practice managers who look after training.</summary>
public static class TrainingAudit
{
    public static AuditedAction Assigned { get; } =
        new("training.assign", "You gave somebody training to do.", "Training was given to you to do.");

    public static AuditedAction Reminded { get; } =
        new("training.remind", "You reminded somebody of their training.", "You were reminded of your training.");

    public static AuditedAction SetAside { get; } = new("training.set-aside", "You set somebody aside.", "You were set aside.");

    public static AuditedAction BroughtBack { get; } =
        new("training.bring-back", "You brought somebody back who was set aside.", "You were brought back after you had been set aside.");

    public static AuditedAction MadeRecords { get; } = new("training.records", "You had the training records made as a file.");

    public static AuditedAttempt Status { get; } = new("training", "To see or change the training of others");

    public static AuditWords Words { get; } =
        new() { Actions = [Assigned, Reminded, SetAside, BroughtBack, MadeRecords], Attempts = [Status] };
}
