using HartwoodPolicyBot.Core.Policies.Import;
using static HartwoodPolicyBot.Tests.Policies.PrintedLines;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>What programs print around the words of a policy is not read as words, and what can't be told is said.</summary>
public sealed class ImportPrintedTests
{
    [Fact]
    public void A_large_first_letter_is_read_with_its_word()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                Scope,
                new(60, 710, 40, "F"),
                new(88, 728, 11, "amilies are part of the team. This page says when they can come, and what"),
                new(88, 712, 11, "we ask of them while they are here."),
                Duties with
                {
                    Y = 670,
                },
                new(60, 645, 11, "All of the staff will follow this policy and will ask when they are in doubt."),
            ])
        );

        Assert.Equal("Families", ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf"))[1].Split(' ')[0]);
    }

    [Fact]
    public void A_box_beside_the_text_is_read_after_the_paragraph_beside_it()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                Scope,
                new(60, 735, 11, "This policy covers all of the staff who work for the"),
                new(60, 721, 11, "practice, whoever they are."),
                new(420, 728, 10, "Ring 01632 960 333"),
                new(420, 714, 10, "on any day."),
                Duties with
                {
                    Y = 680,
                },
                new(60, 655, 11, "All of the staff will follow this policy and will ask when they are in doubt."),
            ]) + "410 705 120 36 re S\n40 30 515 780 re S\n"
        );

        var policy = ImportedFile.Policy(pdf.Build(), "policy.pdf");

        Assert.Equal(
            [
                "# Scope",
                "This policy covers all of the staff who work for the practice, whoever they are.",
                "Ring 01632 960 333 on any day.",
                "# Duties",
                "All of the staff will follow this policy and will ask when they are in doubt.",
            ],
            ImportedFile.Lines(policy)
        );
        Assert.Contains(policy.Doubts, doubt => doubt.Kind == ImportDoubtKind.TextBox);
    }

    [Fact]
    public void A_letter_on_its_own_is_a_doubt_about_a_text_box()
    {
        var pdf = new PdfFile();
        pdf.AddPage(PdfFile.Text([Scope, Body, new(70, 715, 11, "I"), Duties with { Y = 680 }, Body with { Y = 655 }]));

        Assert.Contains(
            ImportedFile.Policy(pdf.Build(), "policy.pdf").Doubts,
            doubt => doubt.Kind == ImportDoubtKind.TextBox && doubt.Sentence.Contains("“I”", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_number_of_a_footnote_is_not_read_as_part_of_its_first_word()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                Scope,
                Body,
                Duties,
                new(60, 675, 11, "All of the staff will follow this policy and will ask when they are in doubt."),
                new(300, 679, 6, "1"),
                new(60, 90, 8, "1"),
                new(64.5, 90, 8, "NHS rotas are covered by another policy."),
            ])
        );

        Assert.Contains("NHS rotas are covered by another policy.", ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf")));
    }

    [Fact]
    public void A_list_of_contents_with_one_space_before_its_page_numbers_is_left_out()
    {
        const string Text =
            "Contents\n1 Scope 2\n2 Covid 19 3\n3 Review 3\n\n1 Scope\n\nAll staff.\n\n2 Covid 19\n\nWash hands.\n\n3 Review\n\nIn 2027.\n";
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                new(60, 780, 14, "Contents"),
                new(60, 762, 11, "1 Scope 1"),
                new(60, 748, 11, "2 Duties 1"),
                Scope with
                {
                    Y = 700,
                    Text = "1 Scope",
                },
                Body with
                {
                    Y = 675,
                },
                Duties with
                {
                    Y = 640,
                    Text = "2 Duties",
                },
                new(60, 615, 11, "All of the staff will follow this policy and will ask when they are in doubt."),
            ])
        );

        var (text, printed) = (ImportedFile.Policy(Text, "policy.txt"), ImportedFile.Policy(pdf.Build(), "policy.pdf"));

        Assert.Equal(["# 1 Scope", "# 2 Covid 19", "# 3 Review"], ImportedFile.Headings(text));
        Assert.Equal(
            "1 Scope All staff. 2 Covid 19 Wash hands. 3 Review In 2027.",
            string.Join(' ', ImportedFile.Words(text).SkipWhile(word => word != "1"))
        );
        Assert.Equal(["# 1 Scope", "# 2 Duties"], ImportedFile.Headings(printed));
        Assert.DoesNotContain(ImportedFile.Words(printed), word => word == "Contents");
    }

    [Fact]
    public void Lines_that_are_printed_over_each_other_are_read_one_after_the_other_and_the_doubt_says_so()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                Scope,
                Body,
                new(64, 732, 10, "Requests to the office, please"),
                Duties with
                {
                    Y = 680,
                },
                Body with
                {
                    Y = 655,
                    Text = "All of the staff will follow this policy.",
                },
            ])
        );

        var policy = ImportedFile.Policy(pdf.Build(), "policy.pdf");

        Assert.Equal(
            ["# Scope", Body.Text, "Requests to the office, please", "# Duties", "All of the staff will follow this policy."],
            ImportedFile.Lines(policy)
        );
        Assert.Contains(
            policy.Doubts,
            doubt => doubt.Sentence.StartsWith("Words on page 1 are printed over each other", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_line_in_the_margin_of_the_only_page_is_left_out_and_the_doubt_says_so()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                new(72, 797, 10, "Hartwood Healthcare"),
                Scope with
                {
                    X = 72,
                    Y = 754,
                },
                Body with
                {
                    X = 72,
                    Y = 730,
                },
                Duties with
                {
                    X = 72,
                },
                new(72, 675, 11, "All of the staff will follow this policy and will ask when they are in doubt."),
                new(72, 42, 9, "Issued in October 2026"),
            ])
        );

        var policy = ImportedFile.Policy(pdf.Build(), "policy.pdf");

        Assert.Equal(
            ["# Scope", Body.Text, "# Duties", "All of the staff will follow this policy and will ask when they are in doubt."],
            ImportedFile.Lines(policy)
        );
        Assert.Contains(policy.Doubts, doubt => doubt.Sentence == "I left out the lines at the top and bottom of the pages.");
    }

    [Fact]
    public void The_first_line_of_the_only_page_is_read_where_all_of_the_text_is_as_near_to_the_edges()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                new(30, 797, 11, "This page says what staff do when a child is ill at school."),
                Scope with
                {
                    X = 30,
                    Y = 754,
                },
                Body with
                {
                    X = 30,
                    Y = 730,
                },
                Duties with
                {
                    X = 30,
                },
                new(30, 675, 11, "All of the staff will follow this policy and will ask when they are in doubt."),
            ])
        );

        Assert.Contains(
            "This page says what staff do when a child is ill at school.",
            ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf"))
        );
    }

    [Fact]
    public void A_line_at_the_edge_that_a_file_marks_as_none_of_its_text_is_left_out()
    {
        var pdf = new PdfFile();
        var line = PdfFile.Text([new(60, 780, 11, "Hartwood Healthcare")]);
        pdf.AddPage(
            $"/Artifact BMC\n{line}EMC\n"
                + PdfFile.Text([
                    Scope,
                    Body,
                    Duties,
                    new(60, 675, 11, "All of the staff will follow this policy and will ask when they are in doubt."),
                ])
        );

        Assert.DoesNotContain("Hartwood", ImportedFile.Words(ImportedFile.Policy(pdf.Build(), "policy.pdf")));
    }
}
