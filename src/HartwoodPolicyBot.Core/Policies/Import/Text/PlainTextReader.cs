using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import.Text;

/// <summary>Reads plain text, also with hard line breaks and stray bullet marks.</summary>
internal sealed partial class PlainTextReader
{
    private const int LongestWrapped = 140;
    private const int ShortestWrapped = 30;
    private const double EndsEarly = 0.8;
    private static readonly string[] ReferenceWords = ["reference", "documentation", "bibliography", "further reading", "legislation"];
    private readonly FoundDocument found = new() { IsPlainText = true };
    private readonly LineJoiner joiner;
    private readonly List<string> lines;
    private readonly int width;
    private readonly Dictionary<int, TextTable> tables;
    private bool isInIndentedList;
    private string? lastHeading;
    private int headingsSought;

    private PlainTextReader(List<string> lines)
    {
        this.lines = lines;
        var longest = lines.Count == 0 ? 0 : lines.Max(line => line.Trim().Length);
        width = longest is >= ShortestWrapped and <= LongestWrapped ? longest : 0;
        joiner = new LineJoiner(lines, keepHyphen: true);
        tables = TextTables.Find(lines);
    }

    public static FoundDocument Read(string text, CancellationToken cancellation)
    {
        var (all, hasRunning) = PageEdges.LeaveOut(text);
        var contents = ContentsList.Find(all);
        var kept = all.Where((line, number) => !contents.Contains(number) && !IsPageLine(line)).Select(WithoutSigns).ToList();
        var reader = new PlainTextReader([.. DashTables.WithUprightLines(string.Join('\n', kept)).Split('\n')]);
        reader.found.NoteLeftOut(edges: hasRunning, contents: contents.Count > 0);
        reader.ReadBlocks(cancellation);
        return reader.found;
    }

    /// <summary>Takes the signs away that people write on both sides of a heading, as in "*** Scope ***".</summary>
    private static string WithoutSigns(string line) =>
        Signs().Match(line) is { Success: true } signs && signs.Groups["before"].Value[0] == signs.Groups["after"].Value[0]
            ? signs.Groups["words"].Value
            : line;

    [GeneratedRegex(
        @"^\s{0,200}(?<before>\*{2,400}|={2,400}|~{2,400}|-{2,400}|#{2,400}|_{2,400})\s{0,200}"
            + @"(?<words>[^*=~#_\s-](?:[^*=~#_]{0,2000}[^*=~#_\s-])?)"
            + @"\s{0,200}(?<after>\*{2,400}|={2,400}|~{2,400}|-{2,400}|#{2,400}|_{2,400})\s{0,200}$"
    )]
    private static partial Regex Signs();

    /// <summary>A bare number can be a figure of the text, so only "Page 3" is a page's line.</summary>
    private static bool IsPageLine(string line) =>
        PlainWords.IsPageNumber(line) && line.Contains("page", StringComparison.OrdinalIgnoreCase);

    private void ReadBlocks(CancellationToken cancellation)
    {
        for (var i = 0; i < lines.Count; )
        {
            cancellation.ThrowIfCancellationRequested();
            if (found.Blocks.Count > ImportLimits.Blocks)
            {
                throw new ImportStoppedException(ImportRefusals.TooLong);
            }

            if (lines[i].Length == 0 || IsRule(lines[i]))
            {
                i++;
                continue;
            }

            i = ReadBlock(i);
        }
    }

    /// <summary>Reads the block that starts in a line, and returns the number of the line after it.</summary>
    private int ReadBlock(int first)
    {
        if (tables.TryGetValue(first, out var table))
        {
            ReadTable(table);
            return table.End;
        }

        if (first + 1 < lines.Count && Underline(lines[first + 1]) is { } level && lines[first].Trim().Length <= LongestWrapped)
        {
            found.Blocks.Add(new FoundBlock(PlainWords.Clean(lines[first])) { HeadingLevel = level });
            return first + 2;
        }

        var bullet = PlainWords.AfterDrawnBullet(lines[first]) ?? (IsIndentedItem(first) ? lines[first].Trim() : null);
        var next = first + 1;
        var text = bullet ?? lines[first].Trim();
        if (bullet is "")
        {
            // The mark is alone on its line, as programs write it that take text out of other files.
            next = Enumerable.Range(next, lines.Count - next).FirstOrDefault(i => lines[i].Length > 0, lines.Count);
            text = next < lines.Count ? lines[next++].Trim() : "";
        }

        for (; next < lines.Count && GoesOn(next - 1, next); next++)
        {
            text = joiner.Join(text, lines[next].Trim());
        }

        isInIndentedList &= bullet is not null;
        var clean = PlainWords.Clean(text);
        if (clean.Length > 0)
        {
            var isItem = bullet is null && IsReference(first, next);
            found.Blocks.Add(
                new FoundBlock(clean)
                {
                    Kind = bullet is null && !isItem ? BlockKind.Paragraph : BlockKind.Bullet,
                    Depth = bullet is null ? 0 : Indent(lines[first]) / 4,
                    Raw = lines[first],
                    StandsAlone = bullet is null && next == first + 1 && StartsAfterEnd(first),
                }
            );
        }

        return next;
    }

    private void ReadTable(TextTable table)
    {
        isInIndentedList = false;
        found.Doubt(ImportDoubtKind.Table, FoundDocument.ReadByRows);
        foreach (var row in table.Rows.Select(row => row.Select(PlainWords.Clean).Where(cell => cell.Length > 0).ToList()))
        {
            if (row.Count > 0)
            {
                found.Blocks.Add(FoundBlock.Row(row));
            }
        }
    }

    /// <summary>Says whether a line is only the next part of the line before it.</summary>
    private bool GoesOn(int before, int line)
    {
        var (end, start) = (lines[before].Trim(), lines[line].Trim());
        if (
            width == 0
            || start.Length == 0
            || end.Length == 0
            || IsRule(lines[line])
            || tables.ContainsKey(line)
            || PlainWords.AfterDrawnBullet(lines[line]) is not null
        )
        {
            return false;
        }

        if (line + 1 < lines.Count && Underline(lines[line + 1]) is not null)
        {
            return false;
        }

        if (char.IsLower(start[0]) && !PlainWords.StartsWithListNumber(start))
        {
            return true;
        }

        var firstWord = start.IndexOf(' ') < 0 ? start.Length : start.IndexOf(' ');
        var mostlyFull = end[^1] is '.' or '?' or '!' ? width : width * EndsEarly;
        var fits = end.Length + 1 + firstWord <= mostlyFull;
        var isNumbered = PlainWords.StartsWithListNumber(start) || PlainWords.NumberDepth(start) > 0;
        return !fits && !(isNumbered && end[^1] is '.' or ':' or ';' or '?' or '!');
    }

    /// <summary>A list of books or papers has one in each line or block, often without any marks.</summary>
    private bool IsReference(int first, int next)
    {
        var heading = LastHeading();
        var isBesideOther =
            (first > 0 && lines[first - 1].Length > 0 && !IsHeadingLine(lines[first - 1], heading))
            || (next < lines.Count && lines[next].Length > 0);
        return heading is not null
            && lines[next - 1].EndsWith('.')
            && Array.Exists(ReferenceWords, word => heading.Contains(word, StringComparison.OrdinalIgnoreCase))
            && (isBesideOther || found.Blocks[^1].Kind == BlockKind.Bullet);
    }

    /// <summary>Returns the last line that may be a heading. Only the blocks since the last call are looked through.</summary>
    private string? LastHeading()
    {
        for (; headingsSought < found.Blocks.Count; headingsSought++)
        {
            var block = found.Blocks[headingsSought];
            lastHeading = block.StandsAlone || block.HeadingLevel is not null ? block.Text : lastHeading;
        }

        return lastHeading;
    }

    /// <summary>After "such as:", lines that are set in are a list, also where its marks were lost.</summary>
    private bool IsIndentedItem(int line) =>
        Indent(lines[line]) > 0
        && found.Blocks.Count > 0
        && (found.Blocks[^1].Text.EndsWith(':') ? Indent(found.Blocks[^1].Raw) < Indent(lines[line]) : isInIndentedList)
        && (isInIndentedList = true);

    private static bool IsHeadingLine(string line, string? heading) => PlainWords.Clean(line) == heading;

    private bool StartsAfterEnd(int line) =>
        line == 0
        || lines[line - 1].Length == 0
        || lines[line - 1].TrimEnd()[^1] is '.' or ':' or '?' or '!' or ';'
        || PlainWords.IsOnlyPart(lines[line - 1].Trim());

    private static int Indent(string line) => line.TakeWhile(char.IsWhiteSpace).Sum(space => space == '\t' ? 4 : 1);

    private static bool IsRule(string line) =>
        line.Trim() is { Length: >= 3 } rule && rule.All(letter => letter is '-' or '=' or '_' or '*' or '~');

    private static int? Underline(string line) =>
        line.Trim() is not { Length: >= 3 } rule ? null
        : rule.All(letter => letter == '=') ? 1
        : rule.All(letter => letter is '-' or '~') ? 2
        : null;
}
