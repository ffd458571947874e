namespace HartwoodPolicyBot.Core.Policies.Answers;

/// <summary>Kinds and keys of what is delivered about questions to the practice manager.</summary>
public static class QuestionKeys
{
    /// <summary>The card in the practice manager's channel.</summary>
    public const string Card = "question";

    /// <summary>The answer, in the asker's chat.</summary>
    public const string Answer = "question-answer";

    public static string CardKey(Guid question) => $"{Card}:{question:N}";

    /// <summary>One for each person and act of answering, however many of their questions it answers.</summary>
    public static string AnswerKey(Guid together, string personId) => $"{Answer}:{together:N}:{personId}";
}
