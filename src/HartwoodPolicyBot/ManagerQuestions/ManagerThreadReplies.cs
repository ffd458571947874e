using HartwoodPolicyBot.Channels;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>
/// What a practice manager writes in their channel is often meant for somebody who asked, and would not reach them: in the
/// thread of a question it comes back in that question's box, a tap away from being sent.
/// </summary>
public sealed class ManagerThreadReplies(
    IncidentsChannelAccess channel,
    StaffOptions staff,
    ManagerQuestionLookup questions,
    ManagerQuestionCards cards
)
{
    /// <summary>Does a practice manager write this in their channel?</summary>
    public async Task<bool> IsOfAsync(ITurn turn, CancellationToken cancellationToken) =>
        staff.IsPracticeManager(Sender.IdOf(turn)) && await channel.IsOfAsync(turn.Activity, cancellationToken);

    /// <summary>
    /// The card of the question in whose thread it was written, with what was written in its box; null outside such a
    /// thread.
    /// </summary>
    public async Task<TeamsActivity?> MeantForAskerAsync(ITurn turn, string text, CancellationToken cancellationToken) =>
        await questions.OfThreadAsync(turn.Activity.Conversation!.Id!, cancellationToken) is { } question
            ? await cards.ForManagerAsync(
                question,
                question.IsOpen ? ManagerQuestionRefusals.InThread : ManagerQuestionRefusals.InSettledThread,
                new(text, null),
                cancellationToken
            )
            : null;
}
