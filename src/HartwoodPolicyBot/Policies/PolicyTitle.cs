using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Policies;

/// <summary>How a policy is named to people.</summary>
internal static class PolicyTitle
{
    /// <summary>"Social media policy, version 3", or that the policy states no version.</summary>
    public static string WithVersion(PolicyDocument document) =>
        document.Version is { } version ? $"{document.Title}, version {version}" : $"{document.Title} (no version stated)";
}
