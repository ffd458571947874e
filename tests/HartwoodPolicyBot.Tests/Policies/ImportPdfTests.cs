using HartwoodPolicyBot.Core.Policies.Import;
using HartwoodPolicyBot.Tests.Policies.Corpus;
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

    [Theory]
    [InlineData("11/29/26, 8:25 AM", "Acceptable use policy", "file:///C:/Users/Dawn/Acceptable%20use.html", "1/1")]
    [InlineData("Acceptable use policy", "https://www.hartwood.example/policies/use", "1 of 1", "29/11/2026, 08:25")]
    [InlineData("29/11/2026, 08:25", "", "https://www.hartwood.example/policies/use-of-social-media-by…", "1/1")]
    public void What_a_browser_writes_at_the_edges_of_its_only_page_is_not_the_policys(
        string topLeft,
        string topRight,
        string bottomLeft,
        string bottomRight
    )
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                new(24, 820, 8, topLeft),
                new(310, 820, 8, topRight),
                new(34, 780, 20, "Acceptable use policy", "F2"),
                new(34, 740, 15, "Scope", "F2"),
                new(34, 715, 12, "This policy covers all of the staff. See https://www.gmc-uk.org"),
                new(24, 20, 8, bottomLeft),
                new(520, 20, 8, bottomRight),
            ])
        );

        var policy = ImportedFile.Policy(pdf.Build(), "policy.pdf");

        Assert.Equal("Acceptable use policy", policy.Title);
        Assert.Equal(["# Scope", "This policy covers all of the staff.", "See https://www.gmc-uk.org"], ImportedFile.Lines(policy));
        Assert.Contains(policy.Doubts, doubt => doubt.Kind == ImportDoubtKind.LeftOut);
    }

    [Fact]
    public void A_page_that_ends_in_an_address_keeps_it()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                new(34, 780, 15, "Guidance", "F2"),
                new(34, 750, 12, "All of the staff read what the General Medical Council says about social media:"),
                new(34, 730, 12, "https://www.gmc-uk.org/guidance"),
            ])
        );

        Assert.Equal("https://www.gmc-uk.org/guidance", ImportedFile.Words(ImportedFile.Policy(pdf.Build(), "policy.pdf"))[^1]);
    }

    [Fact]
    public void Bullets_that_a_browser_draws_as_shapes_are_bullets_and_ornaments_and_boxes_are_not()
    {
        var pdf = new PdfFile();
        var disc =
            "68 703 m 69.1 703 70 702.1 70 701 c 70 699.9 69.1 699 68 699 c 66.9 699 66 699.9 66 701 c 66 702.1 66.9 703 68 703 c f\n";
        pdf.AddPage(
            PdfFile.Text([
                new(60, 740, 16, "Duties", "F2"),
                new(60, 720, 11, "All of the staff of the practice will do each of these:"),
                new(78, 697, 11, "lock the screen of a computer when they leave it,"),
                new(78, 681, 11, "wear the badge that they were given"),
                new(60, 655, 11, "Tick here if you have read it, and hand this page in to the practice manager."),
            ])
                + disc
                + "66 683 4 4 re f\n"
                + "520 655 6 6 re S\n"
                + "40 742 8 8 re f\n"
        );

        Assert.Equal(
            [
                "# Duties",
                "All of the staff of the practice will do each of these:",
                "- lock the screen of a computer when they leave it,",
                "- wear the badge that they were given",
                "Tick here if you have read it, and hand this page in to the practice manager.",
            ],
            ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf"))
        );
    }

    [Fact]
    public void A_scan_without_words_is_refused_with_what_to_do_also_with_a_stamp_on_each_page()
    {
        var (plain, stamped, mixed) = (new PdfFile(), new PdfFile(), new PdfFile());
        for (var page = 0; page < 3; page++)
        {
            plain.AddPage(PdfFile.Scan, picture: plain.AddPicture());
            stamped.AddPage(PdfFile.Scan + PdfFile.Text([new(200, 20, 8, "Scanned with AnyScan")]), picture: stamped.AddPicture());
        }

        Assert.Equal(ImportRefusals.Scanned, ImportedFile.Read(plain.Build(), "policy.pdf").Refusal);
        Assert.Equal(ImportRefusals.Scanned, ImportedFile.Read(stamped.Build(), "policy.pdf").Refusal);

        mixed.AddPage(PdfFile.Text([new(60, 770, 16, "Scope", "F2"), new(60, 740, 11, "This policy covers all staff of the practice.")]));
        mixed.AddPage(PdfFile.Scan, picture: mixed.AddPicture());
        Assert.Contains(
            ImportedFile.Policy(mixed.Build(), "policy.pdf").Doubts,
            doubt => doubt.Sentence == "Page 2 is only a picture, so its words are missing here. Add them to the file if they matter."
        );
    }

    [Fact]
    public void Pages_that_only_have_drawn_shapes_are_refused_as_pictures_and_an_empty_page_as_empty()
    {
        var (drawn, empty) = (new PdfFile(), new PdfFile());
        drawn.AddPage("60 700 m 100 720 l 140 690 l h f\n");
        empty.AddPage("");

        Assert.Equal(ImportRefusals.Scanned, ImportedFile.Read(drawn.Build(), "policy.pdf").Refusal);
        Assert.Equal(ImportRefusals.Empty, ImportedFile.Read(empty.Build(), "policy.pdf").Refusal);
    }

    [Fact]
    public void A_password_to_open_the_file_is_said()
    {
        var file = new PdfFile();
        file.AddPage(PdfFile.Text([new(60, 770, 11, "This policy covers all staff of the practice.")]));

        Assert.Equal(ImportRefusals.Password, ImportedFile.Read(file.Build("secret"), "policy.pdf").Refusal);
        Assert.NotNull(ImportedFile.Read(file.Build(""), "policy.pdf").Policy);
    }

    [Fact]
    public void A_font_that_does_not_tell_its_letters_is_said()
    {
        const string Map = "begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7E> <E020> endbfrange endcmap";
        var unreadable = new PdfFile(plain: PdfLooks.Unnamed("ABCDEF+Body") + " /ToUnicode 7 0 R");
        unreadable.Add($"<< /Length {Map.Length} >>\nstream\n{Map}\nendstream");
        unreadable.AddPage(PdfFile.Text([new(60, 770, 11, "This policy covers all staff of the practice.")]));

        Assert.Equal(ImportRefusals.UnknownLetters, ImportedFile.Read(unreadable.Build(), "policy.pdf").Refusal);
    }

    [Fact]
    public void Recognised_words_watermarks_and_sideways_words_are_pointed_out()
    {
        var file = new PdfFile();
        var picture = file.AddPicture();
        var line = new PdfLine(60, 700, 11, "This policy covers all staff of the practice and everybody who works for it.");
        file.AddPage(PdfFile.Scan + PdfFile.Text([line with { Mode = 3 }]), picture: picture);
        file.AddPage(PdfFile.Text([line, line with { X = 50, Y = 680, Size = 80, Text = "DRAFT" }]));
        file.AddPage(PdfFile.Text([line]) + PdfFile.Text(line with { Text = "Keep this page." }, 30, 100, turned: 90));

        var doubts = ImportedFile.Policy(file.Build(), "policy.pdf").Doubts.Select(doubt => doubt.Sentence).ToList();

        Assert.Contains("This PDF is a scan, so a program worked out its words. Check them for mistakes.", doubts);
        Assert.Contains("I left out the large or slanted words on page 2, such as a watermark.", doubts);
        Assert.Contains("Words on page 3 are written sideways. Check that they're right and in the right place.", doubts);
        Assert.DoesNotContain(doubts, doubt => doubt.Contains("picture", StringComparison.Ordinal));
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
