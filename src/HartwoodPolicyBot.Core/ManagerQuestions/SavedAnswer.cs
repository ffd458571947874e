namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// An answer of the practice manager's own, which the bot gives from now on to whoever asks the same. It is no policy, says
/// so, and never stands in place of a clause that answers.
/// </summary>
public sealed class SavedAnswer
{
    public const int LongestText = 4000;

    /// <summary>
    /// As many as one card has room for, to tick. Of a group that holds more the others stay unanswered, and the card
    /// says so.
    /// </summary>
    public const int MostWordings = 50;

    public Guid Id { get; init; }

    /// <summary>As the practice manager wrote it.</summary>
    public required string Text { get; set; }

    /// <summary>Who gave it, as others see them.</summary>
    public required string By { get; set; }

    /// <summary>Entra id.</summary>
    public required string ById { get; set; }

    /// <summary>When it was given, or changed last; UTC.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>One more with each change.</summary>
    public int Version { get; set; }

    /// <summary>How it was asked, masked; the first stands above the answer. At least one.</summary>
    public List<AnswerWording> Wordings { get; } = [];

    public string Question => Wordings.MinBy(wording => wording.Number)!.Text;
}

/// <summary>One way in which a question was asked.</summary>
public sealed class AnswerWording
{
    public Guid AnswerId { get; init; }

    /// <summary>From 1; the first is the question that stands above the answer.</summary>
    public int Number { get; init; }

    public required string Text { get; set; }
}
