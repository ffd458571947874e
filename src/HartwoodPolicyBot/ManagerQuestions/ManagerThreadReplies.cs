using HartwoodPolicyBot.Channels;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>
/// Helps when a practice manager writes in the thread of a question instead of on its card, so that the asker would not get it.
/// The bot answers with the question's card and the text filled in, ready to send.
/// </summary>
internal sealed class ManagerThreadReplies(
    IncidentsChannelAccess channel,
    StaffOptions staff,
    ManagerQuestionLookup questions,
    ManagerQuestionCards cards
)
{
    /// <summary>Returns whether a practice manager wrote this in the incidents channel.</summary>
    public async Task<bool> IsOfAsync(ITurn turn, CancellationToken cancellationToken) =>
        staff.ActsAsManager(Sender.IdOf(turn)) && await channel.IsOfAsync(turn.Activity, cancellationToken);

    /// <summary>
    /// Returns the card of the question in whose thread the text was written, with the text filled in; null outside such a
    /// thread.
    /// </summary>
    public async Task<TeamsActivity?> CardForReplyAsync(ITurn turn, string text, CancellationToken cancellationToken) =>
        await questions.OfThreadAsync(turn.Activity.Conversation!.Id!, cancellationToken) is { } question
            ? await cards.ForManagerAsync(
                question,
                question.IsOpen ? ManagerQuestionRefusals.InThread : ManagerQuestionRefusals.InSettledThread,
                new(text, null),
                inOwnChat: false,
                cancellationToken
            )
            : null;
}
