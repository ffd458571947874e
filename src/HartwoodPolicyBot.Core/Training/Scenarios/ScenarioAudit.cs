using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Training.Scenarios;

/// <summary>Lists what the audit says of practice managers who look after the training scenarios.</summary>
public static class ScenarioAudit
{
    public static AuditedAction Saved { get; } = new("training.scenario", "You wrote or changed a training scenario.");

    public static AuditedAction SetAside { get; } = new("training.scenario-aside", "You stopped using a training scenario.");

    public static AuditedAction Used { get; } = new("training.scenario-use", "You put a training scenario into use again.");

    public static AuditedAttempt Change { get; } = new("training-scenarios", "To see or change the training scenarios");

    public static AuditWords Words { get; } = new() { Actions = [Saved, SetAside, Used], Attempts = [Change] };
}
