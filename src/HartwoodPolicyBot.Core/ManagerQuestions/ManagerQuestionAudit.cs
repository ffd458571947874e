using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>What the audit says of practice managers who answer questions.</summary>
public static class ManagerQuestionAudit
{
    public static AuditedAction Answered { get; } = new("question.answer", "You answered a question.");

    public static AuditedAction SetAside { get; } = new("gaps.set-aside", "You put questions away that need no answer.");

    public static AuditedAction Added { get; } = new("answers.add", "You added an answer that I give.");

    public static AuditedAction Changed { get; } = new("answers.change", "You changed an answer that I give.");

    public static AuditedAction Removed { get; } = new("answers.remove", "You removed an answer that I gave.");

    public static AuditWords Words { get; } = new() { Actions = [Answered, SetAside, Added, Changed, Removed] };
}
