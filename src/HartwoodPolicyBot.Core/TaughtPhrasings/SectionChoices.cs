using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.TaughtPhrasings;

/// <summary>Lists the sections that a practice manager can teach for a question, the likeliest first.</summary>
public sealed class SectionChoices(PolicyLibrary library, SectionRanker ranker)
{
    /// <summary>How many sections fit on a card. With more, those with certain words in their heading can be looked for.</summary>
    public const int Most = 60;

    private const int Likeliest = 3;

    /// <summary>Whether there are sections that a card has no room for.</summary>
    public bool AreMany => library.Sections.Skip(Most).Any();

    public IReadOnlyList<PolicyDocument> Policies => library.Documents;

    /// <summary>Returns the sections to choose from.</summary>
    /// <param name="question">The question.</param>
    /// <param name="words">Words that the heading or the policy's title must have; null for all.</param>
    public IReadOnlyList<PolicySection> For(string question, string? words)
    {
        var wanted = (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var near = ranker.Rank(question, AreMany ? Most : Likeliest).Sections.Select(found => found.Section);
        return
        [
            .. near.Concat(library.Sections)
                .DistinctBy(section => section.Id)
                .Where(section => Array.TrueForAll(wanted, word => IsIn(section, word)))
                .Take(Most),
        ];
    }

    public PolicySection? Find(string? id) => library.Section(id);

    /// <summary>Returns the clause of a section that most likely answers the question.</summary>
    public Clause Likely(PolicySection section, string question) =>
        ranker.Rank(question, Most).Sections.FirstOrDefault(found => found.Section.Id == section.Id)?.Best ?? section.Clauses[0];

    private bool IsIn(PolicySection section, string word) =>
        section.Heading.Contains(word, StringComparison.OrdinalIgnoreCase)
        || library.DocumentOf(section).Title.Contains(word, StringComparison.OrdinalIgnoreCase);
}
