namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Finds a list of contents that somebody typed, or that a program left as plain lines.</summary>
internal static class ContentsList
{
    private const int FewestWithoutCaption = 3;
    private const int FewestEntries = 2;
    private const int LongestEntry = 110;
    private static readonly string[] Captions =
    [
        "contents",
        "tableofcontents",
        "contentspage",
        "listofcontents",
        "contentpage",
        "contentspageno",
        "contentspagenumber",
        "contentslist",
    ];

    /// <summary>What people write over the columns of a list of contents.</summary>
    private static readonly string[] Heads =
    [
        "page",
        "pages",
        "no",
        "number",
        "section",
        "title",
        "item",
        "heading",
        "paragraph",
        "description",
    ];

    /// <summary>Says whether a line is what people write above a list of contents.</summary>
    public static bool IsCaption(string line) => Array.Exists(Captions, caption => PlainWords.Comparable(line) == caption);

    /// <summary>Returns the numbers of the lines that are the caption or an entry. Empty lines may lie between entries.</summary>
    public static HashSet<int> Find(IReadOnlyList<string> lines)
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        var comparable = lines.Select(PlainWords.Comparable).ToList();
        for (var line = 0; line < lines.Count; line++)
        {
            last[comparable[line]] = line;
        }

        var found = new HashSet<int>();
        for (var line = 0; line < lines.Count; line++)
        {
            if (found.Contains(line))
            {
                continue;
            }

            if (Array.Exists(Captions, caption => comparable[line] == caption))
            {
                AddCaptioned(line);
            }
            else if (HasDots(line))
            {
                line = AddRun(line);
            }
        }

        return found;

        bool HasDots(int line) =>
            PlainWords.EndsInPageNumber(lines[line])
            && (lines[line].Contains("...", StringComparison.Ordinal) || lines[line].Contains('…'));

        bool IsEntry(int line) =>
            PlainWords.EndsInPageNumber(lines[line]) || PlainWords.IsPageNumber(lines[line]) || ComesAgain(Key(line), line);

        bool ComesAgain(string words, int line) => words.Length > 1 && last.TryGetValue(words, out var again) && again > line;

        // One space before a page number is like any other, so it is one only where the words before it come again as a heading.
        string Key(int line) =>
            !ComesAgain(comparable[line], line)
            && PlainWords.BeforePageNumber(lines[line]) is { } words
            && PlainWords.Comparable(words) is var entry
            && ComesAgain(entry, line)
                ? entry
                : comparable[line];

        bool IsHead(int line) =>
            lines[line].Split([' ', '\t', '.'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 and <= 6 } words
            && Array.TrueForAll(words, word => Heads.Contains(word.ToLowerInvariant()));

        bool IsBetweenEntries(int line, int before, HashSet<string> named)
        {
            var next = Enumerable.Range(line + 1, lines.Count - line - 1).FirstOrDefault(i => !string.IsNullOrWhiteSpace(lines[i]), -1);
            return next >= 0
                && (HasDots(next) || (before >= FewestWithoutCaption && IsEntry(next) && !named.Contains(comparable[next])))
                && lines[line].Length <= LongestEntry
                && !lines[line].TrimEnd().EndsWith('.');
        }

        void AddCaptioned(int caption)
        {
            var entries = new List<int>();
            var named = new HashSet<string>(StringComparer.Ordinal);
            for (var line = caption + 1; line < lines.Count; line++)
            {
                if (string.IsNullOrWhiteSpace(lines[line]))
                {
                    continue;
                }

                if (entries.Count == 0 && IsHead(line))
                {
                    entries.Add(line);
                    continue;
                }

                // The first heading says again what an entry says. It must stay, although it may come once more below.
                var isBody = !PlainWords.EndsInPageNumber(lines[line]) && named.Contains(comparable[line]);
                if (isBody || (!IsEntry(line) && !IsBetweenEntries(line, entries.Count, named)))
                {
                    break;
                }

                entries.Add(line);
                if (comparable[line].Length > 1)
                {
                    named.Add(Key(line));
                }
            }

            if (entries.Count >= FewestEntries || entries.Exists(entry => PlainWords.EndsInPageNumber(lines[entry])))
            {
                found.Add(caption);
                found.UnionWith(entries);
            }
        }

        int AddRun(int first)
        {
            var run = new List<int>();
            var line = first;
            for (; line < lines.Count && (HasDots(line) || string.IsNullOrWhiteSpace(lines[line])); line++)
            {
                if (HasDots(line))
                {
                    run.Add(line);
                }
            }

            if (run.Count >= FewestWithoutCaption)
            {
                found.UnionWith(run);
            }

            return line - 1;
        }
    }
}
