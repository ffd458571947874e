using HartwoodPolicyBot.Core.Policies.Import;
using static HartwoodPolicyBot.Tests.Policies.WordFile;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>A heading of which a part looks otherwise, as after a tracked change, is still a heading.</summary>
public sealed class ImportMixedHeadingTests
{
    private const string Bold = "<w:b/>";
    private const string Blue = """<w:color w:val="005EB8"/>""";
    private const string Red = """<w:color w:val="C00000"/>""";
    private static readonly string[] Expected = ["# Purpose", "# Protective equipment", "# Waste"];

    [Theory]
    [InlineData(Blue, Blue + Red, Blue)]
    [InlineData(Blue, Red, Blue)]
    [InlineData(Blue, "", Blue)]
    [InlineData(Bold, Bold + Red, Bold)]
    [InlineData(Bold, "", Bold)]
    [InlineData("<w:i/>", Red, "<w:i/>")]
    public void The_inserted_part_of_a_heading_may_look_otherwise(string others, string inserted, string rest)
    {
        var heading = Paragraph($"""<w:ins w:id="1" w:author="A">{R("Protective", inserted)}</w:ins>""" + R(" equipment", rest));

        Assert.Equal(Expected, ImportedFile.Headings(Read(others, heading)));
    }

    [Fact]
    public void The_parts_of_a_heading_may_have_two_colours()
    {
        var heading = Paragraph(R("Protective ", Red) + R("equipment", Blue));

        Assert.Equal(Expected, ImportedFile.Headings(Read(Blue, heading)));
    }

    [Theory]
    [InlineData("Protective equip", "ment")]
    [InlineData("Protective", " equipment")]
    public void A_heading_of_which_most_is_bold_is_one_and_the_doubt_says_so(string bold, string rest)
    {
        var policy = Read(Bold, Paragraph(R(bold, Bold) + R(rest)));

        Assert.Equal(Expected, ImportedFile.Headings(policy));
        Assert.Contains(
            policy.Doubts,
            doubt =>
                doubt.Kind == ImportDoubtKind.Heading && doubt.Sentence.Contains("“Protective equipment” may not", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Names_with_what_they_are_for_below_each_other_are_no_headings()
    {
        var names = Paragraph(R("Practice manager", Bold) + R(" Jo Shah")) + Paragraph(R("Caldicott guardian", Bold) + R(" Dr Lee"));

        var policy = Read(Bold, names);

        Assert.Equal(["# Purpose", "# Waste"], ImportedFile.Headings(policy));
    }

    [Fact]
    public void A_printed_heading_in_two_colours_is_one()
    {
        var pdf = new PdfFile();
        const string blue = "0 0.37 0.72 rg";
        pdf.AddPage(
            PdfFile.Text([
                new(60, 760, 11, "Purpose", Colour: blue),
                new(60, 742, 11, "This policy covers all of the staff who work for the practice, and everybody else."),
                new(60, 712, 11, "Protective", Colour: "0.75 0 0 rg"),
                new(114, 712, 11, "equipment", Colour: blue),
                new(60, 694, 11, "The nurse in charge looks at it each week, and writes down in the book who was told."),
                new(60, 664, 11, "Waste", Colour: blue),
                new(60, 646, 11, "The nurse rings the doctor at once, and writes it down on the same day."),
            ])
        );

        Assert.Equal(Expected, ImportedFile.Headings(ImportedFile.Policy(pdf.Build(), "policy.pdf")));
    }

    [Fact]
    public void A_printed_heading_whose_bookmark_also_has_the_words_that_were_taken_out_is_one()
    {
        string[] titles = ["Purpose", "Personal protectiveProtective equipment", "Visors", "Waste", "Review"];
        var pdf = new PdfFile("/Outlines 7 0 R");
        pdf.Add("<< /Type /Outlines /First 8 0 R /Last 12 0 R /Count 5 >>");
        for (var i = 0; i < titles.Length; i++)
        {
            var near = (i > 0 ? $"/Prev {7 + i} 0 R " : "") + (i + 1 < titles.Length ? $"/Next {9 + i} 0 R" : "");
            pdf.Add($"<< /Title ({titles[i]}) /Parent 7 0 R /Dest [14 0 R /Fit] {near} >>");
        }

        const string blue = "0 0.37 0.72 rg";
        pdf.AddPage(
            PdfFile.Text([
                new(60, 760, 16, "Purpose", "F2", blue),
                new(60, 738, 11, "This policy covers all of the staff who work for the practice, and everybody else."),
                new(60, 708, 16, "Protective", "F2", "0.75 0 0 rg"),
                new(150, 708, 16, "equipment", "F2", blue),
                new(60, 686, 11, "The nurse in charge looks at it each week, and writes down in the book who was told."),
                new(60, 656, 16, "Waste", "F2", blue),
                new(60, 634, 11, "The nurse rings the doctor at once, and writes it down on the same day."),
                new(60, 604, 16, "Review", "F2", blue),
                new(60, 582, 11, "The partners look at this policy once a year."),
            ])
        );

        var policy = ImportedFile.Policy(pdf.Build(), "policy.pdf");

        Assert.Equal([.. Expected, "# Review"], ImportedFile.Headings(policy));
        Assert.DoesNotContain(policy.Doubts, doubt => doubt.Kind == ImportDoubtKind.Heading);
    }

    private static ImportedPolicy Read(string look, string heading) =>
        ImportedFile.Policy(
            Of(
                Paragraph(R("Purpose", look))
                    + P("This policy covers all of the staff who work for the practice, and everybody else.")
                    + heading
                    + P("The nurse in charge looks at it each week, and writes down in the book who was told.")
                    + Paragraph(R("Waste", look))
                    + P("The nurse rings the doctor at once, and writes it down on the same day.")
            ),
            "policy.docx"
        );

    [Fact]
    public void Bold_names_with_telephone_numbers_are_no_headings()
    {
        var names = Paragraph(R("Duty manager", Bold) + R(" 01234 555 001")) + Paragraph(R("Duty nurse 07700 900123", Bold));

        Assert.Equal(["# Purpose", "# Waste"], ImportedFile.Headings(Read(Bold, names)));
    }
}
