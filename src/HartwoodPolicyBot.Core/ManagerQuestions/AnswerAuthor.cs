using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>The practice manager who writes: their id, given by Teams, and the name that others see.</summary>
public sealed record AnswerAuthor(PersonId Id, string Name);
