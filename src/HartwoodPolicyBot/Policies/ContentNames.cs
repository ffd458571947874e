using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Policies;

/// <summary>What Content holds for policies, beside their text.</summary>
/// <param name="What">As whoever keeps it calls it: "phrasings".</param>
/// <param name="Policies">The policies that it is for, by the names of their files.</param>
public sealed record PolicyContent(string What, IReadOnlyList<string> Policies);

/// <summary>
/// A policy is found by the name of its file. Where that has changed, what was written for it is used no more, and nothing
/// else tells: the bot runs without, as it does for a practice that has other policies only.
/// </summary>
public sealed class ContentNames(PolicyLibrary library, IEnumerable<PolicyContent> contents)
{
    private readonly PolicyContent[] contents = [.. contents];

    /// <summary>A line for each policy that is named and not there, with the step that helps.</summary>
    public IReadOnlyList<string> Faults() =>
        [
            .. contents
                .SelectMany(content => content.Policies.Select(policy => (Policy: policy, content.What)))
                .Where(named => library.Document(named.Policy) is null)
                .GroupBy(named => named.Policy, named => named.What, StringComparer.Ordinal)
                .Select(missing =>
                    $"No policy's file is called {missing.Key}.md, so what I have for it is not used: "
                    + $"{string.Join(", ", missing)}. Ask whoever runs me to give the policy's file that name again, or to "
                    + "take these out of Content if the policy is gone."
                ),
        ];
}
