using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Policies;

/// <summary>Returns the names of policies as people read them.</summary>
internal static class PolicyTitle
{
    /// <summary>Returns what the policy's file says about its version and owner, or that it says nothing of them.</summary>
    public static string WhatIsKnown(PolicyDocument document) =>
        document.ReviewBy is { } review
            ? $"{WithVersion(document)}: {(document.Owner is { } owner ? $"{owner} owns it" : "the policy doesn't say who owns it")}. "
                + $"It's due for review by {PracticeTime.Text(review)}."
            : WithoutReview(document);

    private static string WithoutReview(PolicyDocument document) =>
        (document.Version, document.Owner) switch
        {
            ({ } version, { } owner) => $"{document.Title}: this is version {version}. {owner} owns it. I don't know its review date.",
            ({ } version, null) =>
                $"{document.Title}: this is version {version}. The policy doesn't say who owns it, or give a review date.",
            (null, { } owner) => $"{document.Title}: the policy doesn't say which version it is. {owner} owns it. It gives no review date.",
            _ => $"{document.Title}: the policy doesn't say which version it is, who owns it or when it's due for review.",
        };

    /// <summary>Returns "Social media policy, version 3", or only the title if the policy states no version.</summary>
    public static string WithVersion(PolicyDocument document) =>
        document.Version is { } version ? $"{document.Title}, version {version}" : document.Title;
}
