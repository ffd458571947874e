using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Routing;

/// <summary>What only practice managers may do. Asked again at every message and click; what is refused is in the audit.</summary>
public sealed class ManagerAccess(StaffOptions staff, Audit audit)
{
    private static readonly Refusal NotAllowed = new(
        RefusalKind.NotAllowed,
        "not-allowed",
        "Only a practice manager can do that. Nothing was changed."
    );

    private static readonly Refusal NotHere = new(
        RefusalKind.NotAllowed,
        "not-here",
        "That shows names. Please ask in your private chat with me."
    );

    /// <summary>What a practice manager's click leads to; anybody else's is refused.</summary>
    public async Task<ClickAnswer> ClickedAsync(
        ITurn turn,
        AuditedAttempt what,
        bool inOwnChat,
        Func<Task<ClickAnswer>> answer,
        CancellationToken cancellationToken
    ) => await RefusalAsync(turn, what, inOwnChat, cancellationToken) is { } refused ? new ClickAnswer.Refused(refused) : await answer();

    /// <summary>Returns why the sender may not; null when they may.</summary>
    /// <param name="turn">Whose sender asks.</param>
    /// <param name="what">What they want to do, for the audit.</param>
    /// <param name="inOwnChat">It shows what others in a channel or group must not see.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<Refusal?> RefusalAsync(ITurn turn, AuditedAttempt what, bool inOwnChat, CancellationToken cancellationToken)
    {
        var person = Sender.IdOf(turn);
        if (!staff.IsPracticeManager(person))
        {
            await audit.RefusedAsync(person, what, NotAllowed, null, cancellationToken);
            return NotAllowed;
        }

        return inOwnChat && !Sender.IsPersonal(turn) ? NotHere : null;
    }
}
