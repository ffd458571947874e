using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import.Text;

/// <summary>Divides HTML that stands in Markdown into its headings, paragraphs, items of lists and rows of tables.</summary>
internal sealed partial class HtmlParts
{
    private readonly List<FoundBlock> found = [];
    private List<List<string>>? row;
    private bool isItem;

    /// <summary>Returns the parts that have words.</summary>
    public static List<FoundBlock> Of(string html)
    {
        var (parts, from) = (new HtmlParts(), 0);
        foreach (var heading in HtmlWords.HeadingsIn(html))
        {
            parts.Read(html[from..heading.Start]);
            parts.Add(HtmlWords.Of(heading.Words), heading.Level);
            from = heading.End;
        }

        parts.Read(html[from..]);
        parts.EndRow();
        return parts.found;
    }

    private void Read(string html)
    {
        var (from, text) = (0, HtmlWords.WithoutUnread(html));
        foreach (Match tag in Tag().Matches(text))
        {
            Add(HtmlWords.Of(text[from..tag.Index]), null);
            Read(tag.Groups["name"].Value.ToLowerInvariant(), tag.Groups["end"].Length > 0);
            from = tag.Index + tag.Length;
        }

        Add(HtmlWords.Of(text[from..]), null);
    }

    /// <summary>Begins or ends what a tag does.</summary>
    private void Read(string tag, bool isEnd)
    {
        isItem = tag == "li" ? !isEnd : isItem && tag is not ("ul" or "ol");
        if (tag is "tr" or "table")
        {
            EndRow();
        }
        else if (tag is "td" or "th" && !isEnd)
        {
            (row ??= []).Add([]);
        }
    }

    private void Add(string words, int? heading)
    {
        if (words.Length > 0 && row is not null)
        {
            row[^1].Add(words);
        }
        else if (words.Length > 0)
        {
            found.Add(new FoundBlock(words) { HeadingLevel = heading, Kind = isItem ? BlockKind.Bullet : BlockKind.Paragraph });
        }
    }

    private void EndRow()
    {
        var cells = (row ?? []).Select(cell => string.Join(' ', cell)).Where(cell => cell.Length > 0).ToList();
        row = null;
        if (cells.Count > 0)
        {
            found.Add(FoundBlock.Row(cells));
        }
    }

    /// <summary>Matches the tags that begin or end a part. Those of a word, such as "b", don't.</summary>
    [GeneratedRegex(
        @"<(?<end>/?)(?<name>table|caption|tr|td|th|ul|ol|li|dl|dt|dd|p|div|section|article|blockquote|summary|details)"
            + @"(?:\s[^<>]{0,2000})?/?>",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Tag();
}
