using UglyToad.PdfPig;

namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Marks the headings of a PDF that its bookmarks name.</summary>
internal static class PdfBookmarks
{
    private const int Fewest = 3;
    private const double MostlyFound = 0.6;
    private const int Most = 2_000;

    public static FoundDocument Mark(FoundDocument found, PdfDocument document)
    {
        if (!document.TryGetBookmarks(out var bookmarks))
        {
            return found;
        }

        var nodes = bookmarks.GetNodes().Take(Most).ToList();
        var next = 0;
        var marked = new Dictionary<int, int>();
        foreach (var node in nodes)
        {
            var title = PlainWords.Comparable(PlainWords.Clean(node.Title));
            var at = title.Length == 0 ? -1 : found.Blocks.FindIndex(next, block => PlainWords.Comparable(block.Text) == title);
            if (at >= 0)
            {
                marked[at] = node.Level + 1;
                next = at + 1;
            }
        }

        if (marked.Count >= Fewest && marked.Count >= nodes.Count * MostlyFound)
        {
            foreach (var (block, level) in marked)
            {
                found.Blocks[block] = found.Blocks[block] with { HeadingLevel = level, Kind = BlockKind.Paragraph };
            }
        }

        return found;
    }
}
