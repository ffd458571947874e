using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>
/// Holds the actions on questions and answers that only practice managers may take. The audit code of each is its button's
/// verb.
/// </summary>
internal static class ManagerQuestionAttempts
{
    public static AuditedAttempt Question { get; } = new(ManagerQuestionVerbs.Question, "To open a question to the practice manager");

    public static AuditedAttempt Send { get; } = new(ManagerQuestionVerbs.Send, "To answer a question to the practice manager");

    public static AuditedAttempt GiveAlways { get; } =
        new(ManagerQuestionVerbs.GiveAlways, "To have me give an answer to everyone who asks");

    public static AuditedAttempt Unanswered { get; } = new(ManagerQuestionVerbs.Unanswered, "To see questions that have no answer");

    public static AuditedAttempt Group { get; } = new(ManagerQuestionVerbs.Group, "To see questions that have no answer");

    public static AuditedAttempt AnswerGroup { get; } = new(ManagerQuestionVerbs.AnswerGroup, "To answer questions that have no answer");

    public static AuditedAttempt DismissGroup { get; } = new(ManagerQuestionVerbs.DismissGroup, "To dismiss questions that need no answer");

    public static AuditedAttempt List { get; } = new(ManagerQuestionVerbs.List, "To see the answers that I give");

    public static AuditedAttempt Find { get; } = new(ManagerQuestionVerbs.Find, "To find an answer that I give");

    public static AuditedAttempt See { get; } = new(ManagerQuestionVerbs.See, "To see an answer that I give");

    public static AuditedAttempt New { get; } = new(ManagerQuestionVerbs.New, "To write an answer for me to give");

    public static AuditedAttempt Add { get; } = new(ManagerQuestionVerbs.Add, "To add an answer that I give");

    public static AuditedAttempt Change { get; } = new(ManagerQuestionVerbs.Change, "To change an answer that I give");

    public static AuditedAttempt Save { get; } = new(ManagerQuestionVerbs.Save, "To change an answer that I give");

    public static AuditedAttempt RemoveForm { get; } = new(ManagerQuestionVerbs.RemoveForm, "To remove an answer that I give");

    public static AuditedAttempt Remove { get; } = new(ManagerQuestionVerbs.Remove, "To remove an answer that I give");

    public static AuditWords Words { get; } =
        new()
        {
            Attempts =
            [
                Question,
                Send,
                GiveAlways,
                Unanswered,
                Group,
                AnswerGroup,
                DismissGroup,
                List,
                Find,
                See,
                New,
                Add,
                Change,
                Save,
                RemoveForm,
                Remove,
            ],
        };
}
