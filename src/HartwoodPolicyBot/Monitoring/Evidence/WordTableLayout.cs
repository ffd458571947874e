using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Monitoring.Evidence;

/// <summary>Shares the width of a page between the columns of a table, so that no date breaks over two lines.</summary>
internal static partial class WordTableLayout
{
    /// <summary>The width of the text on a page, in twentieths of a point: A4 less its margins.</summary>
    public const int PageWidth = 9638;

    /// <summary>The width of a letter in a cell, on average.</summary>
    private const int Letter = 100;

    /// <summary>The space at both sides of a cell.</summary>
    private const int Padding = 230;

    /// <summary>A longer word, such as an address, may break.</summary>
    private const int LongestWord = 18;

    /// <summary>A longer text gets no wider column.</summary>
    private const int LongestText = 150;

    private const char NoBreakSpace = '\u00a0';

    /// <summary>Returns the text with spaces in its dates at which no line breaks.</summary>
    public static string WithWholeDates(string text) => Date().Replace(text, found => found.Value.Replace(' ', NoBreakSpace));

    /// <summary>Returns the width of each column: its longest word, and of what is left a part by its longest text.</summary>
    public static IReadOnlyList<int> Widths(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var columns = Enumerable.Range(0, rows[0].Count).ToList();
        var words = columns.ConvertAll(column => Padding + (Letter * rows.Max(row => Math.Min(LongestWord, WordIn(row[column])))));
        var texts = columns.ConvertAll(column => rows.Max(row => Math.Min(LongestText, row[column].Length)) + 1);
        var (needed, all) = (words.Sum(), texts.Sum());
        return needed > PageWidth
            ? words.ConvertAll(width => width * PageWidth / needed)
            : columns.ConvertAll(column => words[column] + ((PageWidth - needed) * texts[column] / all));
    }

    private static int WordIn(string text) => text.Split(' ', '\n', '-', '/').Max(word => word.Length);

    [GeneratedRegex("[0-9]{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) [0-9]{4}")]
    private static partial Regex Date();
}
