using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.PracticeAccounts;

/// <summary>Represents an account with who may use it and when somebody last looked at it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Access">Everybody who has asked for access or has had it, by name.</param>
/// <param name="LastLook">The last look at it; null if no one has looked yet.</param>
/// <param name="Leavers">The ids of the people among them who are marked as having left.</param>
public sealed record PracticeAccountView(
    PracticeAccount Account,
    IReadOnlyList<AccountAccess> Access,
    AccountLook? LastLook,
    IReadOnlySet<string> Leavers
)
{
    /// <summary>Returns the people who may post with it.</summary>
    public IEnumerable<AccountAccess> MayPost =>
        Access.Where(access => access.State == AccessState.Granted && !Leavers.Contains(access.PersonId));

    public IEnumerable<AccountAccess> Holders => MayPost.Where(access => access.HoldsSignIn);

    /// <summary>Returns those whose going means that the password must be changed.</summary>
    public IEnumerable<AccountAccess> PasswordsToChange =>
        Access.Where(access =>
            AccessSteps.IsPossible(AccessStep.PasswordChanged, AccessReading.Of(access), Leavers.Contains(access.PersonId))
        );

    public AccountAccess? Of(PersonId personId) => Access.FirstOrDefault(access => access.PersonId == personId.Value);

    /// <summary>Says whether the account was on the list before this month, and nobody has looked at it this month.</summary>
    public bool IsToLookAt(DateOnly today) => IsMissing(AccountLooks.MonthOf(today));

    /// <summary>Says whether nobody looked at it last month either.</summary>
    public bool IsLate(DateOnly today) => IsToLookAt(today) && IsMissing(AccountLooks.MonthOf(today).AddMonths(-1));

    private bool IsMissing(DateOnly month) => Account.ListedAt is { } at && PracticeTime.DateOf(at) < month && !(LastLook?.Month >= month);
}

/// <summary>Holds what waits for a practice manager.</summary>
/// <param name="Accounts">Accounts that somebody asked for or reported, oldest first.</param>
/// <param name="Access">Requests for access, each with its account, oldest first.</param>
public sealed record PracticeAccountRequests(
    IReadOnlyList<PracticeAccount> Accounts,
    IReadOnlyList<(PracticeAccount Account, AccountAccess Access)> Access
)
{
    public int Count => Accounts.Count + Access.Count;
}
