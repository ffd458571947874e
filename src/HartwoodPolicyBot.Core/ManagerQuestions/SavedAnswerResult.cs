using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>Represents a saved answer, or the refusal that says why it was not made or changed.</summary>
public sealed record SavedAnswerResult(SavedAnswer? Answer, Refusal? Refusal);
