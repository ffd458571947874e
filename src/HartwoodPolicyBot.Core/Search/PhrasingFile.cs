using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>Reads a file of phrasings: one on each line, in parts with a heading, with no duplicates.</summary>
internal static class PhrasingFile
{
    /// <summary>
    /// Returns the phrasings by kind. A line "## kind" or "## kind: subject" starts a part, and the lines below it belong to
    /// it.
    /// </summary>
    public static Dictionary<string, IReadOnlyList<string>> Parts(string file, Dictionary<string, string> seen)
    {
        var lines = File.ReadAllLines(file);
        var openings = Enumerable
            .Range(0, lines.Length)
            .Where(number => lines[number].StartsWith("## ", StringComparison.Ordinal))
            .Append(lines.Length)
            .ToList();
        return openings
            .Zip(openings.Skip(1))
            .GroupBy(part => lines[part.First][3..].Split(':')[0].Trim(), StringComparer.Ordinal)
            .ToDictionary(
                kind => kind.Key,
                kind => (IReadOnlyList<string>)[.. kind.SelectMany(part => Phrasings(file, lines, part.First + 1, part.Second, seen))],
                StringComparer.Ordinal
            );
    }

    /// <summary>
    /// Returns the phrasings in some lines. <paramref name="seen"/> holds the place of each phrasing that was read before.
    /// </summary>
    /// <exception cref="PhrasingFileException">A phrasing appears twice.</exception>
    public static List<string> Phrasings(string file, string[] lines, int from, int to, Dictionary<string, string> seen)
    {
        var phrasings = new List<string>();
        for (var number = from; number < to; number++)
        {
            var phrasing = lines[number].Trim();
            if (phrasing.Length == 0)
            {
                continue;
            }

            var key = string.Join(' ', Terms.Words(phrasing));
            if (!seen.TryAdd(key, $"{Path.GetFileName(file)}, line {number + 1}"))
            {
                throw new PhrasingFileException(file, number + 1, $"is already in {seen[key]}: \"{phrasing}\"");
            }

            phrasings.Add(phrasing);
        }

        return phrasings;
    }
}

/// <summary>Reports a file of phrasings or of the lexicon that can't be used, to the person who edits it.</summary>
public sealed class PhrasingFileException(string file, int line, string fault)
    : SetUpException($"{Path.GetFileName(file)}, line {line}, {fault}.");
