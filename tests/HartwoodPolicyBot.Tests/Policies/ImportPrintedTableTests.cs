using static HartwoodPolicyBot.Tests.Policies.PrintedLines;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Tables and columns of a printed page are read in the order in which a person reads them.</summary>
public sealed class ImportPrintedTableTests
{
    [Fact]
    public void The_top_row_of_a_table_is_read_once_where_the_next_page_has_it_again()
    {
        var pdf = new PdfFile();
        static string Row(double y, string left, string right) =>
            PdfFile.Text([new(66, y + 6, 11, left), new(206, y + 6, 11, right)]) + $"60 {y} 140 20 re S\n200 {y} 300 20 re S\n";
        pdf.AddPage(
            PdfFile.Text([Scope, Body])
                + Row(690, "Record", "What happens to it")
                + Row(670, "Rotas", "Kept for a year")
                + Row(650, "Minutes", "Kept for 20 years")
        );
        pdf.AddPage(
            Row(760, "Record", "What happens to it")
                + Row(740, "Diaries", "Kept for 2 years")
                + Row(720, "Invoices", "Kept for 6 years")
                + PdfFile.Text([Duties with { Y = 690 }, Body with { Y = 665 }])
        );

        Assert.Equal(
            [
                "- Record | What happens to it",
                "- Rotas | Kept for a year",
                "- Minutes | Kept for 20 years",
                "- Diaries | Kept for 2 years",
                "- Invoices | Kept for 6 years",
            ],
            ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf")).Where(line => line.StartsWith('-'))
        );
    }

    [Fact]
    public void A_heading_below_two_columns_heads_what_is_below_them()
    {
        var pdf = new PdfFile();
        var left = Enumerable
            .Range(0, 6)
            .Select(i => new PdfLine(60, 720 - (i * 14), 11, $"Line {i} of the left column is about this wide"));
        var right = Enumerable
            .Range(0, 4)
            .Select(i => new PdfLine(320, 720 - (i * 14), 11, $"Line {i} of the right column is about as wide"));
        pdf.AddPage(
            PdfFile.Text([
                Scope with
                {
                    Y = 745,
                },
                .. left,
                .. right,
                Duties with
                {
                    Y = 620,
                },
                new(60, 595, 11, "All of the staff will follow this policy and will ask when they are in doubt."),
            ])
        );

        var lines = ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf"));

        Assert.Equal(["# Duties", "All of the staff will follow this policy and will ask when they are in doubt."], lines[^2..]);
    }

    [Fact]
    public void A_table_with_rows_over_its_whole_width_is_read_cell_by_cell_without_upright_lines()
    {
        var pdf = new PdfFile();
        static string Lines(params double[] heights) => string.Concat(heights.Select(height => $"60 {height} 300 0.5 re f\n"));
        pdf.AddPage(
            PdfFile.Text([
                Scope,
                Body,
                new(66, 706, 14, "What to wear", "F2"),
                new(66, 686, 11, "Autumn and spring"),
                new(226, 686, 11, "Navy jumper, grey"),
                new(226, 673, 11, "skirt and black shoes."),
                new(66, 652, 14, "Shop", "F2"),
                new(66, 632, 11, "On the first Friday of"),
                new(226, 632, 11, "From 3pm to 4pm."),
                new(66, 619, 11, "each month"),
                new(66, 598, 14, "Hair", "F2"),
                new(66, 578, 11, "Long hair is tied back, and plain studs are taken out."),
            ]) + Lines(722, 700, 668, 646, 614, 592, 572)
        );

        Assert.Equal(
            ["- Autumn and spring | Navy jumper, grey skirt and black shoes.", "- On the first Friday of each month | From 3pm to 4pm."],
            ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf")).Where(line => line.StartsWith('-'))
        );
    }

    [Fact]
    public void Columns_with_a_narrow_gap_between_them_are_read_one_after_the_other()
    {
        var pdf = new PdfFile();
        string[] left =
        [
            "Somebody to listen to you, day or night, what-",
            "ever you believe. We can ring a leader of your",
            "faith for you, or",
            "come to your bed, or sit in the quiet room with",
        ];
        string[] right =
        [
            "Ask a nurse to ring the switchboard for you, or",
            "come to the office between nine and five on a",
            "weekday. We come within the hour, at night and",
            "at weekends too, and for as long as you would",
        ];
        pdf.AddPage(
            PdfFile.Text([
                new(60, 760, 14, "What we offer", "F2"),
                new(306, 760, 14, "How to ask", "F2"),
                .. left.Select((line, number) => new PdfLine(60, 735 - (14 * number), 11, line)),
                .. right.Select((line, number) => new PdfLine(306, 735 - (14 * number), 11, line)),
                new(60, 679, 11, "you, as you like."),
                new(306, 679, 11, "like us to stay."),
                Duties with
                {
                    Y = 640,
                    Text = "Records",
                },
                Body with
                {
                    Y = 615,
                    Text = "We write in the notes that we came, and nothing of what was said.",
                },
            ])
        );

        Assert.Equal(
            ["# What we offer", "# How to ask", "# Records"],
            ImportedFile
                .Headings(ImportedFile.Policy(pdf.Build(), "policy.pdf"))
                .Select(heading => heading.Replace("##", "#", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Short_sections_beside_each_other_are_read_one_after_the_other_where_their_headings_are_larger_than_the_text()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                Body with
                {
                    Y = 780,
                },
                new(60, 750, 15, "What we offer", "F2"),
                new(320, 750, 15, "How to ask", "F2"),
                new(60, 730, 11, "Somebody to listen to you, on any day"),
                new(320, 730, 11, "Ask a nurse, or come to the office on"),
                new(60, 716, 11, "and at any hour."),
                new(320, 716, 11, "a weekday."),
                Duties with
                {
                    Y = 680,
                },
                new(60, 655, 11, "All of the staff will follow this policy and will ask when they are in doubt."),
            ])
        );

        Assert.Equal(
            [
                "# ",
                Body.Text,
                "# What we offer",
                "Somebody to listen to you, on any day and at any hour.",
                "# How to ask",
                "Ask a nurse, or come to the office on a weekday.",
                "# Duties",
                "All of the staff will follow this policy and will ask when they are in doubt.",
            ],
            ImportedFile
                .Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf"))
                .Select(line => line.Replace("##", "#", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_table_with_a_larger_top_row_is_read_row_by_row()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                Scope,
                Body,
                new(60, 705, 13, "Record", "F2"),
                new(320, 705, 13, "Kept for", "F2"),
                new(60, 688, 11, "Rotas"),
                new(320, 688, 11, "One year"),
                new(60, 674, 11, "Minutes of meetings"),
                new(320, 674, 11, "20 years"),
                Duties with
                {
                    Y = 640,
                },
                new(60, 615, 11, "All of the staff will follow this policy and will ask when they are in doubt."),
            ])
        );

        Assert.Equal(
            ["- Record | Kept for", "- Rotas | One year", "- Minutes of meetings | 20 years"],
            ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf")).Where(line => line.StartsWith('-'))
        );
    }

    [Fact]
    public void Bold_labels_of_a_form_with_empty_cells_beside_them_are_rows_and_no_headings()
    {
        var pdf = new PdfFile();
        static string Row(double y, string label) =>
            PdfFile.Text([new(66, y + 6, 11, label, "F2")]) + $"60 {y} 140 20 re S\n200 {y} 300 20 re S\n";
        pdf.AddPage(
            PdfFile.Text([Scope, Body])
                + Row(690, "Name of procedure")
                + Row(670, "Benefits")
                + Row(650, "Risks")
                + PdfFile.Text([Duties with { Y = 620 }, Body with { Y = 595 }])
        );

        var policy = ImportedFile.Policy(pdf.Build(), "policy.pdf");

        Assert.Equal(["# Scope", "# Duties"], ImportedFile.Headings(policy));
        Assert.Equal(["- Name of procedure", "- Benefits", "- Risks"], ImportedFile.Lines(policy).Where(line => line.StartsWith('-')));
    }
}
