using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>Lists the kinds and keys of what is delivered about questions to the practice manager.</summary>
public static class ManagerQuestionDeliveryKinds
{
    /// <summary>The card in the practice manager's channel.</summary>
    public const string Card = "question";

    /// <summary>The answer, in the asker's chat.</summary>
    public const string Answer = "question-answer";

    /// <summary>A word to a practice manager: a question has come, and no channel is set.</summary>
    public const string NoChannel = "question-no-channel";

    /// <summary>A reminder in the thread of the card.</summary>
    public const string Nudge = "question-nudge";

    /// <summary>Each kind with its words for people.</summary>
    public static IReadOnlyList<DeliveryKind> All { get; } =
    [
        new(Card, "Question to the practice manager"),
        new(Answer, "Answer to your question"),
        new(NoChannel, "Question waiting for a channel"),
        new(Nudge, "Reminder about an unanswered question"),
    ];

    /// <summary>More than there are states of a delivery.</summary>
    private const int StatesOfAnswer = 8;

    public static string CardKey(Id<ManagerQuestion> question) => $"{Card}:{question:N}";

    /// <summary>
    /// What a card shows, as one number: the question's version, and how far its answer had come. The outbox keeps it of
    /// each card.
    /// </summary>
    /// <param name="version">The question's.</param>
    /// <param name="answer">Null where there is none, or it does not matter: every card of this version shows as much.</param>
    public static int CardVersion(int version, DeliveryState? answer = null) =>
        (version * StatesOfAnswer) + (answer is { } state ? (int)state : 0);

    /// <summary>One for each person and act of answering, however many of their questions it answers.</summary>
    public static string AnswerKey(Guid together, PersonId personId) => $"{Answer}:{together:N}:{personId}";

    public static string NoChannelKey(Id<ManagerQuestion> question, PersonId manager) => $"{NoChannel}:{question:N}:{manager}";

    /// <summary>
    /// Has the messages edited that show a withdrawn or deleted question beside its card: to a practice manager's own chat, and the
    /// reminder in the thread. Does nothing for any other question.
    /// </summary>
    internal static async Task EraseNoticesAsync(
        HartwoodDbContext database,
        Outbox outbox,
        ManagerQuestion question,
        CancellationToken cancellationToken
    )
    {
        if (question.TakenBackAt is not null)
        {
            var id = question.Id;
            await outbox.PlanUpdateAsync(
                database,
                database.Deliveries.Where(row => row.Subject == id && (row.Kind == NoChannel || row.Kind == Nudge)),
                question.Version,
                cancellationToken
            );
        }
    }

    public static string NudgeKey(Id<ManagerQuestion> question) => $"{Nudge}:{question:N}";
}
