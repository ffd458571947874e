using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>Lists what the audit says of practice managers who answer questions.</summary>
public static class ManagerQuestionAudit
{
    public static AuditedAction Answered { get; } = new("question.answer", "You answered a question.");

    public static AuditedAction Dismissed { get; } = new("gaps.set-aside", "You dismissed questions.");

    public static AuditedAction Added { get; } = new("answers.add", "You added a saved answer.");

    public static AuditedAction Changed { get; } = new("answers.change", "You changed a saved answer.");

    public static AuditedAction Removed { get; } = new("answers.remove", "You deleted a saved answer.");

    public static AuditWords Words { get; } = new() { Actions = [Answered, Dismissed, Added, Changed, Removed] };
}
