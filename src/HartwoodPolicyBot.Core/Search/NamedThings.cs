using System.Collections.Concurrent;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Finds things that people ask about by name, such as TikTok or online reviews, so that the answer can say when the policy
/// doesn't name them, or names them otherwise. They are read from a file that anybody can edit: on each line a name, a colon,
/// and its words. "X = Twitter" is a name that the policy may know as another.
/// </summary>
public sealed class NamedThings(Lexicon things)
{
    private const string Alias = " = ";

    /// <summary>The things that each document names, by its version, so that a document is read once and not for each question.</summary>
    private readonly ConcurrentDictionary<string, Named> named = new(StringComparer.Ordinal);

    /// <summary>Reads the names from a file.</summary>
    /// <exception cref="PhrasingFileException">A line has no colon, or a name is there twice.</exception>
    public static NamedThings Load(string file) => new(Lexicon.Load(file));

    /// <summary>Returns the things that <paramref name="question"/> mentions and <paramref name="documents"/> don't name so.</summary>
    public NotNamedThings NotNamedIn(IEnumerable<PolicyDocument> documents, string question)
    {
        var mentioned = things.In(Terms.Of(question));
        if (mentioned.Count == 0)
        {
            return NotNamedThings.None;
        }

        var known = documents.Select(document => named.GetOrAdd(document.VersionOnRecord, _ => NamedIn(document))).ToList();
        var missing = mentioned.Except(known.SelectMany(document => document.Things)).Select(name => name[1..].Split(Alias)).ToList();
        var renamed = missing.Where(name =>
            name.Length == 2 && known.Exists(document => document.Words.Contains(Terms.Stem(Lower(name[1]))))
        );
        IReadOnlyList<string> otherwise = [.. renamed.Select(name => name[1]).Distinct()];
        return new([.. missing.Where(name => name.Length == 1 || !otherwise.Contains(name[1])).Select(name => name[0])], otherwise);
    }

    private static string Lower(string name) => Terms.Words(name)[0];

    private Named NamedIn(PolicyDocument document)
    {
        var texts = document
            .Sections.SelectMany(section => section.Clauses.Select(clause => clause.Text).Append(section.Heading))
            .Select(Terms.Of)
            .ToList();
        return new([.. texts.SelectMany(things.In).Distinct()], texts.SelectMany(stems => stems).ToHashSet(StringComparer.Ordinal));
    }

    private sealed record Named(IReadOnlyList<string> Things, HashSet<string> Words);
}

/// <summary>Holds the things that a question mentions and the policy doesn't name.</summary>
/// <param name="Names">Things that the policy names nowhere.</param>
/// <param name="Otherwise">The policy's own names for things that the question calls by another, such as "Twitter" for "X".</param>
public sealed record NotNamedThings(IReadOnlyList<string> Names, IReadOnlyList<string> Otherwise)
{
    public static NotNamedThings None { get; } = new([], []);
}
