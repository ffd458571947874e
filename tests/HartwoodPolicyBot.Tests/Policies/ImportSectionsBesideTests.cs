using HartwoodPolicyBot.Core.Policies.Import;
using static HartwoodPolicyBot.Tests.Policies.WordFile;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Two headings beside each other are two, each with its own text, and the top row of a table is a row.</summary>
public sealed class ImportSectionsBesideTests
{
    private const string Bold = "<w:b/>";

    private static readonly string[] Divided =
    [
        "# Scope",
        "This policy covers all of the staff who work for the practice, and everybody else who is in the building.",
        "# Managers",
        "Managers assess the risks of each post, and look into every incident.",
        "# All staff",
        "All staff follow the system at all times, and report what happens.",
        "# Review",
        "The practice manager reviews it once a year, and after each complaint about it.",
    ];

    [Fact]
    public void Two_bold_headings_on_one_line_with_a_tab_between_them_are_two_headings()
    {
        var policy = ImportedFile.Policy(
            Of(Sections(Tabbed("Managers", "All staff", Bold) + Tabbed(Divided[3], Divided[5]))),
            "policy.docx"
        );

        Assert.Equal(Divided, ImportedFile.Lines(policy));
    }

    [Fact]
    public void Two_bold_headings_with_no_text_of_their_own_below_them_are_a_doubt()
    {
        var policy = ImportedFile.Policy(Of(Sections(Tabbed("Managers", "All staff", Bold) + P("Both of them follow it."))), "policy.docx");

        Assert.Contains(
            policy.Doubts,
            doubt => doubt.Sentence.StartsWith("“Managers” and “All staff” are beside", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Bold_words_with_tabs_over_several_such_lines_are_the_top_row_of_a_table()
    {
        var policy = ImportedFile.Policy(
            Of(Sections(Tabbed("Name", "Room", Bold) + Tabbed("Dr Shah", "12") + Tabbed("Mrs Patel", "14"))),
            "policy.docx"
        );

        Assert.Equal(["# Scope", "# Review"], ImportedFile.Headings(policy));
        Assert.Contains("- Name | Room", ImportedFile.Lines(policy));
        Assert.Contains("- Mrs Patel | 14", ImportedFile.Lines(policy));
    }

    [Fact]
    public void A_number_before_a_tab_is_no_heading_of_its_own()
    {
        var policy = ImportedFile.Policy(Of(Sections(Tabbed("2.", "Duties", Bold) + P("All of them follow it."))), "policy.docx");

        Assert.Contains("# 2. Duties", ImportedFile.Lines(policy));
        Assert.DoesNotContain(policy.Doubts, doubt => doubt.Kind == ImportDoubtKind.ReadingOrder);
    }

    [Fact]
    public void Sections_beside_each_other_in_one_row_of_a_table_are_read_one_after_the_other()
    {
        static string Cell(string heading, string text) => $"<w:tc>{Paragraph(R(heading, Bold))}{P(text)}</w:tc>";

        var policy = ImportedFile.Policy(
            Of(Sections($"<w:tbl><w:tr>{Cell("Managers", Divided[3])}{Cell("All staff", Divided[5])}</w:tr></w:tbl>")),
            "policy.docx"
        );

        Assert.Equal(Divided, ImportedFile.Lines(policy));
    }

    [Fact]
    public void Headings_in_one_row_of_a_table_with_their_texts_in_the_only_other_row_are_read_with_their_texts()
    {
        var heads = $"<w:tr><w:tc>{Paragraph(R("Managers", Bold))}</w:tc><w:tc>{Paragraph(R("All staff", Bold))}</w:tc></w:tr>";

        var policy = ImportedFile.Policy(Of(Sections($"<w:tbl>{heads}{Row(Divided[3], Divided[5])}</w:tbl>")), "policy.docx");

        Assert.Equal(Divided, ImportedFile.Lines(policy));
    }

    [Fact]
    public void Printed_sections_beside_each_other_under_bold_headings_are_read_one_after_the_other()
    {
        var pdf = new PdfFile();
        pdf.AddPage(Page(Columns(700)));

        Assert.Equal(Divided, Level(ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf"))));
    }

    [Fact]
    public void Printed_sections_beside_each_other_in_the_cells_of_a_table_are_read_cell_by_cell()
    {
        var pdf = new PdfFile();
        PdfLine[] below =
        [
            new(60, 644, 11, "Partners", "F2"),
            new(305, 644, 11, "Locums", "F2"),
            new(60, 630, 11, "Partners pay for the training."),
            new(305, 630, 11, "Locums read it on their first day."),
        ];
        var cells = string.Concat(
            new[] { "55 660 245 56", "300 660 250 56", "55 622 245 38", "300 622 250 38" }.Select(cell => $"{cell} re S\n")
        );
        pdf.AddPage(Page([.. Columns(700), .. below], 590) + cells);

        Assert.Equal(
            [
                .. Divided[..6],
                "# Partners",
                "Partners pay for the training.",
                "# Locums",
                "Locums read it on their first day.",
                .. Divided[6..],
            ],
            Level(ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf")))
        );
    }

    [Fact]
    public void Printed_rows_of_sentences_under_bold_words_are_the_rows_of_a_table()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            Page([
                new(60, 700, 11, "Risk", "F2"),
                new(320, 700, 11, "What to do", "F2"),
                new(60, 686, 11, "Somebody falls on the stairs."),
                new(320, 686, 11, "Ring the nurse at once."),
                new(60, 672, 11, "Somebody shouts at the desk."),
                new(320, 672, 11, "Stay calm, and press the button."),
            ])
        );

        Assert.Equal(
            [
                "- Risk | What to do",
                "- Somebody falls on the stairs. | Ring the nurse at once.",
                "- Somebody shouts at the desk. | Stay calm, and press the button.",
            ],
            ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf")).Where(line => line.StartsWith('-'))
        );
    }

    private static PdfLine[] Columns(double top) =>
        [
            new(60, top, 11, "Managers", "F2"),
            new(305, top, 11, "All staff", "F2"),
            new(60, top - 14, 11, "Managers assess the risks of each post,"),
            new(305, top - 14, 11, "All staff follow the system at all times,"),
            new(60, top - 28, 11, "and look into every incident."),
            new(305, top - 28, 11, "and report what happens."),
        ];

    private static string Page(PdfLine[] middle, double end = 620) =>
        PdfFile.Text([
            PrintedLines.Scope,
            PrintedLines.Body with
            {
                Text = "This policy covers all of the staff who work for the practice, and everybody else who is",
            },
            PrintedLines.Body with
            {
                Y = 721,
                Text = "in the building.",
            },
            .. middle,
            PrintedLines.Duties with
            {
                Y = end,
                Text = "Review",
            },
            PrintedLines.Body with
            {
                Y = end - 25,
                Text = Divided[7],
            },
        ]);

    private static string[] Level(string[] lines) => [.. lines.Select(line => line.Replace("##", "#", StringComparison.Ordinal))];

    private static string Sections(string middle) =>
        Paragraph(R("Scope", Bold)) + P(Divided[1]) + middle + Paragraph(R("Review", Bold)) + P(Divided[7]);

    private static string Tabbed(string left, string right, string look = "") =>
        Paragraph(R(left, look) + "<w:r><w:tab/></w:r>" + R(right, look));
}
