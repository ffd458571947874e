using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Lists what the audit says of incidents. Steps that were taken are in the incident's timeline instead.</summary>
public static class IncidentAudit
{
    public static AuditedAttempt Report { get; } = new("report", "To send a report");

    public static AuditedAttempt FindByCode { get; } = new("code", "To look a report up by its code");

    public static AuditedAttempt Look { get; } = new("look", "To open a report to work on it");

    public static AuditedAttempt ListSpeakUp { get; } = new("speak-up-list", "To see the reports about the practice manager");

    public static AuditedAttempt See { get; } = new("see", "To see a report");

    public static AuditedAttempt Add { get; } = new("add", "To add something to a report");

    public static AuditedAttempt Withdraw { get; } = new("withdraw", "To withdraw a report");

    public static AuditedAttempt Acknowledge { get; } = new("acknowledge", "To acknowledge a report");

    public static AuditedAttempt TakeOn { get; } = new("take-on", "To take a report on");

    public static AuditedAttempt Note { get; } = new("note", "To add a note to a report");

    public static AuditedAttempt Describe { get; } = new("describe", "To fill in the details of a report");

    public static AuditedAttempt Grade { get; } = new("grade", "To rate the risk of a report");

    public static AuditedAttempt PassOn { get; } = new("pass-on", "To say who else needs to know about a report");

    public static AuditedAttempt ChangeActions { get; } = new("actions", "To change the actions of a report");

    public static AuditedAttempt Decide { get; } = new("decide", "To record a data breach decision");

    public static AuditedAttempt AcknowledgeComplaint { get; } =
        new("complaint-acknowledged", "To record that a complaint was acknowledged");

    public static AuditedAttempt Close { get; } = new("close", "To close a report");

    public static AuditedAttempt Reopen { get; } = new("reopen", "To reopen a report");

    public static AuditWords Words { get; } =
        new()
        {
            Attempts =
            [
                Report,
                FindByCode,
                Look,
                ListSpeakUp,
                See,
                Add,
                Withdraw,
                Acknowledge,
                TakeOn,
                Note,
                Describe,
                Grade,
                PassOn,
                ChangeActions,
                Decide,
                AcknowledgeComplaint,
                Close,
                Reopen,
            ],
            Reasons =
            [
                new("wrong-place", "The card was a copy."),
                new("own-report", "You had reported it yourself."),
                new("no-speak-up", "There was no one to send it to except the practice manager."),
            ],
        };
}
