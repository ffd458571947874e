using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Policies;

/// <summary>Returns the names of policies as people read them.</summary>
internal static class PolicyTitle
{
    /// <summary>Returns "Social media policy, version 3", or only the title if the policy states no version.</summary>
    public static string WithVersion(PolicyDocument document) =>
        document.Version is { } version ? $"{document.Title}, version {version}" : document.Title;
}
