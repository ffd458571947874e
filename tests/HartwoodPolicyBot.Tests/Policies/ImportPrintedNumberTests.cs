namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>The number of a printed clause and its first word are two words, however near to each other they are printed.</summary>
public sealed class ImportPrintedNumberTests
{
    [Theory]
    [InlineData("2.1.1", "Staff", 24.46)]
    [InlineData("2.1.1", "Staff", 26)]
    [InlineData("2.1", "Staff", 15.8)]
    [InlineData("(a)", "staff", 14)]
    [InlineData("10.", "Staff", 15.6)]
    [InlineData("iv.", "staff", 11.3)]
    public void A_number_that_is_near_to_the_first_word_has_a_space_after_it(string number, string word, double apart)
    {
        var policy = ImportedFile.Policy(
            Numbered(number, $"{word} will follow this policy, and those who are not sure", apart),
            "policy.pdf"
        );

        Assert.Contains($"{number} {word} will follow this policy, and those who are not sure will ask.", Listed(policy));
    }

    [Theory]
    [InlineData("2.5", "mg", 15.29)]
    [InlineData("2.5", "GHz", 15.29)]
    [InlineData("(s)", "he", 12.83)]
    [InlineData("3", "D", 6.12)]
    [InlineData("2.1.1", "A", 24.46)]
    public void A_number_that_is_a_part_of_a_word_has_none(string number, string word, double apart)
    {
        var policy = ImportedFile.Policy(
            Numbered(number, $"{word} will follow this policy, and those who are not sure", apart, 60),
            "policy.pdf"
        );

        Assert.Contains($"{number}{word} will follow this policy, and those who are not sure will ask.", Listed(policy));
    }

    private static string[] Listed(Core.Policies.Import.ImportedPolicy policy) =>
        [.. ImportedFile.Lines(policy).Select(line => line.TrimStart('-', ' '))];

    /// <summary>A paragraph of two lines: the second begins below the first word, or else at the left.</summary>
    private static byte[] Numbered(string number, string text, double apart, double? left = null)
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                new(60, 760, 16, "Scope", "F2"),
                new(60, 735, 11, "This policy covers all of the staff who work for the practice, and everybody else."),
                new(60, 700, 11, number),
                new(60 + apart, 700, 11, text),
                new(left ?? 60 + apart, 686, 11, "will ask."),
                new(60, 640, 16, "Duties", "F2"),
                new(60, 615, 11, "This policy covers all of the staff who work for the practice, and everybody else."),
            ])
        );
        return pdf.Build();
    }
}
