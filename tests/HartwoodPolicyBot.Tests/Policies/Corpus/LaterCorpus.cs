using System.Text;
using static HartwoodPolicyBot.Tests.Policies.WordFile;

namespace HartwoodPolicyBot.Tests.Policies.Corpus;

/// <summary>Files of the kinds that the reader got wrong when it was tried on 52 files that nobody had mended anything for.</summary>
internal static class LaterCorpus
{
    private const string BoldLine = """<w:b/><w:u w:val="single"/>""";

    public static IEnumerable<CorpusDocument> All =>
        [
            Colons(),
            LineAboveFacts(),
            Attributes(),
            PageEdges(),
            OverLists(),
            NumbersWithoutGaps(),
            TitleInCapitals(),
            Spaced(),
            ShortColumns(),
        ];

    private static CorpusDocument Text(string name, string ending, string text, string[] headings, params string[] words) =>
        new(name, $"document.{ending}", Encoding.UTF8.GetBytes(text), headings, ImportedFile.Split(words));

    /// <summary>One word and a colon was a heading, and two words were none.</summary>
    private static CorpusDocument Colons()
    {
        var policy = new CorpusPolicy(
            "Repeat prescribing protocol",
            new HeadingPart(1, "Aim:"),
            new TextPart("Patients get the right repeat medicine at the right time."),
            new HeadingPart(1, "Requests:"),
            new TextPart("Requests are taken on paper or through the app, and not by telephone."),
            new HeadingPart(1, "Turnaround:"),
            new TextPart("48 hours, not counting weekends."),
            new HeadingPart(1, "Medication reviews:"),
            new TextPart("At least once a year. The date is red when it is overdue."),
            new HeadingPart(1, "Lost prescriptions:"),
            new TextPart("Search the box and the log, then tell the prescribing clerk.")
        );
        return CorpusDocument.Of(
            "Word: underlined headings with a colon, of one word or more",
            "docx",
            WordFile.Of(Paragraph(R(policy.Title, BoldLine)) + WordCorpus.Body(policy, part => Paragraph(R(part.Text, BoldLine)))),
            policy
        );
    }

    private static CorpusDocument LineAboveFacts()
    {
        var policy = CorpusPolicies.Complaints.Numbered();
        string Large(string text, int size) => Paragraph(R(text, $"""<w:b/><w:sz w:val="{size}"/>"""));
        return CorpusDocument.Of(
            "Word: the name of the school between the title and a table of facts",
            "docx",
            WordFile.Of(
                Large(policy.Title, 40)
                    + Paragraph(R("Oakfield Primary School", """<w:sz w:val="28"/>"""))
                    + $"<w:tbl>{Row("Approved by:", "Full governing board", "Date: 3 July 2025")}"
                    + $"{Row("Next review due by:", "July 2026")}</w:tbl>"
                    + WordCorpus.Body(policy, part => Large(part.Text, part.Level == 1 ? 28 : 24))
            ),
            policy,
            "Oakfield Primary School Approved by: Full governing board Date: 3 July 2025 Next review due by: July 2026"
        );
    }

    private static CorpusDocument Attributes() =>
        Text(
            "Markdown: headings with the addresses that a program writes",
            "md",
            """
            # Bullying policy {#bullying-policy .unnumbered}

            ## Introduction {#introduction}

            Every colleague is treated with\
            respect.

            ## What is bullying? {#what-is-bullying .level lang=en}

            -   shouting at somebody;

            -   leaving somebody out.

            ## Sets {a, b}

            Write to Human Resources.
            """,
            ["# Introduction", "# What is bullying?", "# Sets {a, b}"],
            "Bullying policy Introduction Every colleague is treated with respect.",
            "What is bullying? shouting at somebody; leaving somebody out. Sets {a, b} Write to Human Resources."
        );

    private static CorpusDocument PageEdges() =>
        Text(
            "text: a line with the page number on each page",
            "txt",
            "Policy on gifts                              Page 1 of 2\nCare home\n\nSection 1: Why this matters\n\n"
                + "A gift can make it look as though a resident is treated better than\nthe others.\n\n"
                + "Section 2: Small gifts\n\nChocolates may be accepted and shared.\n"
                + "\fPolicy on gifts                              Page 2 of 2\nCare home\n\nSection 3: Money and wills\n\n"
                + "Money is never accepted, in any amount. Turn to page 2 of 2 for a form.\n",
            ["# Section 1: Why this matters", "# Section 2: Small gifts", "# Section 3: Money and wills"],
            "document Section 1: Why this matters A gift can make it look as though a resident is treated better than the others.",
            "Section 2: Small gifts Chocolates may be accepted and shared. Section 3: Money and wills",
            "Money is never accepted, in any amount. Turn to page 2 of 2 for a form."
        );

    private static CorpusDocument OverLists() =>
        Text(
            "text: nothing but lists of many marks, each with a line above",
            "txt",
            "Food hygiene at the lunch club\n\nBefore you start:\n\n- tie back your hair\n- wash your hands\n\n"
                + "Fridge and freezer:\n\no the fridge stays below 5 degrees\no write both temperatures down\n\n"
                + "Cooking:\n\n+ use the probe\n+ rice is eaten the same day\n\n"
                + "Allergens:\n\n> ask every guest\n> look in the folder\n\nGoing home:\n\n~ bins out\n~ lights off\n",
            ["# Before you start:", "# Fridge and freezer:", "# Cooking:", "# Allergens:", "# Going home:"],
            "Food hygiene at the lunch club Before you start: tie back your hair wash your hands",
            "Fridge and freezer: the fridge stays below 5 degrees write both temperatures down",
            "Cooking: use the probe rice is eaten the same day Allergens: ask every guest look in the folder",
            "Going home: bins out lights off"
        );

    private static CorpusDocument NumbersWithoutGaps() =>
        Text(
            "text: numbered headings with no empty lines",
            "txt",
            "CAR PARKING POLICY\n\n1 Aims of the policy\nThere are 210 spaces. The policy shares them fairly.\n\n2 Permits\n"
                + "2.1 Staff permits\nA permit is given to staff who live more than three miles away or who have caring duties.\n"
                + "2.2 Student permits\nStudents may apply in their second year.\n\n3 Appeals\nWrite to the Estates Office.\n",
            ["# 1 Aims of the policy", "# 2 Permits", "## 2.1 Staff permits", "## 2.2 Student permits", "# 3 Appeals"],
            "CAR PARKING POLICY 1 Aims of the policy There are 210 spaces. The policy shares them fairly. 2 Permits 2.1 Staff permits",
            "A permit is given to staff who live more than three miles away or who have caring duties.",
            "2.2 Student permits Students may apply in their second year. 3 Appeals Write to the Estates Office."
        );

    private static CorpusDocument TitleInCapitals() =>
        Text(
            "text: a title in capitals over numbered headings in capitals",
            "txt",
            "               PETS IN SHELTERED HOUSING\n\n   1.  INTRODUCTION\n\n       Elm Court welcomes pets.\n\n"
                + "   2.  PERMISSION\n\n       Write to the manager before the animal arrives.\n\n   3.  DOGS AND CATS\n\n"
                + "       One dog or two cats to a flat.\n",
            ["# 1. INTRODUCTION", "# 2. PERMISSION", "# 3. DOGS AND CATS"],
            "PETS IN SHELTERED HOUSING 1. INTRODUCTION Elm Court welcomes pets. 2. PERMISSION",
            "Write to the manager before the animal arrives. 3. DOGS AND CATS One dog or two cats to a flat."
        );

    /// <summary>Each letter is put in a place of its own, further from the next than words usually are.</summary>
    private static CorpusDocument Spaced()
    {
        var policy = PdfCorpus.Plain(CorpusPolicies.Complaints).Flat();
        var file = new PdfFile();
        foreach (var sheet in PdfSheets.Of(policy, part => new(PdfSheets.Left, 0, 12, part.Text, "F2")))
        {
            file.AddPage(
                string.Concat(sheet.Select(line => line.Size > 11 ? $"4 Tc {PdfFile.Text([line])} 0 Tc\n" : PdfFile.Text([line])))
            );
        }

        return CorpusDocument.Of("PDF: headings with their letters set apart", "pdf", file.Build(), policy);
    }

    /// <summary>In a short column most lines can be headings or the ends of paragraphs.</summary>
    private static CorpusDocument ShortColumns()
    {
        PdfLine Head(double x, double y, string text) => new(x, y, 12, text, "F2");
        PdfLine Line(double x, double y, string text) => new(x, y, 10, text);
        var file = new PdfFile();
        file.AddPage(
            PdfFile.Text([
                new(50, 780, 22, "Compliments policy", "F2"),
                Head(50, 750, "Why we ask"),
                Line(50, 734, "What you tell us changes what we do. It gave"),
                Line(50, 721, "us a new bay, quieter doors and a later"),
                Line(50, 708, "supper."),
                Head(50, 686, "On the day"),
                Line(50, 670, "Speak to the nurse in charge, who puts things"),
                Line(50, 657, "right at once and tells you what has been done"),
                Line(50, 644, "about it."),
                Head(320, 750, "Our promise"),
                Line(320, 734, "We are open. When we were at fault we say"),
                Line(320, 721, "sorry and explain."),
                Head(320, 699, "Going further"),
                Line(320, 683, "You may ask the Ombudsman to look at what"),
                Line(320, 670, "you told us. We give you the addresses and the"),
                Line(320, 657, "numbers."),
            ])
        );
        var policy = new CorpusPolicy(
            "Compliments policy",
            new HeadingPart(1, "Why we ask"),
            new TextPart("What you tell us changes what we do. It gave us a new bay, quieter doors and a later supper."),
            new HeadingPart(1, "On the day"),
            new TextPart("Speak to the nurse in charge, who puts things right at once and tells you what has been done about it."),
            new HeadingPart(1, "Our promise"),
            new TextPart("We are open. When we were at fault we say sorry and explain."),
            new HeadingPart(1, "Going further"),
            new TextPart("You may ask the Ombudsman to look at what you told us. We give you the addresses and the numbers.")
        );
        return CorpusDocument.Of("PDF: two short columns", "pdf", file.Build(), policy);
    }
}
