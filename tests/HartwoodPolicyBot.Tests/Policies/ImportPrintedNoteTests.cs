using static HartwoodPolicyBot.Tests.Policies.PrintedLines;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>A footnote at the foot of a printed page cuts nothing that goes on over the page. It is read after its own paragraph.</summary>
public sealed class ImportPrintedNoteTests
{
    private static readonly PdfLine[] Start =
    [
        Scope,
        Body,
        new(300, 739, 6, "1"),
        new(60, 90, 8, "1"),
        new(64.5, 90, 8, "Sections 42 to 47 of the Care Act, as they were changed"),
        new(60, 80, 8, "in the year after."),
    ];

    private static readonly string[] Noted =
    [
        "# Scope",
        Body.Text,
        "Sections 42 to 47 of the Care Act, as they were changed in the year after.",
    ];

    [Fact]
    public void A_list_that_goes_on_over_the_page_is_not_cut_by_a_footnote()
    {
        string[] items = ["- harm;", "- neglect;", "- modern slavery;", "- abuse of money;"];
        var pdf = new PdfFile();
        pdf.AddPage(PdfFile.Text([.. Start, new(60, 130, 11, items[0]), new(60, 116, 11, items[1])]));
        pdf.AddPage(PdfFile.Text([new(60, 760, 11, items[2]), new(60, 746, 11, items[3]), .. End]));

        var policy = ImportedFile.Policy(pdf.Build(), "policy.pdf");

        Assert.Equal(
            [.. Noted, "- harm;", "- neglect;", "- modern slavery;", "- abuse of money;", "# Duties", Body.Text],
            ImportedFile.Lines(policy)
        );
        Assert.Contains(policy.Doubts, doubt => doubt.Sentence.StartsWith("There is a footnote here.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sentence_that_goes_on_over_the_page_is_not_cut_by_the_footnote_of_another_line()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                .. Start,
                new(60, 130, 11, "All of the staff who work for the practice will follow this policy, and those who are not sure"),
            ])
        );
        pdf.AddPage(PdfFile.Text([new(60, 760, 11, "will ask the practice manager."), .. End]));

        Assert.Equal(
            [
                .. Noted,
                "All of the staff who work for the practice will follow this policy, and those who are not sure "
                    + "will ask the practice manager.",
                "# Duties",
                Body.Text,
            ],
            ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf"))
        );
    }

    [Fact]
    public void A_table_that_goes_on_over_the_page_is_not_cut_by_a_footnote_and_one_of_its_own_is_read_after_its_row()
    {
        static string Row(double y, string left, string right) =>
            PdfFile.Text([new(66, y + 6, 11, left), new(206, y + 6, 11, right)]) + $"60 {y} 140 20 re S\n200 {y} 300 20 re S\n";
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([.. Start, new(246, 150, 6, "2"), new(60, 70, 8, "2"), new(64.5, 70, 8, "From the day on which they end.")])
                + Row(160, "Record", "What happens to it")
                + Row(140, "Rotas", "Kept for a year")
        );
        pdf.AddPage(Row(760, "Minutes", "Kept for 20 years") + Row(740, "Diaries", "Kept for 2 years") + PdfFile.Text(End));

        Assert.Equal(
            [
                .. Noted,
                "- Record | What happens to it",
                "- Rotas | Kept for a year",
                "From the day on which they end.",
                "- Minutes | Kept for 20 years",
                "- Diaries | Kept for 2 years",
                "# Duties",
                Body.Text,
            ],
            ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf"))
        );
    }

    [Theory]
    [InlineData(true, 7)]
    [InlineData(true, 11)]
    [InlineData(false, 7)]
    public void Footnotes_as_large_as_the_text_are_read_once_after_their_own_paragraph(bool hasLine, double size)
    {
        var pdf = new PdfFile();
        var raised = size < 11 ? 4 : 0;
        pdf.AddPage(
            PdfFile.Text([
                Scope,
                Body,
                new(462, 739, 7, "1"),
                new(60, 160, 11, "All of the staff will follow this policy, and those who are not sure"),
                new(402, 164, 7, "2"),
                new(60, 100 + raised, size, "1"),
                new(68, 100, 11, "Sections 42 to 47 of the Care Act, as they were changed"),
                new(60, 86, 11, "in the year after."),
                new(60, 72 + raised, size, "2"),
                new(68, 72, 11, "This means the duty doctor too."),
            ]) + (hasLine ? "60 116 144 0.5 re f\n" : "")
        );
        pdf.AddPage(PdfFile.Text([new(60, 760, 11, "will ask the practice manager."), .. End]));

        var policy = ImportedFile.Policy(pdf.Build(), "policy.pdf");

        Assert.Equal(
            [
                .. Noted,
                "All of the staff will follow this policy, and those who are not sure will ask the practice manager.",
                "This means the duty doctor too.",
                "# Duties",
                Body.Text,
            ],
            ImportedFile.Lines(policy)
        );
    }

    [Fact]
    public void Notes_in_the_middle_of_a_page_take_nothing_of_what_is_below_them()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                Scope,
                Body,
                new(462, 739, 7, "1"),
                new(60, 714, 7, "1"),
                new(66, 710, 11, "Sections 42 to 47 of the Care Act."),
                .. End,
            ])
        );

        Assert.Equal(
            ["# Scope", Body.Text, "Sections 42 to 47 of the Care Act.", "# Duties", Body.Text],
            ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf"))
        );
    }

    private static PdfLine[] End => [Duties with { Y = 680 }, Body with { Y = 655 }];
}
