using System.Runtime.CompilerServices;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Says which concepts words stand for: "insta" and "tik tok" are platforms. It is read from a file that anybody can edit.
/// </summary>
public sealed class Lexicon
{
    private readonly Dictionary<string, PhrasesOfWord> phrasesByFirst = new(StringComparer.Ordinal);
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
            if (!phrasesByFirst.TryGetValue(stems[start], out var phrases))
            {
                continue;
            }

            foreach (var concept in phrases.Alone)
            {
                AddOnce(concept, ref found);
            }

            foreach (var phrase in phrases.LongerAt(stems, start))
            {
                if (phrase.StandsIn(stems, start))
                {
                    AddOnce(phrase.Concept, ref found);
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

            var longer = phrases.LongerAt(stems, start).FindAll(phrase => phrase.StandsIn(stems, start));
            var length = longer.Count == 0 ? 1 : longer.Max(phrase => phrase.Length);
            var concepts =
                longer.Count == 0 ? phrases.Alone : longer.FindAll(phrase => phrase.Length == length).ConvertAll(phrase => phrase.Concept);
            if (concepts.Count > 0)
            {
                yield return new(start, length, [.. concepts.Distinct().Select(concept => names[concept])]);
                start += length - 1;
            }
        }
    }

    private static void AddOnce(int concept, ref List<int>? found)
    {
        if (found?.Contains(concept) != true)
        {
            (found ??= []).Add(concept);
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
        if (stems.Count == 0)
        {
            return;
        }

        if (!phrasesByFirst.TryGetValue(stems[0], out var phrases))
        {
            phrasesByFirst[stems[0]] = phrases = new PhrasesOfWord();
        }

        phrases.Add(stems, concept);
    }

    /// <summary>Holds the phrases that begin with one word: by their second word, because many begin with "my" or "to".</summary>
    private sealed class PhrasesOfWord
    {
        private readonly Dictionary<string, List<Phrase>> bySecond = new(StringComparer.Ordinal);

        /// <summary>The concepts that the word stands for by itself.</summary>
        public List<int> Alone { get; } = [];

        public void Add(List<string> stems, int concept)
        {
            if (stems.Count == 1)
            {
                Alone.Add(concept);
                return;
            }

            var phrases = bySecond.TryGetValue(stems[1], out var known) ? known : bySecond[stems[1]] = [];
            phrases.Add(new Phrase([.. stems.Skip(2)], concept));
        }

        /// <summary>Returns the longer phrases whose first two words are at <paramref name="start"/>.</summary>
        public List<Phrase> LongerAt(IReadOnlyList<string> stems, int start) =>
            start + 1 < stems.Count && bySecond.TryGetValue(stems[start + 1], out var phrases) ? phrases : [];
    }

    /// <summary>Represents a phrase of two words or more.</summary>
    /// <param name="Rest">The words from the third.</param>
    /// <param name="Concept">What it stands for.</param>
    private sealed record Phrase(string[] Rest, int Concept)
    {
        public int Length => Rest.Length + 2;

        public bool StandsIn(IReadOnlyList<string> stems, int start)
        {
            if (start + Length > stems.Count)
            {
                return false;
            }

            for (var offset = 0; offset < Rest.Length; offset++)
            {
                if (stems[start + 2 + offset] != Rest[offset])
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
