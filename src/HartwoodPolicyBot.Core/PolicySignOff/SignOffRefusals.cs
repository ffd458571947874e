using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.PolicySignOff;

/// <summary>Makes the refusals about sign-off rounds, reminders and confirmations.</summary>
public static class SignOffRefusals
{
    public static Refusal Unknown { get; } =
        new(
            RefusalKind.NotFound,
            "unknown",
            "That button no longer works. “My policies” lists what you've been asked to read.",
            "my policies"
        );

    public static Refusal NotYours { get; } =
        new(
            RefusalKind.NotAllowed,
            "not-yours",
            "That card is someone else's, so nothing was recorded. “My policies” lists yours.",
            "my policies"
        );

    public static Refusal AlreadyRead { get; } = new(RefusalKind.Conflict, "already-read", "You've already confirmed this.");

    public static Refusal Outdated { get; } =
        new(
            RefusalKind.Conflict,
            "outdated",
            "The policy has changed since then, so I haven't recorded that. Please read and confirm the new version."
        );

    public static Refusal NotAllowed { get; } =
        new(RefusalKind.NotAllowed, "not-allowed", "Sorry, only a practice manager can do that. “My policies” lists yours.", "my policies");

    public static Refusal NoSuchPolicy { get; } =
        new(RefusalKind.NotFound, "no-such-policy", "I no longer have that policy. Please choose another.", "ask everyone to read");

    public static Refusal VersionChanged { get; } =
        new(
            RefusalKind.Conflict,
            "version-changed",
            "The policy has changed since then, so I haven't sent anything. Here's the current version."
        );

    public static Refusal AlreadySent { get; } =
        new(RefusalKind.Conflict, "already-sent", "This version has already been sent. You can remind people who haven't confirmed.");

    /// <summary>The one person whom the practice manager wants to remind hears of it today, or on the next working morning.</summary>
    public static Refusal NotTwiceADay { get; } =
        new(RefusalKind.Conflict, "nothing-to-remind", "They've already been reminded today, or will be on the next working morning.");

    public static Refusal NothingToRemind { get; } =
        new(
            RefusalKind.Conflict,
            "nothing-to-remind",
            "Everyone who hasn't confirmed has already been reminded today, or will be on the next working morning."
        );
}
