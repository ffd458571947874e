using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// Represents a question that somebody sent to the practice manager, because the bot refused it or its answer did not help.
/// </summary>
public sealed class ManagerQuestion
{
    public const int LongestLine = 500;
    public const int LongestName = 200;

    public Guid Id { get; init; }

    /// <summary>
    /// The id of the question in the log. After erasure, it matches nothing there. One person sends a question once, even with
    /// several taps.
    /// </summary>
    public Guid QuestionId { get; set; }

    /// <summary>The asker's Entra id, in lower case. The answer goes to them.</summary>
    public required string AskerId { get; set; }

    /// <summary>The asker's name, given by Teams.</summary>
    public required string AskerName { get; set; }

    /// <summary>The time of asking, in UTC like all times here.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The question, masked like all text here.</summary>
    public required string Text { get; set; }

    /// <summary>What the asker added for the practice manager.</summary>
    public string? Line { get; set; }

    /// <summary>Says whether the bot had quoted sections that did not help. If not, the bot had refused the question.</summary>
    public bool WasAnswered { get; init; }

    /// <summary>The ids of the sections that the bot had offered, with spaces between them.</summary>
    public required string Offered { get; init; }

    /// <summary>The version, which grows with each change. Of two simultaneous changes, the second fails.</summary>
    public int Version { get; set; }

    /// <summary>The practice manager's answer; null while the question is open.</summary>
    public string? Answer { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>The Entra id of the practice manager who answered.</summary>
    public string? AnsweredById { get; set; }

    public string? AnsweredBy { get; set; }

    /// <summary>
    /// The id of the act that answered this question, perhaps with a whole group. Somebody who asked several of them gets one
    /// message.
    /// </summary>
    public Guid? AnsweredTogether { get; set; }

    /// <summary>
    /// The id of the saved answer that was made from this question, even if it was corrected later; null when none was made.
    /// </summary>
    public Guid? GivenAs { get; set; }

    /// <summary>The time when the asker withdrew the question, or had it erased after the answer. Their words are then gone.</summary>
    public DateTimeOffset? TakenBackAt { get; set; }

    public bool IsOpen => Answer is null && TakenBackAt is null;

    /// <summary>Selects the open questions, in the sense of <see cref="IsOpen"/>.</summary>
    internal static IQueryable<ManagerQuestion> OpenIn(HartwoodDbContext database) =>
        database.ManagerQuestions.Where(row => row.Answer == null && row.TakenBackAt == null);

    /// <summary>
    /// Erases the words and the link to the log. The asker's id stays, so that the asker can see that the question is
    /// withdrawn.
    /// </summary>
    internal void Withdraw(DateTimeOffset now) => (Text, Line, QuestionId, TakenBackAt) = ("", null, Guid.NewGuid(), now);

    /// <summary>Erases who asked and what they asked. The answer stays, because it is the practice manager's.</summary>
    internal void Erase(DateTimeOffset now)
    {
        Withdraw(now);
        (AskerId, AskerName, Version) = ($"erased:{Id:N}", PersonNames.Unknown, Version + 1);
    }
}
