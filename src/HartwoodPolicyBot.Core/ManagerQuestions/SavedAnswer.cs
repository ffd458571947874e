namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// Represents a practice manager's answer that the bot gives again when somebody asks the same. It is not part of a policy, says so,
/// and never replaces a clause that answers.
/// </summary>
public sealed class SavedAnswer
{
    public const int LongestText = 4000;

    /// <summary>
    /// The number of wordings that fit on one card as tick boxes. In a larger group, the others stay unanswered, and the card
    /// says so.
    /// </summary>
    public const int MostWordings = 50;

    public Guid Id { get; init; }

    /// <summary>The answer as the practice manager wrote it.</summary>
    public required string Text { get; set; }

    /// <summary>The name of the practice manager who gave it, as others see it.</summary>
    public required string By { get; set; }

    /// <summary>The Entra id of the practice manager who gave it.</summary>
    public required string ById { get; set; }

    /// <summary>The time when it was given or last changed, in UTC.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The version, which grows with each change.</summary>
    public int Version { get; set; }

    /// <summary>
    /// The ways in which the question was asked, masked. There is at least one, and the first is shown above the answer.
    /// </summary>
    public List<AnswerWording> Wordings { get; } = [];

    public string Question => Wordings.MinBy(wording => wording.Number)!.Text;

    /// <summary>Returns the wordings that are not shown above the answer, in their order.</summary>
    public IReadOnlyList<AnswerWording> OtherWordings() => [.. Wordings.OrderBy(wording => wording.Number).Skip(1)];
}

/// <summary>Represents one way in which a question was asked.</summary>
public sealed class AnswerWording
{
    public Guid AnswerId { get; init; }

    /// <summary>The number, from 1. Number 1 is the question that is shown above the answer.</summary>
    public int Number { get; init; }

    public required string Text { get; set; }
}
