using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.PracticeAccounts;

/// <summary>Makes the refusals about practice accounts.</summary>
public static class PracticeAccountRefusals
{
    public static Refusal Unknown { get; } =
        new(RefusalKind.NotFound, "unknown", "I can't find that account. “Accounts” has the list.", "accounts");

    public static Refusal NoSuchPerson { get; } =
        new(RefusalKind.NotFound, "no-such-person", "I can't find that person. Please open the account again.", "accounts");

    public static Refusal NotAllowed { get; } =
        new(RefusalKind.NotAllowed, "not-allowed", "Sorry, only a practice manager can do that. You can ask for access instead.");

    /// <summary>A deputy wants to decide about their own access or request.</summary>
    public static Refusal AboutYourself { get; } =
        new(RefusalKind.NotAllowed, "about-yourself", "That's about you, so the practice manager or another deputy has to decide it.");

    public static Refusal PlatformMissing { get; } =
        new(RefusalKind.BadInput, "platform-missing", "Please say where the account is, such as Instagram.");

    public static Refusal NameMissing { get; } =
        new(RefusalKind.BadInput, "name-missing", "Please give the account's name, as people see it there.");

    public static Refusal PurposeMissing { get; } =
        new(RefusalKind.BadInput, "purpose-missing", "Please say what the account is for, in a few words.");

    public static Refusal WhyMissing { get; } =
        new(RefusalKind.BadInput, "why-missing", "Please say why, in a few words. The practice manager will see it.");

    public static Refusal KnownMissing { get; } =
        new(RefusalKind.BadInput, "known-missing", "Please say what you know about it, in a few words. The practice manager will see it.");

    public static Refusal TooLong { get; } =
        new(RefusalKind.BadInput, "too-long", "That's too long. Please shorten it, and send it again.");

    public static Refusal OnTheList { get; } =
        new(RefusalKind.Conflict, "on-the-list", "That account is already on the list. “Accounts” shows it.", "accounts");

    public static Refusal AskedAlready { get; } =
        new(RefusalKind.Conflict, "asked-already", "You've already asked for that. I'll tell you what the practice manager decides.");

    public static Refusal HasAccess { get; } = new(RefusalKind.Conflict, "has-access", "You already have access to that account.");

    public static Refusal TooMany { get; } =
        new(
            RefusalKind.Conflict,
            "too-many",
            $"You have {AskForAccount.MostOpen} requests waiting. Please wait until the practice manager has looked at some of them."
        );

    /// <summary>Something about the account has changed since the card was made.</summary>
    public static Refusal AccountChanged { get; } =
        new(RefusalKind.Conflict, "account-changed", "Someone changed this account first, so I've changed nothing. Here's how it is now.");

    /// <summary>Another practice manager decided first.</summary>
    public static Refusal WasFirst(AccountAccess now) =>
        new(
            RefusalKind.Conflict,
            "was-first",
            now.State == AccessState.Asked
                ? $"{now.PersonName} has asked again, so I've changed nothing. Here's how it is now."
                : $"{now.DecidedByName} got there first, so I've changed nothing. Here's how it is now."
        );
}
