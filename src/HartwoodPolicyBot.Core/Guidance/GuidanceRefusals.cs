using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Guidance;

/// <summary>Lists why a check of the national guidance is not recorded.</summary>
public static class GuidanceRefusals
{
    public static Refusal NotAllowed { get; } =
        new(RefusalKind.NotAllowed, "not-allowed", "Sorry, only practice managers check the national guidance. Please tell yours.");
}
