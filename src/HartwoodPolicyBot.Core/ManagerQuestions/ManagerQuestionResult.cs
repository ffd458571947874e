using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>Represents a question as it is now, or a refusal.</summary>
/// <param name="Question">Null when there is none, or when the person may not see it.</param>
/// <param name="Refusal">Null when the request was carried out.</param>
public sealed record ManagerQuestionResult(ManagerQuestion? Question, Refusal? Refusal)
{
    /// <summary>What was masked in the text just written, such as "a phone number"; null when nothing was.</summary>
    public string? Hidden { get; init; }
}
