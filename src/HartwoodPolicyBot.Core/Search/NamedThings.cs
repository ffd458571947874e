using System.Collections.Concurrent;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// What people ask about by name, such as TikTok or online reviews. Where a policy speaks in general and does not name it,
/// the answer says so. Read from a file that anybody can edit: a name a line, a colon, and the words for it.
/// </summary>
public sealed class NamedThings(Lexicon things)
{
    /// <summary>What each document names, by its version: it is read once, not at each question.</summary>
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> named = new(StringComparer.Ordinal);

    /// <exception cref="PhrasingFileException">A line has no colon, or a name stands there twice.</exception>
    public static NamedThings Load(string file) => new(Lexicon.Load(file));

    /// <summary>The things, by name, that <paramref name="question"/> speaks of and <paramref name="documents"/> do not.</summary>
    public IReadOnlyList<string> NotNamedIn(IEnumerable<PolicyDocument> documents, string question)
    {
        var asked = things.In(Terms.Of(question));
        return asked.Count == 0
            ? []
            :
            [
                .. asked
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
