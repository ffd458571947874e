using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Answers;

/// <summary>
/// Makes the message for an answer: the policy's clauses, a saved answer of the practice manager, or a refusal.
/// </summary>
internal sealed class AnswerMessages(
    PolicyLibrary library,
    AskedNext next,
    PublicAddress address,
    ManagerAccess managers,
    IEnumerable<AnswerNoteSource> notes,
    ChannelOptions channels,
    TimeProvider time
)
{
    private readonly AnswerNoteSource[] notes = [.. notes];

    /// <summary>The questions that were suggested to somebody lately. Nobody is offered the same three turn after turn.</summary>
    private readonly RecentByPerson<IReadOnlyList<string>> suggested = new(time);

    /// <summary>Returns whether the bot suggests this question: it is about a policy then, also if it sounds like a request.</summary>
    internal bool Suggests(string question) => next.Suggests(question);

    /// <param name="turn">The turn of whoever reads the answer.</param>
    /// <param name="answer">The answer that was found.</param>
    /// <param name="feedback">The asker's feedback; null until they give it.</param>
    /// <param name="toManager">True if the answer goes into a thread that a practice manager reads.</param>
    /// <param name="cancellationToken">Stops the message.</param>
    internal async Task<TeamsActivity> ForAsync(
        ITurn turn,
        PolicyAnswer answer,
        AnswerFeedback? feedback = null,
        bool toManager = false,
        CancellationToken cancellationToken = default
    ) =>
        !answer.IsRefusal
            ? AnswerCard.Message(
                answer,
                library,
                Suggestions(turn, answer, feedback),
                address,
                feedback,
                answer.IsAboutTheManager
                    ? SpeakUpOffer.Note(answer, channels)
                    : await NoteAsync(turn, answer.Cited[0].Section, cancellationToken),
                ReaderOf(turn, toManager)
            )
        : answer.IsAboutTheManager ? SpeakUpOffer.Message(answer, channels)
        : answer.FromManager.Same is null
            ? RefusalCard.Message(answer with { Asked = LoggedQuestion.Masked(answer.Asked, time) }, library, ReaderOf(turn, toManager))
        : SavedAnswerCard.Message(answer, library, feedback);

    /// <summary>Says whether the answer goes to a practice manager in their own chat, who can write answers.</summary>
    public bool IsToManager(ITurn turn) => ReaderOf(turn, toManager: false) == AnswerReader.Manager;

    private AnswerReader ReaderOf(ITurn turn, bool toManager) =>
        toManager ? AnswerReader.ManagerInThread
        : Sender.IsPersonal(turn) && managers.IsPracticeManager(turn) ? AnswerReader.Manager
        : AnswerReader.Staff;

    private async Task<AnswerNote?> NoteAsync(ITurn turn, PolicySection section, CancellationToken cancellationToken)
    {
        foreach (var source in notes)
        {
            if (await source.Find(turn, section, cancellationToken) is { } note)
            {
                return note;
            }
        }

        return null;
    }

    /// <summary>Returns what to ask next. A card that only takes up feedback shows again what it showed.</summary>
    private IReadOnlyList<string> Suggestions(ITurn turn, PolicyAnswer answer, AnswerFeedback? feedback)
    {
        var all = next.After(answer.Cited[0], answer.Asked);
        if (feedback is not null)
        {
            return all;
        }

        var before = suggested.Find(turn.Activity) ?? [];
        var fresh = all.Where(question => !before.Contains(question)).Take(AnswerCard.MostAskedNext).ToList();
        suggested.Remember(turn.Activity, [.. before, .. fresh]);
        return fresh;
    }
}
