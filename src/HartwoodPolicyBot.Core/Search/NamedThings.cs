using System.Collections.Concurrent;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Finds things that people ask about by name, such as TikTok or online reviews, so that the answer can say when the policy
/// doesn't name them. They are read from a file that anybody can edit: on each line a name, a colon, and its words.
/// </summary>
public sealed class NamedThings(Lexicon things)
{
    /// <summary>The things that each document names, by its version, so that a document is read once and not for each question.</summary>
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> named = new(StringComparer.Ordinal);

    /// <summary>Reads the names from a file.</summary>
    /// <exception cref="PhrasingFileException">A line has no colon, or a name is there twice.</exception>
    public static NamedThings Load(string file) => new(Lexicon.Load(file));

    /// <summary>Returns the names of things that <paramref name="question"/> mentions and <paramref name="documents"/> don't.</summary>
    public IReadOnlyList<string> NotNamedIn(IEnumerable<PolicyDocument> documents, string question)
    {
        var mentioned = things.In(Terms.Of(question));
        return mentioned.Count == 0
            ? []
            :
            [
                .. mentioned
                    .Except(documents.SelectMany(document => named.GetOrAdd(document.VersionOnRecord, _ => NamedIn(document))))
                    .Select(name => name[1..]),
            ];
    }

    private IReadOnlyList<string> NamedIn(PolicyDocument document) =>
        [
            .. document
                .Sections.SelectMany(section => section.Clauses.Select(clause => clause.Text).Append(section.Heading))
                .SelectMany(text => things.In(Terms.Of(text)))
                .Distinct(),
        ];
}
