namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>A heading that its author broke over two lines of a printed page is one, and two headings stay two.</summary>
public sealed class ImportBrokenHeadingTests
{
    [Theory]
    [InlineData("CONTROL OF SUBSTANCES", "HAZARDOUS TO HEALTH", "F1")]
    [InlineData("3. CONTROL OF SUBSTANCES", "HAZARDOUS TO HEALTH", "F2")]
    [InlineData("ORDERING, RECEIVING", "AND STORING MEDICINES", "F2")]
    [InlineData("What to do when a patient", "Refuses their medicine", "F2")]
    public void A_heading_that_is_broken_over_two_lines_is_one_heading(string first, string second, string font)
    {
        var policy = ImportedFile.Policy(Broken(first, second, font, 14), "policy.pdf");

        Assert.Equal(["# SCOPE", $"# {first} {second}", "# ERRORS"], Level(ImportedFile.Headings(policy)));
    }

    [Theory]
    [InlineData("APPENDIX B", "BOOKING FORM", 14)]
    [InlineData("DUTIES OF STAFF", "RECEPTION STAFF", 22)]
    [InlineData("APPENDIX B", "APPENDIX C", 14)]
    public void Two_headings_with_no_text_between_them_are_two(string first, string second, double apart)
    {
        var policy = ImportedFile.Policy(Broken(first, second, "F2", apart), "policy.pdf");

        Assert.Equal(["# SCOPE", $"# {first}", $"# {second}", "# ERRORS"], Level(ImportedFile.Headings(policy)));
    }

    private static byte[] Broken(string first, string second, string font, double apart)
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                new(60, 760, 11, "SCOPE", font),
                new(60, 742, 11, "This policy covers all of the staff who work for the practice, and everybody else"),
                new(60, 728, 11, "who is in the building."),
                new(60, 698, 11, first, font),
                new(60, 698 - apart, 11, second, font),
                new(60, 680 - apart, 11, "The nurse in charge looks at it each week, and writes down in the book who was told"),
                new(60, 666 - apart, 11, "and when."),
                new(60, 636 - apart, 11, "ERRORS", font),
                new(60, 618 - apart, 11, "The nurse rings the doctor at once, and writes it down on the same day."),
            ])
        );
        return pdf.Build();
    }

    private static string[] Level(string[] headings) =>
        [.. headings.Select(heading => heading.Replace("##", "#", StringComparison.Ordinal))];
}
