namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Notes what could not be read of a page, or not surely.</summary>
internal static class PdfPageDoubts
{
    /// <param name="found">Where the doubts are noted.</param>
    /// <param name="page">The page, which has been read.</param>
    /// <param name="body">Its rows without those of its header and footer.</param>
    public static void Note(FoundDocument found, PdfPage page, List<PdfRow> body)
    {
        if (page.IsScan)
        {
            found.Doubt(
                ImportDoubtKind.Picture,
                $"Page {page.Number} is only a picture, so its words are missing here. Add them to the file if they matter."
            );
        }
        else if (page.Pictures > 0 && !page.IsRecognised)
        {
            found.Doubt(ImportDoubtKind.Picture, $"There is a picture on page {page.Number}, which I can't read.");
        }

        if (body.Exists(row => row.IsPrintedOver))
        {
            found.Doubt(
                ImportDoubtKind.TextBox,
                $"Words on page {page.Number} are printed over each other. Check that they're right and in the right place."
            );
        }

        if (page.HasStruck)
        {
            found.Doubt(ImportDoubtKind.LeftOut, $"I left out the words that are crossed out on page {page.Number}.");
        }

        if (page.HasSlanted || page.HasWatermark)
        {
            found.Doubt(ImportDoubtKind.LeftOut, $"I left out the large or slanted words on page {page.Number}, such as a watermark.");
        }
    }
}
