using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import.Text;

/// <summary>Leaves out what a text file repeats at the top and bottom of its pages, such as "Gifts policy   Page 2 of 5".</summary>
internal static partial class PageEdges
{
    private const int MostLines = 3;

    /// <summary>Returns the lines of all pages without these, and whether there were any.</summary>
    public static (List<string> Lines, bool HasRunning) LeaveOut(string text)
    {
        var pages = text.Split('\f').Select(page => page.Split('\n').Select(line => line.TrimEnd()).ToList()).ToList();
        var before = pages.Sum(page => page.Count);
        var counted = pages
            .SelectMany(page => page)
            .Where(line => PageNumber().IsMatch(line))
            .CountBy(Key)
            .Where(same => same.Value > 1)
            .Select(same => same.Key)
            .ToHashSet();
        pages.ForEach(page => page.RemoveAll(line => PageNumber().IsMatch(line) && counted.Contains(Key(line))));
        for (var line = 0; line < MostLines; line++)
        {
            LeaveOutSame(pages, page => page.FindIndex(words => words.Length > 0));
            LeaveOutSame(pages, page => page.FindLastIndex(words => words.Length > 0));
        }

        var hasRunning = pages.Sum(page => page.Count) < before;
        return ([.. pages.SelectMany((page, number) => number == 0 ? page : ["", "", .. page])], hasRunning);
    }

    /// <summary>Leaves out one line of each page where others have the same at that place.</summary>
    private static void LeaveOutSame(List<List<string>> pages, Func<List<string>, int> place)
    {
        var same = pages
            .Select(page => place(page) is >= 0 and var line ? page[line].Trim() : "")
            .CountBy(line => line)
            .Where(count => count.Value > 1 && count.Key.Length > 0)
            .Select(count => count.Key)
            .ToHashSet();
        foreach (var page in pages)
        {
            if (place(page) is >= 0 and var line && same.Contains(page[line].Trim()))
            {
                page.RemoveAt(line);
            }
        }
    }

    private static string Key(string line) => Digits().Replace(line.Trim(), "#");

    [GeneratedRegex(@"[0-9]{1,20}")]
    private static partial Regex Digits();

    /// <summary>Matches a line with words and a page number: a number alone is told from a figure elsewhere.</summary>
    [GeneratedRegex(@"\bpage\s{1,20}[0-9]{1,3}\s{1,20}(?:of|/)\s{1,20}[0-9]{1,3}\b", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
