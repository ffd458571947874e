using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Routing;

/// <summary>What only practice managers may do. Asked again at every message and click; what is refused is in the audit.</summary>
public sealed class ManagerAccess(StaffOptions staff, Audit audit)
{
    public const string NotAllowed = "Only a practice manager can do that. Nothing was changed.";
    public const string NotHere = "That shows names. Please ask in your private chat with me.";

    /// <summary>What a practice manager's click leads to; anybody else's is refused.</summary>
    public async Task<ClickAnswer> ClickedAsync(
        ITurn turn,
        string what,
        bool inOwnChat,
        Func<Task<ClickAnswer>> answer,
        CancellationToken cancellationToken
    ) =>
        await RefusalAsync(turn, what, inOwnChat, cancellationToken) is { } refused
            ? new ClickAnswer.Refused(StatusCodes.Status403Forbidden, refused)
            : await answer();

    /// <summary>The sentence to refuse with; null when the sender may.</summary>
    /// <param name="turn">Whose sender asks.</param>
    /// <param name="what">A short code for the audit, such as "gaps".</param>
    /// <param name="inOwnChat">It shows what others in a channel or group must not see.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<string?> RefusalAsync(ITurn turn, string what, bool inOwnChat, CancellationToken cancellationToken)
    {
        var person = Sender.IdOf(turn);
        if (!staff.IsPracticeManager(person))
        {
            await audit.RefusedAsync(person, what, "not-allowed", null, cancellationToken);
            return NotAllowed;
        }

        return inOwnChat && !Sender.IsPersonal(turn) ? NotHere : null;
    }
}
