using HartwoodPolicyBot.Core.Policies.Import;
using static HartwoodPolicyBot.Tests.Policies.WordFile;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>"APPENDIX A" on one line and its title on the next are two headings, as the file marks them.</summary>
public sealed class ImportPartNameTests
{
    private const string Bold = "<w:b/>";
    private const string Text = "The nurse in charge looks at it each week, and writes down in the book who was told.";

    [Theory]
    [InlineData("APPENDIX A", Bold, "BOOKING FORM", Bold)]
    [InlineData("Appendix 1", Bold, "Booking form", Bold)]
    [InlineData("APPENDIX A", Bold, "Booking form", Bold)]
    [InlineData("Appendix A:", Bold, "Booking form", "<w:u w:val=\"single\"/>")]
    [InlineData("Annex II", Bold, "Booking form", "<w:b/><w:sz w:val=\"32\"/>")]
    [InlineData("Schedule 2", "", "Booking form", Bold)]
    public void Of_a_Word_file_without_marks(string part, string partLook, string title, string titleLook)
    {
        var policy = Word(Paragraph(R(part, partLook)) + Paragraph(R(title, titleLook)));

        Assert.Equal(["# Purpose", "# Waste", $"# {part}", $"# {title}"], Level(policy));
        Assert.Equal(Text, ImportedFile.Lines(policy)[^1]);
    }

    [Fact]
    public void The_sections_of_an_appendix_stay_headings_of_their_own()
    {
        var policy = ImportedFile.Policy(
            Of(
                P("Purpose", "Heading1")
                    + P(Text)
                    + P("Appendix A", "Heading1")
                    + P("Before the visit", "Heading2")
                    + P(Text)
                    + P("After the visit", "Heading2")
                    + P(Text)
            ),
            "policy.docx"
        );

        Assert.Equal(["# Purpose", "# Appendix A", "## Before the visit", "## After the visit"], ImportedFile.Headings(policy));
    }

    [Fact]
    public void An_appendix_right_before_a_numbered_heading_or_another_appendix_stays_alone()
    {
        var policy = Word(
            Paragraph(R("Appendix A", Bold))
                + Paragraph(R("Appendix B", Bold))
                + P(Text)
                + Paragraph(R("Part C", Bold))
                + Paragraph(R("7. Review", Bold))
        );

        Assert.Equal(["# Purpose", "# Waste", "# Appendix A", "# Appendix B", "# Part C", "# 7. Review"], Level(policy));
    }

    [Theory]
    [InlineData("policy.md", "## Purpose\n\nText one.\n\n## Appendix A\n\n## Booking form\n\nText two.\n")]
    [InlineData("policy.md", "## Purpose\n\nText one.\n\n## Appendix A\n\n### Booking form\n\nText two.\n")]
    [InlineData("policy.txt", "PURPOSE\n\nText one.\n\nREVIEW\n\nText of it.\n\nAPPENDIX A\n\nBOOKING FORM\n\nText two.\n")]
    [InlineData("policy.txt", "PURPOSE\n\nText one.\n\nREVIEW\n\nText of it.\n\nAPPENDIX A\nBOOKING FORM\n\nText two.\n")]
    public void Of_text(string name, string text)
    {
        var policy = ImportedFile.Policy(text, name);

        Assert.Equal(
            ["Appendix A", "Booking form"],
            policy.Sections.TakeLast(2).Select(section => section.Heading),
            StringComparer.OrdinalIgnoreCase
        );
        Assert.Equal("Text two.", Assert.Single(policy.Sections[^1].Clauses).Text);
    }

    [Theory]
    [InlineData("APPENDIX A", 11, "BOOKING FORM", 11, 24)]
    [InlineData("Appendix A", 11, "Booking form", 11, 24)]
    [InlineData("Appendix A", 11, "Booking form", 14, 24)]
    [InlineData("APPENDIX A", 14, "BOOKING FORM", 14, 17)]
    [InlineData("Annexe 2", 16, "Booking form", 16, 19)]
    public void Of_a_printed_page(string part, double partSize, string title, double size, double apart)
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                new(60, 760, 11, "Scope", "F2"),
                new(60, 742, 11, Text),
                new(60, 712, 11, "Waste", "F2"),
                new(60, 694, 11, Text),
                new(60, 664, partSize, part, "F2"),
                new(60, 664 - apart, size, title, "F2"),
                new(60, 620, 11, Text),
            ])
        );

        var policy = ImportedFile.Policy(pdf.Build(), "policy.pdf");

        Assert.Equal(["# Scope", "# Waste", $"# {part}", $"# {title}"], Level(policy));
    }

    private static ImportedPolicy Word(string end) =>
        ImportedFile.Policy(
            Of(Paragraph(R("Purpose", Bold)) + P(Text) + Paragraph(R("Waste", Bold)) + P(Text) + end + P(Text)),
            "policy.docx"
        );

    private static string[] Level(ImportedPolicy policy) =>
        [.. ImportedFile.Headings(policy).Select(heading => $"# {heading.TrimStart('#').TrimStart()}")];
}
