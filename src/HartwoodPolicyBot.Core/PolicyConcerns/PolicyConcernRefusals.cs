using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.PolicyConcerns;

/// <summary>Holds every reason for which something is not done about a concern.</summary>
public static class PolicyConcernRefusals
{
    public static Refusal Unknown { get; } =
        new(RefusalKind.NotFound, "unknown", "I can't find that concern. “My concerns” lists yours.", "my concerns");

    public static Refusal NotYours { get; } =
        new(RefusalKind.NotAllowed, "not-allowed", "Only the author of the policy can do that, in their private chat with me.");

    /// <summary>The concern is about the author, and there is nobody else to send it to.</summary>
    public static Refusal NoOtherWay { get; } =
        new(RefusalKind.NotAllowed, "no-other-way", "I can't send this to anyone except the author, so I haven't sent it.");

    public static Refusal NoAnswer { get; } = new(RefusalKind.BadInput, "no-answer", "Please write an answer first.");

    public static Refusal TooLong { get; } =
        new(RefusalKind.BadInput, "too-long", $"Please keep to {PolicyConcern.LongestText:N0} characters.");

    public static Refusal Over { get; } = new(RefusalKind.Conflict, "over", "This concern is already closed or withdrawn.");

    public static Refusal Changed { get; } =
        new(RefusalKind.Conflict, "changed", "Someone else has just changed this, so I haven't saved yours. Here's the latest.");
}
