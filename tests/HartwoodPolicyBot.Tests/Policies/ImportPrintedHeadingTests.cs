using static HartwoodPolicyBot.Tests.Policies.PrintedLines;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Headings of a printed page are found by how they look, and lines that only look like them are not.</summary>
public sealed class ImportPrintedHeadingTests
{
    [Fact]
    public void Small_capitals_are_read_as_small_letters_and_capitals_of_one_size_stay()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                new(60, 760, 18, "V", "F2"),
                new(72, 760, 14, "ISITING", "F2"),
                new(134, 760, 18, "T", "F2"),
                new(145, 760, 14, "IMES", "F2"),
                Body,
                new(60, 700, 18, "NHS", "F2"),
                new(60, 675, 11, "Visitors come between 10am and 8pm, and ask at the desk which way to go."),
            ])
        );

        Assert.Equal(["# Visiting Times", "# NHS"], ImportedFile.Headings(ImportedFile.Policy(pdf.Build(), "policy.pdf")));
    }

    [Fact]
    public void Bold_words_that_start_a_paragraph_are_a_doubt_where_the_file_marks_other_headings()
    {
        static string Start(string bold, string text) => WordFile.Paragraph(WordFile.R(bold, "<w:b/>") + WordFile.R(text));
        var word = WordFile.Of(
            WordFile.P("4 General", "Heading1")
                + Start("4.1 Purpose.", " This policy helps.")
                + Start("4.2 Scope.", " It covers all staff.")
                + Start("Note:", " Ask first.")
                + WordFile.P("5 Review", "Heading1")
                + WordFile.P("It is reviewed each year.")
        );
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                Scope with
                {
                    Text = "4 General",
                },
                new(60, 735, 11, "4.1 Purpose.", "F2"),
                new(135, 735, 11, "This policy helps staff to say what they would say in the waiting room."),
                new(60, 715, 11, "4.2 Scope.", "F2"),
                new(125, 715, 11, "It covers all of the staff who work here, and those who come in to help."),
                Duties with
                {
                    Y = 680,
                    Text = "5 Review",
                },
                Body with
                {
                    Y = 655,
                    Text = "This policy is reviewed each year by the practice manager, or sooner if needed.",
                },
            ])
        );
        var policies = new[]
        {
            ImportedFile.Policy(word, "policy.docx"),
            ImportedFile.Policy(pdf.Build(), "policy.pdf"),
            ImportedFile.Policy(
                "# 4 General\n\n**4.1 Purpose.** This policy helps.\n\n**4.2 Scope.** All staff.\n\n# 5 Review\n\nYearly.\n",
                "policy.md"
            ),
        };

        foreach (var policy in policies)
        {
            Assert.Equal(["# 4 General", "# 5 Review"], ImportedFile.Headings(policy));
            Assert.Equal(
                ["“4.1 Purpose.” may be a heading. I read it as text.", "“4.2 Scope.” may be a heading. I read it as text."],
                policy.Doubts.Where(doubt => doubt.Where == "4 General").Select(doubt => doubt.Sentence)
            );
        }
    }

    [Fact]
    public void The_mark_of_an_endnote_is_no_part_of_a_heading_and_the_words_over_a_table_are_none()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                Scope,
                new(106, 766, 9, "i", "F2"),
                Body,
                Duties,
                Body with
                {
                    Y = 675,
                    Text = "All of the staff will follow this policy.",
                },
                new(60, 650, 9, "Table 1: Who rings the family", "F2"),
                Body with
                {
                    Y = 630,
                    Text = "The nurse in charge rings them on the same day, and writes down who was told what.",
                },
            ])
        );

        Assert.Equal(["# Scope", "# Duties"], ImportedFile.Headings(ImportedFile.Policy(pdf.Build(), "policy.pdf")));
    }

    [Fact]
    public void Headings_with_their_text_beside_them_are_found_without_lines_between_them()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                new(60, 780, 11, "This policy is for all of the staff who work for the practice, and for those who visit it."),
                new(60, 750, 12, "Who is seen", "F2"),
                new(200, 750, 11, "All of the staff who have worked here for three months"),
                new(200, 736, 11, "have a meeting once a year."),
                new(60, 710, 12, "Before the", "F2"),
                new(200, 710, 11, "Both people read the notes of last year, and write down"),
                new(60, 696, 12, "meeting", "F2"),
                new(200, 696, 11, "three things each."),
                new(60, 670, 12, "Afterwards", "F2"),
                new(200, 670, 11, "The plan is signed by both of them within a week of it,"),
                new(200, 656, 11, "and one copy goes into the file."),
            ])
        );

        Assert.Equal(
            [
                "# ",
                "This policy is for all of the staff who work for the practice, and for those who visit it.",
                "# Who is seen",
                "All of the staff who have worked here for three months have a meeting once a year.",
                "# Before the meeting",
                "Both people read the notes of last year, and write down three things each.",
                "# Afterwards",
                "The plan is signed by both of them within a week of it, and one copy goes into the file.",
            ],
            ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf"))
        );
    }

    [Fact]
    public void A_heading_in_capitals_begins_a_paragraph_where_all_lines_are_as_far_apart()
    {
        var pdf = new PdfFile();
        string[] lines =
        [
            "GRAVES",
            "A grave is dug by the sexton.",
            "MEMORIALS",
            "Stones are no higher than four feet. A licence is needed for anything else.",
            "FLOWERS",
            "Wreaths are taken away after a month.",
        ];
        pdf.AddPage(
            PdfFile.Text([
                new(200, 780, 12, "BURIAL GROUND RULES"),
                .. lines.Select((line, number) => new PdfLine(60, 760 - (20 * number), 12, line)),
            ])
        );

        var policy = ImportedFile.Policy(pdf.Build(), "policy.pdf");

        Assert.Equal(["GRAVES", "MEMORIALS", "FLOWERS"], policy.Sections.Select(section => section.Heading).TakeLast(3));
    }

    [Fact]
    public void Underlined_lines_are_headings_and_links_and_tops_of_tables_are_not()
    {
        var pdf = new PdfFile();
        static string Under(double y, double width) => $"60 {y - 1.5} {width} 0.6 re f\n";
        pdf.AddPage(
            PdfFile.Text([
                new(60, 780, 11, "Where you may play"),
                new(60, 755, 11, "Anywhere in the centre, except outside the hospitals, the churches and the library."),
                new(60, 725, 11, "How loud"),
                new(60, 700, 11, "If people in the shop cannot talk to each other, turn it down, or move on at once."),
                new(60, 675, 11, "National guidance", Colour: "0 0 1 rg"),
                new(60, 650, 11, "Right", "F2"),
                new(200, 650, 11, "How", "F2"),
                new(60, 625, 11, "Ask the officer whose name is on the board of the office which of the days are free."),
            ])
                + Under(780, 101)
                + Under(725, 48)
                + Under(675, 90)
        );

        Assert.Equal(["# Where you may play", "# How loud"], ImportedFile.Headings(ImportedFile.Policy(pdf.Build(), "policy.pdf")));
    }

    [Fact]
    public void Headings_at_the_top_of_pages_that_differ_in_their_number_stay_and_page_numbers_go()
    {
        var pdf = new PdfFile();
        string[] headings = ["Scope", "Appendix 1", "Appendix 2", "Appendix 3"];
        for (var page = 1; page <= headings.Length; page++)
        {
            pdf.AddPage(
                PdfFile.Text([
                    Scope with
                    {
                        Text = headings[page - 1],
                    },
                    Body with
                    {
                        Text = $"This part {page} covers all of the staff who work for the practice, and others too.",
                    },
                    new(60, 40, 9, $"Hartwood Healthcare {page}"),
                ])
            );
        }

        var policy = ImportedFile.Policy(pdf.Build(), "policy.pdf");

        Assert.Equal(headings, policy.Sections.Select(section => section.Heading));
        Assert.DoesNotContain("Hartwood", ImportedFile.Words(policy));
    }
}
