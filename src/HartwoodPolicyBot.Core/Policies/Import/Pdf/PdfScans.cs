namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Reads what a program has recognised in scans, and says where a page is only a picture.</summary>
internal static class PdfScans
{
    private const double MuchSmaller = 0.8;
    private const double MuchLarger = 1.25;

    /// <summary>Gives the lines of recognised text one size, because a program measures each of them a little differently.</summary>
    public static List<PdfPage> LevelSizes(List<PdfPage> pages)
    {
        var size = pages
            .Where(page => page.IsRecognised)
            .SelectMany(page => page.Rows.SelectMany(row => row.Segments))
            .GroupBy(segment => Math.Round(segment.Size))
            .OrderByDescending(same => same.Sum(segment => segment.Text.Length))
            .Select(same => same.Key)
            .FirstOrDefault();
        return pages.ConvertAll(page => page.IsRecognised ? page with { Rows = page.Rows.ConvertAll(Level) } : page);

        PdfRow Level(PdfRow row) =>
            new([
                .. row.Segments.Select(segment =>
                    segment.Size >= size * MuchSmaller && segment.Size <= size * MuchLarger
                        ? segment with
                        {
                            Look = segment.Look with { Size = size },
                        }
                        : segment
                ),
            ]);
    }

    public static void Note(FoundDocument found, List<PdfPage> pages)
    {
        if (pages.Exists(page => page.IsRecognised))
        {
            found.Doubt(ImportDoubtKind.ReadingOrder, "This PDF is a scan, so a program worked out its words. Check them for mistakes.");
        }
    }
}
