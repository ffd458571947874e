using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import.Text;

/// <summary>Finds tables in Markdown whose columns only dashes tell apart, as programs make them of Word files.</summary>
internal static partial class DashTables
{
    private const int MostLines = 400;

    /// <summary>Returns the text with such tables written with upright lines between their cells.</summary>
    public static string WithUprightLines(string text)
    {
        var lines = text.Split('\n');
        if (!Array.Exists(lines, line => Columns().IsMatch(line)))
        {
            return text;
        }

        var (read, isCode, from) = (new List<string>(), false, 0);
        for (var i = 0; i < lines.Length; i++)
        {
            isCode ^= lines[i].TrimStart().StartsWith("```", StringComparison.Ordinal);
            if (!isCode && Columns().IsMatch(lines[i]) && Table(lines, from, i) is { } table)
            {
                read.RemoveRange(read.Count - (i - table.First), i - table.First);
                read.AddRange(["", .. table.Rows, ""]);
                i = table.Last;
                from = i + 1;
            }
            else
            {
                read.Add(lines[i]);
            }
        }

        return string.Join('\n', read);
    }

    /// <summary>Returns the table that has its dashes under the head in a line; null where the lines below don't fit them.</summary>
    private static (int First, int Last, List<string> Rows)? Table(string[] lines, int from, int dashes)
    {
        List<int> starts = [0, .. Dashes().Matches(lines[dashes]).Skip(1).Select(group => group.Index)];
        var first = dashes;
        while (first > from && !IsBlank(lines[first - 1]) && !IsRule(lines[first - 1]) && dashes - first < MostLines)
        {
            first--;
        }

        var isFramed = first > from && IsRule(lines[first - 1]);
        var end = isFramed ? EndOfFrame(lines, dashes) : EndOfLines(lines, dashes);
        List<List<string>> head =
        [
            [.. lines[first..dashes]],
        ];
        var rows = head.Concat(
            isFramed ? Divided(lines[(dashes + 1)..end]) : lines[(dashes + 1)..end].Select(line => new List<string> { line })
        );
        if (end == dashes + 1 || (!isFramed && dashes - first > 1) || rows.SelectMany(row => row).Any(line => !Fits(line, starts)))
        {
            return null;
        }

        var written = rows.Select(row => Written(row, starts)).ToList();
        written.Insert(1, string.Concat(Enumerable.Repeat("|---", starts.Count)) + "|");
        return (isFramed ? first - 1 : first, end < lines.Length && IsEnd(lines[end]) ? end : end - 1, written);
    }

    private static int EndOfLines(string[] lines, int dashes)
    {
        var end = dashes + 1;
        while (end < lines.Length && !IsBlank(lines[end]) && !IsEnd(lines[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>Returns the line that ends a table between two rules, whose rows can have several lines, with empty ones between.</summary>
    private static int EndOfFrame(string[] lines, int dashes)
    {
        var end = dashes + 1;
        while (end < lines.Length && !IsEnd(lines[end]) && end - dashes < MostLines)
        {
            end++;
        }

        return end < lines.Length && IsEnd(lines[end]) ? end : dashes + 1;
    }

    private static IEnumerable<List<string>> Divided(string[] lines)
    {
        var row = new List<string>();
        foreach (var line in lines.Append(""))
        {
            if (!IsBlank(line))
            {
                row.Add(line);
            }
            else if (row.Count > 0)
            {
                yield return row;
                row = [];
            }
        }
    }

    /// <summary>Says whether no word of a line lies across the beginning of a column.</summary>
    private static bool Fits(string line, List<int> starts) =>
        starts.Skip(1).All(start => start >= line.Length || char.IsWhiteSpace(line[start - 1]));

    private static string Written(List<string> row, List<int> starts) =>
        "|"
        + string.Concat(starts.Select((start, column) => $" {Cell(row, start, column + 1 < starts.Count ? starts[column + 1] : null)} |"));

    private static string Cell(List<string> row, int start, int? end) =>
        string.Join(' ', row.Select(line => Part(line, start, end)).Where(part => part.Length > 0))
            .Replace("|", "\\|", StringComparison.Ordinal);

    private static string Part(string line, int start, int? end) =>
        start >= line.Length ? "" : line[start..Math.Min(end ?? line.Length, line.Length)].Trim();

    private static bool IsBlank(string line) => string.IsNullOrWhiteSpace(line);

    private static bool IsRule(string line) => Rule().IsMatch(line);

    private static bool IsEnd(string line) => Rule().IsMatch(line) || Columns().IsMatch(line);

    [GeneratedRegex(@"^\s{0,200}-{2,1000}\s{1,200}--(?:-|\s--|\s(?=\s)){0,1900}\s?$")]
    private static partial Regex Columns();

    [GeneratedRegex(@"-{1,2000}")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"^\s{0,200}-{10,2000}\s{0,200}$")]
    private static partial Regex Rule();
}
