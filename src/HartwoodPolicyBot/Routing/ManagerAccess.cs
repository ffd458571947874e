using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Routing;

/// <summary>
/// Checks that the sender is a practice manager or a deputy. It is asked again at every message and click, and writes each refusal to the
/// audit.
/// </summary>
internal sealed class ManagerAccess(StaffOptions staff, Audit audit)
{
    private static readonly Refusal NotAllowed = new(
        RefusalKind.NotAllowed,
        "not-allowed",
        "Sorry, that's only for practice managers. Please ask yours if you need it."
    );

    private static readonly Refusal NotHere = new(
        RefusalKind.NotAllowed,
        "not-here",
        "That would show people's names here. Please ask me in our private chat instead."
    );

    /// <summary>Answers a practice manager's click with <paramref name="answer"/>, and refuses anybody else's.</summary>
    public async Task<ClickAnswer> ClickedAsync(
        ITurn turn,
        AuditedAttempt what,
        bool inOwnChat,
        Func<Task<ClickAnswer>> answer,
        CancellationToken cancellationToken
    ) => await RefusalAsync(turn, what, inOwnChat, cancellationToken) is { } refused ? new ClickAnswer.Refused(refused) : await answer();

    /// <summary>
    /// Makes the verb of a button that practice managers have in their own chat. Each click is checked again, before
    /// <paramref name="answer"/> runs.
    /// </summary>
    public CardVerb Verb(string verb, AuditedAttempt what, Func<ITurn, CardClick, CancellationToken, Task<ClickAnswer>> answer) =>
        new(verb, (turn, click, cancel) => ClickedAsync(turn, what, inOwnChat: true, () => answer(turn, click, cancel), cancel));

    /// <summary>Makes such a verb, whose answer is a card in the place of the one that was clicked.</summary>
    public CardVerb VerbInPlace(string verb, AuditedAttempt what, Func<ITurn, CardClick, CancellationToken, Task<TeamsActivity>> card) =>
        Verb(verb, what, async (turn, click, cancel) => new ClickAnswer.InPlace(await card(turn, click, cancel)));

    /// <summary>
    /// Returns whether the sender may do what a practice manager may. A "no" is not written to the audit, so this is only for
    /// showing somebody else something else.
    /// </summary>
    public bool IsManager(ITurn turn) => staff.ActsAsManager(Sender.IdOf(turn));

    /// <summary>Returns whether the sender is a practice manager, and so has nobody to send a question to. A deputy has.</summary>
    public bool IsPracticeManager(ITurn turn) => IsManager(turn) && !staff.IsDeputy(Sender.IdOf(turn));

    /// <summary>
    /// Returns the message for somebody who typed a command to look at something, and may not, or not here; null if they may. They
    /// changed nothing and had no button for it, so that a slip isn't written to the audit.
    /// </summary>
    /// <param name="turn">The turn whose sender is checked.</param>
    /// <param name="command">The command, which is ready to be sent in the private chat if this is another place.</param>
    /// <param name="inOwnChat">True if the answer shows something that others in a channel or group must not see.</param>
    /// <param name="otherwise">The buttons for what the sender may look at.</param>
    public TeamsActivity? LookRefused(ITurn turn, string command, bool inOwnChat, params IReadOnlyList<AdaptiveAction> otherwise) =>
        !staff.ActsAsManager(Sender.IdOf(turn)) ? SmallTalkCards.Leading(NotAllowed.Sentence, otherwise)
        : inOwnChat && !Sender.IsPersonal(turn) ? SmallTalkCards.Leading(NotHere.Sentence, PrivateChat.Button(turn, command))
        : null;

    /// <summary>Returns why the sender may not do this; null if they may.</summary>
    /// <param name="turn">The turn whose sender is checked.</param>
    /// <param name="what">What they want to do, for the audit.</param>
    /// <param name="inOwnChat">True if the answer shows something that others in a channel or group must not see.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<Refusal?> RefusalAsync(ITurn turn, AuditedAttempt what, bool inOwnChat, CancellationToken cancellationToken)
    {
        var person = Sender.IdOf(turn);
        if (!staff.ActsAsManager(person))
        {
            await audit.RefusedAsync(person, what, NotAllowed, null, cancellationToken);
            return NotAllowed;
        }

        return inOwnChat && !Sender.IsPersonal(turn) ? NotHere : null;
    }
}
