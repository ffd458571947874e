using static HartwoodPolicyBot.Tests.Policies.PrintedLines;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>No word of a printed page is lost, cut or put together with another.</summary>
public sealed class ImportPrintedWordTests
{
    [Theory]
    [InlineData("write to https://www.hartwood-", "group-practice.example.org", "https://www.hartwood-group-practice.example.org")]
    [InlineData(
        "write to https://www.hartwood.example.org/",
        "requests/form-for-people",
        "https://www.hartwood.example.org/requests/form-for-people"
    )]
    [InlineData("write to access.requests@hartwood-", "practice.example.org", "access.requests@hartwood-practice.example.org")]
    [InlineData("see www.hartwood.example.org/", "and the notes", "www.hartwood.example.org/ and")]
    [InlineData("write to access@hartwood.example.org.", "We answer", "access@hartwood.example.org. We")]
    public void An_address_that_goes_on_in_the_next_line_is_one_word(string first, string second, string expected)
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                Scope,
                Body,
                Duties,
                new(60, 675, 11, $"Those who would like to see what we keep about them {first}"),
                new(60, 661, 11, $"{second} on any day of the week, and we answer them in a month or less."),
            ])
        );

        Assert.Contains(
            expected,
            string.Join(' ', ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf"))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_comma_after_the_mark_of_a_footnote_is_next_to_its_word()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                Scope,
                new(60, 735, 11, "All of it is confidential"),
                new(180.5, 739, 6, "1"),
                new(184, 735, 11, ", and so is anything about the health or the pay of the staff."),
                new(60, 90, 8, "1"),
                new(64.5, 90, 8, "This includes labels and the backs of envelopes."),
            ])
        );

        Assert.Contains(
            "All of it is confidential, and so is anything about the health or the pay of the staff.",
            ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf"))
        );
    }

    [Fact]
    public void Words_that_two_short_pages_have_at_the_same_height_in_their_middle_stay()
    {
        var pdf = new PdfFile();
        PdfLine[] form = [new(60, 500, 11, "Would you employ the candidate again?"), new(60, 470, 11, "Signed and dated by the referee.")];
        pdf.AddPage(PdfFile.Text([Scope with { Text = "Appendix 1" }, Body, new(60, 530, 11, "For the first referee:"), .. form]));
        pdf.AddPage(PdfFile.Text([Scope with { Text = "Appendix 2" }, Body with { Text = "Here is another form." }, .. form]));

        var lines = ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf"));

        Assert.Equal(2, lines.Count(line => line == form[0].Text));
        Assert.Equal(2, lines.Count(line => line == form[1].Text));
    }

    [Fact]
    public void Three_narrow_columns_with_large_headings_are_read_one_after_the_other()
    {
        string[] words = ["paper", "glass", "food"];
        string[] column =
        [
            "The signs beside the #",
            "bins say what goes in,",
            "and the audit lists each",
            "of the # items that",
            "did not belong there in",
            "this week or the week",
            "before it, with the",
            "day that it was seen.",
        ];
        var pdf = new PdfFile();

        // The heading of a column stands a little lower than a line of the column at its left.
        pdf.AddPage(
            PdfFile.Text(
                words.SelectMany(
                    (word, place) =>
                        column
                            .Select(
                                (line, number) =>
                                    new PdfLine(
                                        60 + (160 * place),
                                        712 - (12.5 * number) - (place * 39.5),
                                        11,
                                        line.Replace("#", word, StringComparison.Ordinal)
                                    )
                            )
                            .Prepend(new PdfLine(60 + (160 * place), 735 - (place * 39.5), 16, $"All {word}", "F2"))
                )
            )
        );

        Assert.Equal(
            words.SelectMany(word =>
                new[]
                {
                    $"# All {word}",
                    $"The signs beside the {word} bins say what goes in, and the audit lists each of the {word} items that did not "
                        + "belong there in this week or the week before it, with the day that it was seen.",
                }
            ),
            ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf"))
        );
    }

    [Fact]
    public void A_few_lines_of_two_columns_on_the_next_page_are_read_one_column_after_the_other()
    {
        static IEnumerable<PdfLine> Column(double left, double top, string[] lines) =>
            lines.Select((line, number) => new PdfLine(left, top - (14 * number), 11, line));
        string[] first =
        [
            "The office asks each visitor for a name",
            "and a telephone number, and gives out",
            "a badge that is worn for all of the visit",
            "and is given back at the desk by those",
            "who leave the building for the day, who",
        ];
        string[] second =
        [
            "come with somebody else, and who is",
            "a parent or who looks after them, and",
            "stay with that person for all of the time",
            "that they are in the building, also when",
            "the weather is fine and the doors to it",
        ];
        var pdf = new PdfFile();
        pdf.AddPage(PdfFile.Text([Scope, .. Column(60, 735, first), .. Column(306, 735, second)]));
        pdf.AddPage(
            PdfFile.Text([
                .. Column(60, 760, ["sign the book and say at which time it", "was that they went out of the house"]),
                .. Column(306, 760, ["or the garden, which the nurse checks", "when it is time for the doctor."]),
                Duties,
                Body with
                {
                    Y = 675,
                },
            ])
        );

        Assert.Equal(
            [
                "# Scope",
                $"{string.Join(' ', first)} {string.Join(' ', second)} sign the book and say at which time it was that they "
                    + "went out of the house or the garden, which the nurse checks when it is time for the doctor.",
                "# Duties",
                Body.Text,
            ],
            ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf"))
        );
    }
}
