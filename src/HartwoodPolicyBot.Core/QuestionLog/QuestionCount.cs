namespace HartwoodPolicyBot.Core.QuestionLog;

/// <summary>
/// Counts the questions of one day after they are deleted: how many there were, and how they were answered. It holds no
/// words.
/// </summary>
public sealed class QuestionCount
{
    /// <summary>The value of <see cref="Section"/> in the row that counts the questions themselves, with or without an answer.</summary>
    public const string Questions = "";

    /// <summary>The value of <see cref="Feedback"/> for questions without feedback.</summary>
    public const int NoFeedback = 0;

    /// <summary>The day in London.</summary>
    public DateOnly Day { get; init; }

    public AnswerVerdict Verdict { get; init; }

    /// <summary>An <see cref="AnswerFeedback"/>, or <see cref="NoFeedback"/>.</summary>
    public int Feedback { get; init; }

    /// <summary>A quoted section, or <see cref="Questions"/>. A question with three sections is counted once in the row of each.</summary>
    public required string Section { get; init; }

    public int Count { get; set; }
}
