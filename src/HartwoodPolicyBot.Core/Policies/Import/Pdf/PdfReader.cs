using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Reads a PDF page by page: letters to rows, rows to columns, and columns to paragraphs.</summary>
internal static class PdfReader
{
    private const int MostNested = 100;
    private const double MostUnknown = 0.4;

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
        var pages = Pages(document, cancellation);
        if (pages.TrueForAll(page => page.Letters.Count == 0 || page.IsScan))
        {
            var isDrawn = pages.Exists(page => page.Pictures > 0 || page.HasDrawings);
            throw new ImportStoppedException(isDrawn ? ImportRefusals.Scanned : ImportRefusals.Empty);
        }

        pages = PdfScans.LevelSizes(
            PdfWatermarks
                .LeaveOut(PdfTags.Trusted(pages))
                .ConvertAll(PdfStrikes.Mark)
                .ConvertAll(PdfDropCapitals.Join)
                .ConvertAll(page => page with { Rows = PdfRows.Of(page.Letters, page.Rules) })
        );
        PdfScans.Note(found, pages);
        new PdfParagraphs(found, pages, cancellation).Read();
        return PdfBookmarks.Mark(found, document);
    }

    private static List<PdfPage> Pages(PdfDocument document, CancellationToken cancellation)
    {
        var filledIn = PdfDamage.ReadOr(PdfForm.None, () => PdfForm.Read(document));
        var tags = PdfDamage.ReadOr(null, () => new PdfTags(document));
        var pages = new List<PdfPage>();
        var (letters, unknown) = (0, 0);
        foreach (var page in document.GetPages())
        {
            cancellation.ThrowIfCancellationRequested();
            pages.AddRange(PdfPages.Of(page, [.. filledIn[page.Number]], PdfDamage.ReadOr([], () => tags?.Of(page) ?? [])));
            letters += page.Letters.Count;
            unknown += page.Letters.Count(letter => IsUnknown(letter.Value));
            if (letters > ImportLimits.TextLength)
            {
                throw new ImportStoppedException(ImportRefusals.TooLong);
            }
        }

        return unknown > letters * MostUnknown ? throw new ImportStoppedException(ImportRefusals.UnknownLetters) : pages;
    }

    /// <summary>Says whether a font does not tell which letter it draws.</summary>
    private static bool IsUnknown(string? letter) =>
        string.IsNullOrEmpty(letter)
        || letter.Any(mark => mark is '\uFFFD' or >= '\uE000' and <= '\uF8FF' || (mark < ' ' && !char.IsWhiteSpace(mark)));
}
