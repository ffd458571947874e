namespace HartwoodPolicyBot.Core.PolicySignOff;

/// <summary>Something that was not done, as a value: a code for tests and logs, a sentence with the way forward for people.</summary>
public sealed record SignOffRefusal(string Code, string Sentence);

/// <summary>Every reason for which a round, a reminder or a confirmation is not done as asked.</summary>
public static class SignOffErrors
{
    public static SignOffRefusal Unknown { get; } =
        new("unknown", "I cannot read that button any more. Type my policies to see what you are asked to read.");

    public static SignOffRefusal NotYours { get; } =
        new("not-yours", "That card belongs to somebody else, so nothing was recorded. Type my policies for your own.");

    public static SignOffRefusal AlreadyRead { get; } = new("already-read", "I have that on record already. The first time counts.");

    public static SignOffRefusal Outdated { get; } =
        new("outdated", "The policy has changed since you were asked, so your confirmation was not recorded. This is the new text.");

    public static SignOffRefusal NotAllowed { get; } =
        new("not-allowed", "Only a practice manager can do that. Nothing was changed. Type my policies for your own.");

    public static SignOffRefusal NoSuchPolicy { get; } =
        new("no-such-policy", "I do not have that policy any more. Type send the policy round to begin again.");

    public static SignOffRefusal VersionChanged { get; } =
        new(
            "version-changed",
            "The policy has changed since that card was made, so nothing was sent. This is the version that I have now."
        );

    public static SignOffRefusal AlreadySent { get; } =
        new(
            "already-sent",
            "This version has been sent before, so nobody is asked a second time. You can remind those who have not confirmed."
        );

    public static SignOffRefusal NothingToRemind { get; } =
        new(
            "nothing-to-remind",
            "Everybody who has not confirmed has had a message today, or gets one on the next working morning. So I have sent no other."
        );
}
