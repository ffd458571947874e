using static HartwoodPolicyBot.Tests.Policies.WordFile;

namespace HartwoodPolicyBot.Tests.Policies.Corpus;

/// <summary>Word files as NHS bodies, councils and care homes lay them out.</summary>
internal static class WordLooks
{
    private const string Bold = "<w:b/>";
    private const string Blue = """<w:color w:val="005EB8"/>""";

    public static IEnumerable<CorpusDocument> All =>
        [
            Named("headings by styles in Welsh", "Pennawd 1", "Pennawd 2"),
            Named("headings by styles in German", "Überschrift 1", "Überschrift 2"),
            Named("headings by styles called H1 and H2", "H1", "H2"),
            Named("headings by styles with more after the number", "Heading 1 Numbered", "Heading 2 (NHS)"),
            Named("headings by styles with a body's name", "NHS Head 1", "Trust_Head_2"),
            Named("headings by styles with letters", "A Head", "B Head"),
            TableStyle(),
            PlainNumber(),
            ByLook("headings that end in a colon", text => R(text + ":", Bold), ":"),
            ByLook("numbered headings in capitals that end in a full stop", text => R(text.ToUpperInvariant() + ".", Bold), "."),
            ByLook("headings in a colour", text => R(text, Blue)),
            ByLook("headings in small capitals", text => R(text, "<w:smallCaps/>")),
            ByLook("headings in slanted letters", text => R(text, "<w:i/>")),
            SlantedBelowBold(),
            ShadedRows(),
            SideHeadings(),
            NumberedPlain(),
            FrontPage(),
            ContentsInTable(),
            SoftBreaks(),
            NestedLists(),
        ];

    private static CorpusDocument Of(string name, CorpusPolicy policy, string body, WordExtras? extras = null, string before = "") =>
        CorpusDocument.Of($"Word: {name}", "docx", WordFile.Of(body, extras: extras), policy, before);

    private static string Title(CorpusPolicy policy) => Paragraph(R(policy.Title, WordCorpus.Big));

    private static CorpusDocument Named(string name, string first, string second)
    {
        var policy = CorpusPolicies.Confidentiality;
        var styles =
            $"""<w:style w:type="paragraph" w:styleId="Own1"><w:name w:val="{first}"/><w:basedOn w:val="Normal"/></w:style>"""
            + $"""<w:style w:type="paragraph" w:styleId="Own2"><w:name w:val="{second}"/><w:basedOn w:val="Normal"/></w:style>""";
        return Of(name, policy, P(policy.Title, "Title") + WordCorpus.Body(policy, part => P(part.Text, $"Own{part.Level}")), new(styles));
    }

    /// <summary>A style for the head of a table is no heading.</summary>
    private static CorpusDocument TableStyle()
    {
        var blocks = CorpusPolicies.Complaints.Blocks.ToList();
        blocks.Insert(1, new RowPart("Stage", "Who replies", "One", "Service manager"));
        var policy = new CorpusPolicy(CorpusPolicies.Complaints.Title, [.. blocks]);
        var styles = """<w:style w:type="paragraph" w:styleId="TH"><w:name w:val="Table Heading"/></w:style>""";
        var table =
            $"<w:tbl><w:tr><w:tc>{P("Stage", "TH")}</w:tc><w:tc>{P("Who replies", "TH")}</w:tc></w:tr>"
            + $"{Row("One", "Service manager")}</w:tbl>";
        var body = WordCorpus.Body(new("", [.. policy.Blocks[2..]]), part => P(part.Text, $"Heading{part.Level}"));
        return Of(
            "a table with a style for its head",
            policy,
            P(policy.Title, "Title") + P("Introduction", "Heading1") + table + body,
            new(styles)
        );
    }

    private static CorpusDocument PlainNumber()
    {
        var policy = CorpusPolicies.Confidentiality.Numbered();
        string Heading(HeadingPart part)
        {
            var space = part.Text.IndexOf(' ', StringComparison.Ordinal);
            return Paragraph(R(part.Text[..space]) + "<w:r><w:tab/></w:r>" + R(part.Text[(space + 1)..], Bold));
        }

        return Of("plain numbers before bold headings", policy, Title(policy) + WordCorpus.Body(policy, Heading));
    }

    private static CorpusDocument ByLook(string name, Func<string, string> run, string end = "")
    {
        var policy = CorpusPolicies.Complaints.Flat();
        policy = end == "." ? policy.Numbered() : policy;
        var read = policy.WithHeadings(part => (end == "." ? part.Text.ToUpperInvariant() : part.Text) + end);
        return Of(name, read, Title(policy) + WordCorpus.Body(policy, part => Paragraph(run(part.Text))));
    }

    private static CorpusDocument SlantedBelowBold()
    {
        var policy = CorpusPolicies.Confidentiality;
        return Of(
            "bold headings with slanted ones below",
            policy,
            Title(policy) + WordCorpus.Body(policy, part => Paragraph(R(part.Text, part.Level == 1 ? Bold : "<w:i/>")))
        );
    }

    /// <summary>Each heading is a shaded table of one row, with the number in a cell of its own.</summary>
    private static CorpusDocument ShadedRows()
    {
        var policy = CorpusPolicies.Complaints.Flat().Numbered();
        string Heading(HeadingPart part)
        {
            var space = part.Text.IndexOf(' ', StringComparison.Ordinal);
            return $"<w:tbl><w:tr><w:tc>{Paragraph(R(part.Text[..space], Bold))}</w:tc>"
                + $"<w:tc>{Paragraph(R(part.Text[(space + 1)..], Bold))}</w:tc></w:tr></w:tbl>";
        }

        return Of("headings in shaded rows", policy, Title(policy) + WordCorpus.Body(policy, Heading));
    }

    /// <summary>The whole policy is a table: headings on the left, text on the right.</summary>
    private static CorpusDocument SideHeadings()
    {
        var policy = CorpusPolicies.Complaints.Flat();
        var rows = new List<string>();
        for (var i = 0; i < policy.Blocks.Length; )
        {
            var text = policy.Blocks.Skip(i + 1).TakeWhile(part => part is not HeadingPart).ToArray();
            var heading = string.Concat(policy.Blocks[i].Words);
            i += 1 + text.Length;
            var content = text.Length == 0 ? "<w:p/>" : WordCorpus.Body(new("", text), _ => "");
            rows.Add($"<w:tr><w:tc>{Paragraph(R(heading, Bold))}</w:tc><w:tc>{content}</w:tc></w:tr>");
        }

        return Of("headings beside the text, in a table", policy, Title(policy) + $"<w:tbl>{string.Concat(rows)}</w:tbl>");
    }

    /// <summary>Headings look like text, but Word numbers them.</summary>
    private static CorpusDocument NumberedPlain()
    {
        var policy = CorpusPolicies.Complaints.Flat();
        return Of(
            "plain headings that Word numbers",
            policy,
            Title(policy) + WordCorpus.Body(policy, part => Paragraph(R(part.Text), "ListParagraph", list: 1))
        );
    }

    private static CorpusDocument FrontPage()
    {
        var policy = CorpusPolicies.Medicines;
        static string Cell(string text) => $"<w:tc>{Paragraph(R(text, Bold))}</w:tc>";
        var front =
            $"<w:tbl><w:tr>{Cell("Document control")}</w:tr>"
            + $"<w:tr>{Cell("Version")}<w:tc>{P("2.3")}</w:tc></w:tr>"
            + $"<w:tr>{Cell("Document owner")}<w:tc>{P("Jo Lane, registered manager")}</w:tc></w:tr>"
            + $"<w:tr>{Cell("Approved on")}<w:tc>{P("3 March 2026")}</w:tc></w:tr>"
            + $"<w:tr>{Cell("Next review date")}<w:tc>{P("March 2027")}</w:tc></w:tr></w:tbl>"
            + $"<w:tbl><w:tr>{Cell("Version")}{Cell("Date")}{Cell("Change")}</w:tr>{Row("2.3", "3 March 2026", "Fridge checks")}</w:tbl>";
        var body =
            P("Oak House Care Ltd")
            + P(policy.Title, "Title")
            + front
            + WordCorpus.Body(policy, part => P(part.Text, $"Heading{part.Level}"));
        var document = Of("a front page with two tables", policy, body);
        return document with
        {
            Words =
            [
                .. ImportedFile.Split([
                    policy.Title,
                    "Oak House Care Ltd Document control Version 2.3 Document owner Jo Lane, registered manager Approved on 3 March 2026",
                    "Next review date March 2027 Version Date Change 2.3 3 March 2026 Fridge checks",
                ]),
                .. ImportedFile.Split(policy.Blocks.SelectMany(part => part.Words)),
            ],
        };
    }

    private static CorpusDocument ContentsInTable()
    {
        var policy = CorpusPolicies.Medicines.Numbered();
        var rows = policy
            .Blocks.OfType<HeadingPart>()
            .Select(
                (part, place) =>
                {
                    var space = part.Text.IndexOf(' ', StringComparison.Ordinal);
                    return Row(
                        part.Text[..space],
                        part.Text[(space + 1)..],
                        (place / 3 + 2).ToString(System.Globalization.CultureInfo.InvariantCulture)
                    );
                }
            );
        var contents = P("CONTENTS") + $"<w:tbl>{Row("Section", "Title", "Page")}{string.Concat(rows)}</w:tbl>";
        return Of(
            "a list of contents in a table",
            policy,
            Title(policy) + contents + WordCorpus.Body(policy, part => Paragraph(R(part.Text, Bold)))
        );
    }

    /// <summary>A heading and its text are one paragraph, with a line break between them.</summary>
    private static CorpusDocument SoftBreaks()
    {
        var policy = CorpusPolicies.Complaints.Flat();
        var body = new List<string>();
        for (var i = 0; i < policy.Blocks.Length; i++)
        {
            body.Add(
                policy.Blocks[i] is HeadingPart part && i + 1 < policy.Blocks.Length && policy.Blocks[i + 1] is TextPart text
                    ? Paragraph(R(part.Text, Bold) + "<w:r><w:br/></w:r>" + R(text.Text[..20]) + R(text.Text[20..]))
                    : WordCorpus.Body(new("", policy.Blocks[i]), heading => Paragraph(R(heading.Text, Bold)))
            );
            i += policy.Blocks[i] is HeadingPart && i + 1 < policy.Blocks.Length && policy.Blocks[i + 1] is TextPart ? 1 : 0;
        }

        return Of("headings with a line break before their text", policy, Title(policy) + string.Concat(body));
    }

    private static CorpusDocument NestedLists()
    {
        var policy = new CorpusPolicy(
            "Visitors policy",
            new HeadingPart(1, "Signing in"),
            new TextPart("Visitors must:"),
            new ItemPart("sign the book"),
            new ItemPart("their name", 1),
            new ItemPart("the time", 1),
            new ItemPart("wear a badge"),
            new HeadingPart(1, "Leaving"),
            new ItemPart("Visitors hand in the badge before they go."),
            new ItemPart("Reception notes the time at which they leave.")
        );
        static string Item(string text, int level) =>
            $"""<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>{R(text)}</w:p>""";
        return Of(
            "lists in lists",
            policy,
            P(policy.Title, "Title")
                + string.Concat(
                    policy.Blocks.Select(block =>
                        block switch
                        {
                            HeadingPart part => P(part.Text, "Heading1"),
                            ItemPart item => Item(item.Text, item.Depth),
                            _ => P(string.Concat(block.Words)),
                        }
                    )
                ),
            new(Lists: WordCorpus.Outline)
        );
    }
}
