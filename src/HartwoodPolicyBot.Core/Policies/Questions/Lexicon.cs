namespace HartwoodPolicyBot.Core.Policies.Questions;

/// <summary>What words stand for: "insta" and "tik tok" are platforms. Read from a file that anybody can edit.</summary>
public sealed class Lexicon
{
    private const int LongestPhrase = 4;
    private readonly Dictionary<string, List<string>> concepts = new(StringComparer.Ordinal);

    /// <summary>Knows no concept.</summary>
    public static Lexicon Empty { get; } = new();

    public int Count => concepts.Values.SelectMany(names => names).Distinct().Count();

    /// <summary>Reads "name: word, two words, …" lines; a line that starts with # is a remark.</summary>
    /// <exception cref="PhrasingFileException">A line has no colon, or a concept stands there twice.</exception>
    public static Lexicon Load(string file)
    {
        var lexicon = new Lexicon();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (line, number) in File.ReadLines(file).Select((line, index) => (line.Trim(), index + 1)))
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw new PhrasingFileException(file, number, "needs a name, a colon and the words that mean it");
            }

            var name = line[..colon].Trim().Replace(' ', '-');
            if (!names.Add(name))
            {
                throw new PhrasingFileException(file, number, $"names \"{name}\" a second time");
            }

            foreach (var phrase in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                lexicon.Add(string.Join(' ', Terms.Of(phrase)), name);
            }
        }

        return lexicon;
    }

    /// <summary>The concepts that <paramref name="stems"/> speak of, each once.</summary>
    public IReadOnlyCollection<string> In(IReadOnlyList<string> stems)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        for (var start = 0; start < stems.Count && concepts.Count > 0; start++)
        {
            var phrase = "";
            for (var end = start; end < Math.Min(stems.Count, start + LongestPhrase); end++)
            {
                phrase = end == start ? stems[start] : $"{phrase} {stems[end]}";
                if (concepts.TryGetValue(phrase, out var names))
                {
                    found.UnionWith(names);
                }
            }
        }

        return found;
    }

    private void Add(string phrase, string name)
    {
        var names = concepts.TryGetValue(phrase, out var known) ? known : concepts[phrase] = [];
        if (!names.Contains(name))
        {
            names.Add(name);
        }
    }
}
