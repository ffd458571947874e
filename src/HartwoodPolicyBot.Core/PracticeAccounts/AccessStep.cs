using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.PracticeAccounts;

/// <summary>Names what a practice manager can decide about somebody's access to an account.</summary>
public enum AccessStep
{
    Grant = 1,
    Refuse = 2,
    TakeAway = 3,

    /// <summary>They look after the password and the second factor.</summary>
    HoldSignIn = 4,

    /// <summary>They no longer do.</summary>
    HoldNoSignIn = 5,

    /// <summary>The password is changed, so they can no longer sign in.</summary>
    PasswordChanged = 6,
}

/// <summary>Says which steps are possible, and what each changes.</summary>
public static class AccessSteps
{
    /// <summary>Says whether a step is possible for somebody's access as it is.</summary>
    /// <param name="step">The step.</param>
    /// <param name="access">The access.</param>
    /// <param name="hasLeft">Whether the person is marked as having left.</param>
    public static bool IsPossible(AccessStep step, AccessReading access, bool hasLeft) =>
        step switch
        {
            AccessStep.Grant => access.State != AccessState.Granted && !hasLeft,
            AccessStep.Refuse => access.State == AccessState.Asked,
            AccessStep.TakeAway => access.State == AccessState.Granted,
            AccessStep.HoldSignIn => access is { State: AccessState.Granted, HoldsSignIn: false } && !hasLeft,
            AccessStep.HoldNoSignIn => access is { State: AccessState.Granted, HoldsSignIn: true },
            AccessStep.PasswordChanged => access.PasswordToChange || (hasLeft && access.State == AccessState.Granted),
            _ => false,
        };

    /// <summary>Returns the access after a step that is possible.</summary>
    public static AccessReading After(AccessStep step, AccessReading access) =>
        step switch
        {
            // Whoever has the access again may know the password.
            AccessStep.Grant => new(AccessState.Granted, access.HoldsSignIn, PasswordToChange: false),
            AccessStep.Refuse => access with { State = AccessState.Refused },
            AccessStep.TakeAway => new(AccessState.TakenAway, HoldsSignIn: false, PasswordToChange: true),
            AccessStep.HoldSignIn => access with { HoldsSignIn = true },
            AccessStep.HoldNoSignIn => access with { HoldsSignIn = false },
            AccessStep.PasswordChanged => access.State == AccessState.Granted
                ? new(AccessState.TakenAway, HoldsSignIn: false, PasswordToChange: false)
                : access with
                {
                    PasswordToChange = false,
                },
            _ => access,
        };

    /// <summary>Says whether the person is told of a step.</summary>
    public static bool IsTold(AccessStep step) => step is AccessStep.Grant or AccessStep.Refuse or AccessStep.TakeAway;

    public static AuditedAction ActionOf(AccessStep step) =>
        step switch
        {
            AccessStep.Grant => PracticeAccountAudit.Granted,
            AccessStep.Refuse => PracticeAccountAudit.Refused,
            AccessStep.TakeAway => PracticeAccountAudit.TookAway,
            AccessStep.PasswordChanged => PracticeAccountAudit.PasswordChanged,
            _ => PracticeAccountAudit.ChangedHolder,
        };
}

/// <summary>Holds what a step reads and changes of somebody's access.</summary>
public sealed record AccessReading(AccessState State, bool HoldsSignIn, bool PasswordToChange)
{
    public static AccessReading Of(AccountAccess access) => new(access.State, access.HoldsSignIn, access.PasswordToChange);
}
