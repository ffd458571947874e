using System.Runtime.CompilerServices;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Says which concepts words stand for: "insta" and "tik tok" are platforms. It is read from a file that anybody can edit.
/// </summary>
public sealed class Lexicon
{
    private readonly Dictionary<string, List<Phrase>> phrasesByFirst = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    /// <summary>A lexicon without concepts.</summary>
    public static Lexicon Empty { get; } = new();

    /// <summary>
    /// Reads lines of the form "name: word, two words, …". A line that starts with a space carries on with the words of the name above;
    /// one that starts with # is a comment.
    /// </summary>
    /// <exception cref="PhrasingFileException">A line has no colon, or a concept is there twice.</exception>
    public static Lexicon Load(string file)
    {
        var lexicon = new Lexicon();
        foreach (var (line, number) in File.ReadLines(file).Select((line, index) => (line, index + 1)))
        {
            if (line.AsSpan().Trim() is { Length: > 0 } words && words[0] != '#')
            {
                var carriesOn = char.IsWhiteSpace(line[0]) && lexicon.names.Count > 0;
                lexicon.Add(carriesOn ? line : lexicon.Named(line, file, number));
            }
        }

        return lexicon;
    }

    /// <summary>Returns the concepts in <paramref name="stems"/>, each once, in the order of the file.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public IReadOnlyList<string> In(IReadOnlyList<string> stems)
    {
        List<int>? found = null;
        for (var start = 0; start < stems.Count; start++)
        {
            if (phrasesByFirst.TryGetValue(stems[start], out var phrases))
            {
                foreach (var phrase in phrases)
                {
                    if (phrase.StandsIn(stems, start) && found?.Contains(phrase.Concept) != true)
                    {
                        (found ??= []).Add(phrase.Concept);
                    }
                }
            }
        }

        if (found is null)
        {
            return [];
        }

        found.Sort();
        return found.ConvertAll(concept => names[concept]);
    }

    /// <summary>
    /// Returns which words stand for which concepts. It goes from left to right, prefers the longest phrase, and uses no word
    /// twice.
    /// </summary>
    public IEnumerable<SpokenConcept> Spoken(IReadOnlyList<string> stems)
    {
        for (var start = 0; start < stems.Count; start++)
        {
            if (!phrasesByFirst.TryGetValue(stems[start], out var phrases))
            {
                continue;
            }

            var standing = phrases.FindAll(phrase => phrase.StandsIn(stems, start));
            if (standing.Count > 0)
            {
                var length = standing.Max(phrase => phrase.Rest.Length) + 1;
                yield return new(
                    start,
                    length,
                    [.. standing.Where(phrase => phrase.Rest.Length == length - 1).Select(phrase => names[phrase.Concept]).Distinct()]
                );
                start += length - 1;
            }
        }
    }

    /// <summary>Reads the name that a line begins with, and returns the rest.</summary>
    private string Named(string line, string file, int number)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            throw new PhrasingFileException(file, number, "needs a name, a colon and the words that mean it");
        }

        var name = "@" + line[..colon].Trim();
        if (names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw new PhrasingFileException(file, number, $"names \"{name[1..]}\" a second time");
        }

        names.Add(name);
        return line[(colon + 1)..];
    }

    /// <summary>Adds the words of a line to the name that was read last.</summary>
    private void Add(string words)
    {
        foreach (var phrase in words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Add(Terms.Words(phrase).ConvertAll(Terms.Stem), names.Count - 1);
        }
    }

    private void Add(List<string> stems, int concept)
    {
        if (stems.Count > 0)
        {
            var phrases = phrasesByFirst.TryGetValue(stems[0], out var known) ? known : phrasesByFirst[stems[0]] = [];
            phrases.Add(new Phrase([.. stems.Skip(1)], concept));
        }
    }

    private sealed record Phrase(string[] Rest, int Concept)
    {
        public bool StandsIn(IReadOnlyList<string> stems, int start)
        {
            if (start + Rest.Length >= stems.Count)
            {
                return false;
            }

            for (var offset = 0; offset < Rest.Length; offset++)
            {
                if (stems[start + 1 + offset] != Rest[offset])
                {
                    return false;
                }
            }

            return true;
        }
    }
}

/// <summary>Words of a text that stand for a concept.</summary>
/// <param name="Start">The place of the first word, from 0.</param>
/// <param name="Length">How many words there are.</param>
/// <param name="Concepts">Nearly always one concept, or two when the words have two meanings.</param>
public sealed record SpokenConcept(int Start, int Length, IReadOnlyList<string> Concepts);
