using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;

namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Marks the headings of a PDF that its bookmarks name.</summary>
internal static class PdfBookmarks
{
    private const int Fewest = 3;
    private const double MostlyFound = 0.6;
    private const int Most = 2_000;

    private const int MostUnfound = 100;

    /// <summary>How many bookmarks in a row may be of changed headings.</summary>
    private const int MostChanged = 4;

    public static FoundDocument Mark(FoundDocument found, PdfDocument document)
    {
        if (!document.TryGetBookmarks(out var bookmarks))
        {
            return found;
        }

        var nodes = bookmarks.GetNodes().Take(Most).ToList();
        var next = 0;
        var marked = new Dictionary<int, int>();
        var changed = new List<(BookmarkNode Node, int From, int To)>();
        foreach (var (i, node) in nodes.Index())
        {
            if (Find(node, next) is { } at)
            {
                marked[at] = node.Level + 1;
                next = at + 1;
            }
            else
            {
                var following = nodes
                    .Skip(i + 1)
                    .Take(MostChanged)
                    .Select(other => Find(other, next))
                    .FirstOrDefault(other => other is not null);
                changed.Add((node, next, following ?? found.Blocks.Count));
            }
        }

        if (changed.Count > 0)
        {
            var body = HeadingLook.BodyLook(found.Blocks);
            foreach (var (node, from, to) in changed.Take(MostUnfound))
            {
                if (
                    Enumerable
                        .Range(from, to - from)
                        .Where(i => IsRestOf(found.Blocks[i], node, body))
                        .Select(i => (int?)i)
                        .FirstOrDefault() is
                    { } at
                )
                {
                    marked[at] = node.Level + 1;
                }
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

        int? Find(BookmarkNode node, int from)
        {
            var title = PlainWords.Comparable(PlainWords.Clean(node.Title));
            var at = title.Length == 0 ? -1 : found.Blocks.FindIndex(from, block => PlainWords.Comparable(block.Text) == title);
            return at < 0 ? null : at;
        }
    }

    /// <summary>
    /// Says whether a line is what is left of the heading of a bookmark. The bookmark also has the words that a tracked change took out,
    /// and nothing between these and those that came in their place.
    /// </summary>
    private static bool IsRestOf(FoundBlock block, BookmarkNode node, BlockLook body)
    {
        var title = PlainWords.Clean(node.Title);
        var at = 0;
        return block.Kind == BlockKind.Paragraph
            && HeadingLook.IsShort(block.Text)
            && HeadingLook.Differs(block, body)
            && Array.TrueForAll(block.Text.Split(' '), IsNext);

        bool IsNext(string word)
        {
            var place = title.IndexOf(word, at, StringComparison.Ordinal);
            at = place < 0 ? at : place + word.Length;
            return place >= 0;
        }
    }
}
