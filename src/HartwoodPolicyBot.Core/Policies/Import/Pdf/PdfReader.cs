using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Reads a PDF page by page: letters to rows, rows to columns, and columns to paragraphs.</summary>
internal static class PdfReader
{
    private const int MostNested = 100;
    private const double RuleThickness = 2;

    public static FoundDocument Read(byte[] bytes, CancellationToken cancellation)
    {
        var options = new ParsingOptions
        {
            UseLenientParsing = true,
            SkipMissingFonts = true,
            MaxStackDepth = MostNested,
            FilterProvider = new PdfFilters(cancellation),
        };
        try
        {
            using var document = PdfDocument.Open(bytes, options);
            return Read(document, cancellation);
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new ImportStoppedException(ImportRefusals.Password);
        }
    }

    private static FoundDocument Read(PdfDocument document, CancellationToken cancellation)
    {
        if (document.NumberOfPages > ImportLimits.PdfPages)
        {
            throw new ImportStoppedException(ImportRefusals.TooLong);
        }

        var found = new FoundDocument { Title = document.Information.Title };
        var pages = new List<PdfPage>();
        var letters = 0;
        foreach (var page in document.GetPages())
        {
            cancellation.ThrowIfCancellationRequested();
            pages.Add(PageOf(page));
            letters += page.Letters.Count;
            if (letters > ImportLimits.TextLength)
            {
                throw new ImportStoppedException(ImportRefusals.TooLong);
            }
        }

        if (pages.TrueForAll(page => page.Rows.Count == 0))
        {
            throw new ImportStoppedException(pages.Exists(page => page.Pictures > 0) ? ImportRefusals.Scanned : ImportRefusals.Empty);
        }

        new PdfParagraphs(found, pages, cancellation).Read();
        return PdfBookmarks.Mark(found, document);
    }

    private static PdfPage PageOf(Page page)
    {
        var level = page.Letters.Where(letter => letter.TextOrientation == TextOrientation.Horizontal).ToList();
        var turned = page
            .Letters.Where(letter =>
                letter.TextOrientation is TextOrientation.Rotate90 or TextOrientation.Rotate180 or TextOrientation.Rotate270
            )
            .ToList();
        var hasSlanted = page.Letters.Any(letter =>
            letter.TextOrientation == TextOrientation.Other && !string.IsNullOrWhiteSpace(letter.Value)
        );
        var rules = page
            .Paths.Select(path => path.GetBoundingRectangle())
            .Where(box => box is { Height: < RuleThickness, Width: > 40 })
            .Select(box => new PdfRule(box!.Value.Left, box.Value.Right, box.Value.Bottom))
            .Distinct()
            .ToList();
        return new PdfPage(
            page.Number,
            PdfRows.Of(level),
            rules,
            page.NumberOfImages,
            string.Concat(turned.Select(letter => letter.Value)),
            hasSlanted
        );
    }
}

/// <summary>What one page of a PDF holds.</summary>
/// <param name="Rules">The lines that are drawn across it.</param>
/// <param name="Turned">The words that are written up, down or upside down.</param>
internal sealed record PdfPage(int Number, List<PdfRow> Rows, List<PdfRule> Rules, int Pictures, string Turned, bool HasSlanted);

/// <summary>A level line that is drawn on a page.</summary>
internal sealed record PdfRule(double Left, double Right, double Height);
