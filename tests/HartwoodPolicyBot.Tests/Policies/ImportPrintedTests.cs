using HartwoodPolicyBot.Core.Policies.Import;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>What programs print around the words of a policy is not read as words, and what can't be told is said.</summary>
public sealed class ImportPrintedTests
{
    private static readonly PdfLine Scope = new(60, 760, 16, "Scope", "F2");
    private static readonly PdfLine Body = new(
        60,
        735,
        11,
        "This policy covers all of the staff who work for the practice, and everybody else."
    );
    private static readonly PdfLine Duties = new(60, 700, 16, "Duties", "F2");

    [Fact]
    public void Words_that_a_line_is_drawn_through_are_left_out_and_underlined_words_stay()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                Scope,
                Body,
                new(60, 700, 11, "Staff ask the"),
                new(130, 700, 11, "partners"),
                new(178, 700, 11, "practice manager before they post."),
                new(60, 680, 11, "Nobody posts what a patient has said."),
            ])
                + "130 703 43 0.6 re f\n"
                + "60 678.6 40 0.6 re f\n"
        );

        var policy = ImportedFile.Policy(pdf.Build(), "policy.pdf");

        Assert.Contains("Staff ask the practice manager before they post.", ImportedFile.Lines(policy));
        Assert.Contains("Nobody posts what a patient has said.", ImportedFile.Lines(policy));
        Assert.Contains(policy.Doubts, doubt => doubt.Sentence == "I left out the words that are crossed out on page 1.");
    }

    [Fact]
    public void Words_that_are_struck_out_in_word_are_left_out_and_the_doubt_says_so()
    {
        var word = WordFile.Of(
            WordFile.P("Scope", "Heading1")
                + WordFile.Paragraph(WordFile.R("Stand ") + WordFile.R("2 metres", "<w:strike/>") + WordFile.R(" 3 metres away."))
        );

        var policy = ImportedFile.Policy(word, "policy.docx");

        Assert.Equal(["# Scope", "Stand 3 metres away."], ImportedFile.Lines(policy));
        Assert.Equal("I left out the words that are crossed out here.", Assert.Single(policy.Doubts).Sentence);
    }

    [Fact]
    public void Words_that_are_struck_out_in_markdown_stay_with_their_marks_and_the_doubt_says_so()
    {
        var policy = ImportedFile.Policy("# Scope\n\nStand ~~2 metres~~ 3 metres away.\n\n# Duties\n\nAsk.\n", "policy.md");

        Assert.Contains("Stand ~~2 metres~~ 3 metres away.", ImportedFile.Lines(policy));
        Assert.Equal("There are crossed-out words here, between ~~ and ~~. I read them as text.", Assert.Single(policy.Doubts).Sentence);
    }

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
