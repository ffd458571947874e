using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>PDFs give the policy's words without what is on every page.</summary>
public sealed class ImportPdfTests
{
    private const double Left = 60;

    [Fact]
    public void Larger_headings_are_found_running_lines_are_left_out_and_a_divided_word_is_joined()
    {
        var pdf = new PdfDocumentBuilder();
        var font = pdf.AddStandard14Font(Standard14Font.Helvetica);
        AddPage(
            pdf,
            font,
            1,
            (16, "Scope"),
            (11, "This policy covers all of the staff who work for the practice and confi-"),
            (11, "dentiality is the duty of each of them at all times, at work and at home."),
            (16, "Duties"),
            (11, "All of the staff will follow this policy and will ask when they are in doubt.")
        );
        AddPage(pdf, font, 2, (16, "Review"), (11, "This policy is reviewed each year by the practice manager, or sooner if needed."));

        var policy = ImportedFile.Policy(pdf.Build(), "policy.pdf");

        Assert.Equal(
            [
                "# Scope",
                "This policy covers all of the staff who work for the practice and confidentiality is the duty of each of them "
                    + "at all times, at work and at home.",
                "# Duties",
                "All of the staff will follow this policy and will ask when they are in doubt.",
                "# Review",
                "This policy is reviewed each year by the practice manager, or sooner if needed.",
            ],
            ImportedFile.Lines(policy)
        );
    }

    private static void AddPage(
        PdfDocumentBuilder pdf,
        PdfDocumentBuilder.AddedFont font,
        int number,
        params (double Size, string Text)[] lines
    )
    {
        var page = pdf.AddPage(PageSize.A4);
        page.AddText("Hartwood Healthcare policies", 9, new PdfPoint(Left, 810), font);
        page.AddText($"Page {number} of 2", 9, new PdfPoint(Left, 30), font);
        var (height, before) = (760.0, 0.0);
        foreach (var (size, text) in lines)
        {
            height -= size == before ? 14 : 30;
            page.AddText(text, size, new PdfPoint(Left, height), font);
            before = size;
        }
    }
}
