using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.ManagerQuestions;

namespace HartwoodPolicyBot.TaughtPhrasings;

/// <summary>
/// Holds the actions on taught questions that only practice managers may take. The audit code of each is its button's verb.
/// </summary>
internal static class TaughtPhrasingAttempts
{
    public static AuditedAttempt Open { get; } = new(ManagerQuestionVerbs.TeachGroup, "To teach me which section answers a question");

    public static AuditedAttempt Choose { get; } = new(TaughtPhrasingVerbs.Choose, "To teach me which section answers a question");

    public static AuditedAttempt Teach { get; } = new(TaughtPhrasingVerbs.Teach, "To teach me which section answers a question");

    public static AuditedAttempt List { get; } = new(TaughtPhrasingVerbs.List, "To see what I've been taught");

    public static AuditedAttempt See { get; } = new(TaughtPhrasingVerbs.See, "To see what I've been taught");

    public static AuditedAttempt Undo { get; } = new(TaughtPhrasingVerbs.Undo, "To undo what I've been taught");

    public static AuditWords Words { get; } = new() { Attempts = [Open, Choose, Teach, List, See, Undo] };
}
