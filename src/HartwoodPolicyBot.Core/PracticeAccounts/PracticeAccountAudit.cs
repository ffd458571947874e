using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.PracticeAccounts;

/// <summary>Lists what the audit says of practice managers who look after the practice's accounts.</summary>
public static class PracticeAccountAudit
{
    public static AuditedAction Listed { get; } = new("accounts.list", "You put a practice account on the list.");

    public static AuditedAction Changed { get; } = new("accounts.change", "You changed a practice account on the list.");

    public static AuditedAction Removed { get; } = new("accounts.remove", "You took a practice account off the list.");

    public static AuditedAction Declined { get; } = new("accounts.decline", "You said no to a practice account.");

    public static AuditedAction Granted { get; } =
        new("accounts.grant", "You gave someone access to a practice account.", "You were given access to a practice account.");

    public static AuditedAction Refused { get; } =
        new("accounts.refuse", "You refused someone access to a practice account.", "You were refused access to a practice account.");

    public static AuditedAction TookAway { get; } =
        new(
            "accounts.take-away",
            "You took away someone's access to a practice account.",
            "Your access to a practice account was taken away."
        );

    public static AuditedAction ChangedHolder { get; } =
        new(
            "accounts.sign-in",
            "You changed who holds the sign-in of a practice account.",
            "Whether you hold the sign-in of a practice account was changed."
        );

    public static AuditedAction PasswordChanged { get; } =
        new(
            "accounts.password",
            "You recorded that a practice account's password was changed.",
            "A practice account's password was changed because you no longer use it."
        );

    public static AuditedAttempt Manage { get; } = new("accounts", "To look after the practice's accounts");

    public static AuditWords Words { get; } =
        new()
        {
            Actions = [Listed, Changed, Removed, Declined, Granted, Refused, TookAway, ChangedHolder, PasswordChanged],
            Attempts = [Manage],
        };
}
