using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Policies;

/// <summary>Describes what the Content folder has for policies besides their text.</summary>
/// <param name="What">The name of this content, such as "phrasings".</param>
/// <param name="Policies">The file names of the policies that it was written for.</param>
internal sealed record PolicyContent(string What, IReadOnlyList<string> Policies);

/// <summary>
/// Checks that every policy which content was written for exists under that file name. If the file was renamed, the content is
/// no longer used and nothing else reports it, because the bot also runs without it. A policy that a practice manager has taken out
/// of use is not missing.
/// </summary>
internal sealed class ContentNames(PolicyLibrary library, ShippedPolicies shipped, IEnumerable<PolicyContent> contents)
{
    private readonly PolicyContent[] contents = [.. contents];

    /// <summary>Says whether a policy has its file. It is in the library only while it is in use.</summary>
    private bool HasFile(string slug) => shipped.Policies.Any(policy => policy.Document.Slug == slug);

    /// <summary>Returns one line for each policy that is named but missing, with the step that helps.</summary>
    public IReadOnlyList<string> Faults() =>
        [
            .. contents
                .SelectMany(content => content.Policies.Select(policy => (Policy: policy, content.What)))
                .Where(named => library.Document(named.Policy) is null && !HasFile(named.Policy))
                .GroupBy(named => named.Policy, named => named.What, StringComparer.Ordinal)
                .Select(missing =>
                    $"There is no policy file called {missing.Key}.md, so I can't use what I have for it: "
                    + $"{string.Join(", ", missing)}. Ask the person who runs me to give the policy's file that name again, or to "
                    + "delete these from Content if the policy is gone."
                ),
        ];
}
