using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.PolicySignOff;

/// <summary>Makes the refusals about sign-off rounds, reminders and confirmations.</summary>
public static class SignOffRefusals
{
    public static Refusal Unknown { get; } =
        new(RefusalKind.NotFound, "unknown", "I cannot read that button any more. Type my policies to see what you are asked to read.");

    public static Refusal NotYours { get; } =
        new(
            RefusalKind.NotAllowed,
            "not-yours",
            "That card belongs to somebody else, so nothing was recorded. Type my policies for your own."
        );

    public static Refusal AlreadyRead { get; } =
        new(RefusalKind.Conflict, "already-read", "I have that on record already. The first time counts.");

    public static Refusal Outdated { get; } =
        new(
            RefusalKind.Conflict,
            "outdated",
            "The policy has changed since you were asked, so your confirmation was not recorded. This is the new text."
        );

    public static Refusal NotAllowed { get; } =
        new(
            RefusalKind.NotAllowed,
            "not-allowed",
            "Only a practice manager can do that. Nothing was changed. Type my policies for your own."
        );

    public static Refusal NoSuchPolicy { get; } =
        new(RefusalKind.NotFound, "no-such-policy", "I do not have that policy any more. Type send the policy round to begin again.");

    public static Refusal VersionChanged { get; } =
        new(
            RefusalKind.Conflict,
            "version-changed",
            "The policy has changed since that card was made, so nothing was sent. This is the version that I have now."
        );

    public static Refusal AlreadySent { get; } =
        new(
            RefusalKind.Conflict,
            "already-sent",
            "This version has been sent before, so nobody is asked a second time. You can remind those who have not confirmed."
        );

    public static Refusal NothingToRemind { get; } =
        new(
            RefusalKind.Conflict,
            "nothing-to-remind",
            "Everybody who has not confirmed has had a message today, or gets one on the next working morning. So I have sent no other."
        );
}
