namespace HartwoodPolicyBot.Core.QuestionLog;

/// <summary>What is kept of questions whose time is over: how many a day, and what became of them. No words.</summary>
public sealed class QuestionCount
{
    /// <summary>In <see cref="Section"/>: the questions themselves, whatever they were answered with.</summary>
    public const string Questions = "";

    /// <summary>In <see cref="Feedback"/>: nobody said.</summary>
    public const int NoFeedback = 0;

    /// <summary>In London.</summary>
    public DateOnly Day { get; init; }

    public AnswerVerdict Verdict { get; init; }

    /// <summary>A <see cref="AnswerFeedback"/>, or <see cref="NoFeedback"/>.</summary>
    public int Feedback { get; init; }

    /// <summary>A section that was quoted, or <see cref="Questions"/>. A question with three sections counts once in each row.</summary>
    public required string Section { get; init; }

    public int Count { get; set; }
}
