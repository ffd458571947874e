using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.Answers;

/// <summary>What the policies say to a question: sections with the clauses to quote, or that they do not say.</summary>
public sealed record PolicyAnswer
{
    /// <summary>Names the question in the log; unguessable, so that feedback needs no person.</summary>
    public Guid QuestionId { get; init; }

    /// <summary>The question as it was written. Not masked.</summary>
    public required string Asked { get; init; }

    /// <summary>The question that it was read with, because it means little alone; null when it was read alone. Not masked.</summary>
    public string? After { get; init; }

    /// <summary>Best first, at most three; empty for a refusal.</summary>
    public required IReadOnlyList<RankedSection> Cited { get; init; }

    /// <summary>What was asked about by name and the policy speaks of in general only, such as "TikTok".</summary>
    public IReadOnlyList<string> NotNamed { get; init; } = [];

    /// <summary>What was told, patient identifiers masked, where it tells of something that has happened; null for a question.</summary>
    public string? Disclosed { get; init; }

    /// <summary>Of a refusal: sections that a person may want to look at.</summary>
    public IReadOnlyList<PolicySection> Nearest { get; init; } = [];

    /// <summary>Of a refusal: what it was instead of a question about the policies, if that is clear.</summary>
    public string? Kind { get; init; }

    /// <summary>What the practice manager has answered themselves; shown after the policy's clauses, never in their place.</summary>
    public FoundSavedAnswers FromManager { get; init; } = FoundSavedAnswers.None;

    /// <summary>The policy does not say. The practice manager may have said.</summary>
    public bool IsRefusal => Cited.Count == 0;
}
