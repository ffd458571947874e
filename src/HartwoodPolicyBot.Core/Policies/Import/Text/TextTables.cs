using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import.Text;

/// <summary>
/// Finds tables in plain text: with upright lines between their cells, with tabs, or with columns that only gaps tell apart.
/// </summary>
internal static partial class TextTables
{
    private const int Fewest = 2;
    private const int FewestByGaps = 3;
    private const int LongestNumber = 6;
    private const int LongestRow = 20_000;

    /// <summary>Returns the tables by the number of the line in which they begin.</summary>
    public static Dictionary<int, TextTable> Find(List<string> lines)
    {
        var found = new Dictionary<int, TextTable>();
        for (var i = 0; i < lines.Count; )
        {
            var upright = lines.Skip(i).TakeWhile(HasUpright).ToList();
            var table = upright.Count > 0 ? WithUprightLines(upright, i) : ByGaps(lines, i);
            if (table is not null)
            {
                found[i] = table;
            }

            i = table?.End ?? i + Math.Max(1, upright.Count);
        }

        return found;
    }

    private static TextTable? WithUprightLines(List<string> all, int first)
    {
        var rules = all.Count(line => GridRule().IsMatch(line));
        var (rows, begins, count) = (new List<List<string>>(), true, 0);
        foreach (var line in all)
        {
            var cells = GridRule().IsMatch(line) ? [] : Cells(line);
            count = count == 0 ? cells.Count : count;
            if (cells.Count == 0 || cells.TrueForAll(Delimiter().IsMatch))
            {
                begins = true;
            }
            else if (cells.Count != count || (rows.Count > 0 && IsTooLong(rows[^1])))
            {
                return null;
            }
            else if (rows.Count > 0 && ((!begins && rules > Fewest) || LeadsOn(cells)))
            {
                rows[^1] = Joined(rows[^1], cells);
            }
            else
            {
                rows.Add(cells);
                begins = false;
            }
        }

        return count > 1 && rows.Count >= Fewest ? new(first + all.Count, rows) : null;
    }

    private static bool HasUpright(string line) => line.Contains('|') || GridRule().IsMatch(line);

    private static List<string> Cells(string line)
    {
        var inside = line.Trim();
        inside = inside.StartsWith('|') ? inside[1..] : inside;
        inside = inside.EndsWith('|') && !inside.EndsWith("\\|", StringComparison.Ordinal) ? inside[..^1] : inside;
        return [.. inside.Replace("\\|", "\n", StringComparison.Ordinal).Split('|').Select(cell => cell.Replace('\n', '|').Trim())];
    }

    /// <summary>Says whether cells are the next line of those above, as the first is empty and the others begin in the middle.</summary>
    private static bool LeadsOn(List<string> cells) =>
        cells[0].Length == 0
        && cells.Exists(cell => cell.Length > 0)
        && cells.TrueForAll(cell => cell.Length == 0 || char.IsLower(cell[0]));

    private static bool IsTooLong(List<string> row) => row.Sum(cell => cell.Length) > LongestRow;

    private static List<string> Joined(List<string> row, List<string> more) =>
        [.. row.Zip(more).Select(cell => $"{cell.First} {cell.Second}".Trim())];

    private static TextTable? ByGaps(List<string> lines, int first)
    {
        if (Parts(lines[first]) is not { Count: > 1 } head || !MayBeRow(lines[first], head))
        {
            return null;
        }

        var rows = new List<List<string>> { head.ConvertAll(part => part.Text) };
        var (end, hasRule) = (first + 1, false);
        for (; end < lines.Count && Parts(lines[end]) is { Count: > 0 } parts; end++)
        {
            if (parts.TrueForAll(IsDelimiter))
            {
                hasRule = true;
            }
            else if (
                parts.Count == head.Count
                && MayBeRow(lines[end], parts)
                && parts.Zip(head).All(pair => AreBelow(pair.First, pair.Second))
            )
            {
                rows.Add(parts.ConvertAll(part => part.Text));
            }
            else if (!IsTooLong(rows[^1]) && parts.TrueForAll(part => head.FindIndex(column => column.Start == part.Start) > 0))
            {
                rows[^1] = Joined(rows[^1], head.ConvertAll(column => parts.Find(part => part.Start == column.Start)?.Text ?? ""));
            }
            else
            {
                break;
            }
        }

        return rows.Count >= (hasRule ? Fewest : FewestByGaps) ? new(end, rows) : null;
    }

    /// <summary>Says whether a line has words in its first part, and no mark, number or name of a fact.</summary>
    private static bool MayBeRow(string line, List<TextPart> parts) =>
        parts[0].Text is var text
        && !IsDelimiter(parts[0])
        && PlainWords.AfterDrawnBullet(line) is null
        && !(text.Length <= LongestNumber && (PlainWords.NumberDepth(text + " x") > 0 || PlainWords.StartsWithListNumber(text + " x")))
        && !DocumentControl.IsFact(PlainWords.Clean(line))
        && !DocumentControl.IsLabel(text);

    private static bool IsDelimiter(TextPart part) => Delimiter().IsMatch(part.Text);

    /// <summary>Says whether two parts begin or end at the same place, or both have a tab before them.</summary>
    private static bool AreBelow(TextPart part, TextPart head) =>
        part.Start == head.Start || part.End == head.End || (part.IsAfterTab && head.IsAfterTab);

    private static List<TextPart> Parts(string line) =>
        [
            .. Part()
                .Matches(line)
                .Select(part => new TextPart(part.Value, part.Index, part.Index + part.Length)
                {
                    IsAfterTab = part.Index > 0 && line[part.Index - 1] == '\t',
                }),
        ];

    [GeneratedRegex(@"^\s{0,200}\+(?:[-=:]\+?){1,2000}(?<=\+)\s{0,200}$")]
    private static partial Regex GridRule();

    [GeneratedRegex(@"^:?[-=]{2,2000}:?$")]
    private static partial Regex Delimiter();

    /// <summary>Matches words with single spaces between them.</summary>
    [GeneratedRegex(@"[^\s]+(?: [^\s]+)*", RegexOptions.NonBacktracking)]
    private static partial Regex Part();

    private sealed record TextPart(string Text, int Start, int End)
    {
        public bool IsAfterTab { get; init; }
    }
}

/// <summary>A table in plain text.</summary>
/// <param name="End">The number of the line after it.</param>
internal sealed record TextTable(int End, List<List<string>> Rows);
