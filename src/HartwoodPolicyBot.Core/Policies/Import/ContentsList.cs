namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Finds a list of contents that somebody typed, or that a program left as plain lines.</summary>
internal static class ContentsList
{
    private const int FewestWithoutCaption = 3;
    private static readonly string[] Captions = ["contents", "tableofcontents", "contentspage", "listofcontents", "contentpage"];

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
            PlainWords.EndsInPageNumber(lines[line])
            || PlainWords.IsPageNumber(lines[line])
            || (comparable[line].Length > 1 && last[comparable[line]] > line);

        void AddCaptioned(int caption)
        {
            var entries = new List<int>();
            for (var line = caption + 1; line < lines.Count; line++)
            {
                if (string.IsNullOrWhiteSpace(lines[line]))
                {
                    continue;
                }

                if (!IsEntry(line) && !(line + 1 < lines.Count && HasDots(line + 1)))
                {
                    break;
                }

                entries.Add(line);
            }

            if (entries.Count > 0)
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
