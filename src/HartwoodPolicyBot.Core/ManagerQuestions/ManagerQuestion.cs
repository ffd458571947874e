using HartwoodPolicyBot.Core.Storage;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>A question that somebody sent on to the practice manager, because the bot refused it or its answer did not help.</summary>
public sealed class ManagerQuestion
{
    public const int LongestLine = 500;
    public const int LongestName = 200;

    public Guid Id { get; init; }

    /// <summary>The question in the log; none in it any more once it is erased. One person sends it once, however often they tap.</summary>
    public Guid QuestionId { get; set; }

    /// <summary>Entra id, in lower case: to whom the answer goes.</summary>
    public required string AskerId { get; set; }

    /// <summary>As Teams gives it.</summary>
    public required string AskerName { get; set; }

    /// <summary>UTC, as all times here.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>What was asked, masked, like all text here.</summary>
    public required string Text { get; set; }

    /// <summary>What the asker added for the practice manager.</summary>
    public string? Line { get; set; }

    /// <summary>Did the bot quote something that did not help? Otherwise it found nothing.</summary>
    public bool WasAnswered { get; init; }

    /// <summary>What the bot had offered: ids of sections, with spaces between.</summary>
    public required string Offered { get; init; }

    /// <summary>One more with each change; of two changes at once, the second finds it taken.</summary>
    public int Version { get; set; }

    /// <summary>As the practice manager wrote it; null while it is open.</summary>
    public string? Answer { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Entra id.</summary>
    public string? AnsweredById { get; set; }

    public string? AnsweredBy { get; set; }

    /// <summary>What was answered by one act, such as a whole group: whoever asked more than one of it gets one message.</summary>
    public Guid? AnsweredTogether { get; set; }

    /// <summary>
    /// The answer that the bot gives from now on because of this one, also after it was corrected; null when it became
    /// none.
    /// </summary>
    public Guid? GivenAs { get; set; }

    /// <summary>When the asker took it back, or had it erased after the answer; their words are gone then.</summary>
    public DateTimeOffset? TakenBackAt { get; set; }

    public bool IsOpen => Answer is null && TakenBackAt is null;

    /// <summary>All that are open, as <see cref="IsOpen"/> has it.</summary>
    internal static IQueryable<ManagerQuestion> OpenIn(HartwoodDbContext database) =>
        database.ManagerQuestions.Where(row => row.Answer == null && row.TakenBackAt == null);

    /// <summary>The words go, and what leads to them in the log; who asked stays, so that they find it taken back.</summary>
    internal void TakeBack(DateTimeOffset now) => (Text, Line, QuestionId, TakenBackAt) = ("", null, Guid.NewGuid(), now);

    /// <summary>Nothing of who asked and what stays; the answer does, it is the practice manager's.</summary>
    internal void Erase(DateTimeOffset now)
    {
        TakeBack(now);
        (AskerId, AskerName, Version) = ($"erased:{Id:N}", "A member of staff", Version + 1);
    }
}
