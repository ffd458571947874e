using System.Globalization;
using static HartwoodPolicyBot.Tests.Policies.WordFile;

namespace HartwoodPolicyBot.Tests.Policies.Corpus;

/// <summary>Word files whose headings are marked in the ways in which people mark them.</summary>
internal static class WordCorpus
{
    private const string Contents =
        """<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \o "1-3" \h</w:instrText></w:r>""";
    private const string Separate = """<w:r><w:fldChar w:fldCharType="separate"/></w:r>""";
    private const string End = """<w:r><w:fldChar w:fldCharType="end"/></w:r>""";

    public static IEnumerable<CorpusDocument> All =>
        [
            Styled(),
            StyledByOtherNames(),
            Outlined(),
            NumberedByList(),
            NumberedByStyle(),
            ByLook("bold headings", CorpusPolicies.Confidentiality.Flat(), text => R(text, "<w:b/>")),
            ByLook("underlined headings", CorpusPolicies.Medicines.Flat(), text => R(text, "<w:u w:val=\"single\"/>")),
            ByLook("larger headings", CorpusPolicies.Complaints.Flat(), text => R(text, "<w:sz w:val=\"28\"/>")),
            ByLook(
                "headings in capitals",
                CorpusPolicies.Complaints.Flat().WithHeadings(heading => heading.Text.ToUpperInvariant()),
                text => R(text)
            ),
            TwoLooks(),
            Typed(),
            BoldWithList(),
            WithoutHeadings(),
            .. WordOddities.All,
        ];

    public static byte[] File(CorpusPolicy policy, Func<HeadingPart, string> heading, string before = "", WordExtras? extras = null) =>
        Of(
            before + Body(policy, heading) + """<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>""",
            margin: "Hartwood Healthcare\tVersion 4.1\tPage 1",
            extras: extras
        );

    public static string Body(CorpusPolicy policy, Func<HeadingPart, string> heading) =>
        string.Concat(
            policy.Blocks.Select(block =>
                block switch
                {
                    HeadingPart part => heading(part),
                    ItemPart item => Paragraph(R(item.Text), "ListParagraph", list: 2),
                    RowPart row => $"<w:tbl>{Row(row.Cells)}</w:tbl>",
                    _ => P(string.Concat(block.Words)),
                }
            )
        );

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static CorpusDocument Styled()
    {
        var policy = CorpusPolicies.Confidentiality;
        var entries = policy.Blocks.OfType<HeadingPart>().Select((heading, place) => P($"{heading.Text}\t{place + 2}", "TOC1")).ToList();
        var contents =
            P("Contents", "TOCHeading")
            + $"""<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>{Contents}{Separate}{R("Purpose\t2")}</w:p>"""
            + string.Concat(entries.Skip(1))
            + $"<w:p>{End}</w:p>";
        return CorpusDocument.Of(
            "styled headings, a cover page and a list of contents",
            "docx",
            File(
                policy,
                heading => P(heading.Text, $"Heading{heading.Level}"),
                P(policy.Title, "Title") + P("Hartwood Healthcare") + P("Version 4.1, approved 12 May 2026") + contents
            ),
            policy,
            "Hartwood Healthcare Version 4.1, approved 12 May 2026"
        );
    }

    private static CorpusDocument StyledByOtherNames()
    {
        var policy = CorpusPolicies.Medicines;
        var styles =
            """<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="Heading 1"/></w:style>"""
            + """<w:style w:type="paragraph" w:styleId="Care1"><w:name w:val="Care Heading 1"/><w:basedOn w:val="berschrift1"/></w:style>"""
            + """<w:style w:type="paragraph" w:styleId="Care2"><w:name w:val="Policy Heading 2"/><w:basedOn w:val="Normal"/></w:style>"""
            + """<w:style w:type="paragraph" w:styleId="Front"><w:name w:val="Front"/><w:basedOn w:val="Title"/></w:style>""";
        return CorpusDocument.Of(
            "headings by styles of the practice's own",
            "docx",
            File(policy, heading => P(heading.Text, $"Care{heading.Level}"), P(policy.Title, "Front"), new(styles)),
            policy
        );
    }

    private static CorpusDocument Outlined()
    {
        var policy = CorpusPolicies.Complaints;
        var styles = """
            <w:style w:type="paragraph" w:styleId="Council"><w:name w:val="Council Blue"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
            """;
        return CorpusDocument.Of(
            "headings by outline levels",
            "docx",
            File(
                policy,
                heading =>
                    heading.Level == 1
                        ? P(heading.Text, "Council")
                        : $"""<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>{R(heading.Text, "<w:i/>")}</w:p>""",
                P(policy.Title, "Title"),
                new(styles)
            ),
            policy
        );
    }

    /// <summary>Word writes the numbers "1." and "1.1". They are in no text.</summary>
    private static CorpusDocument NumberedByList()
    {
        var policy = CorpusPolicies.Medicines;
        return CorpusDocument.Of(
            "bold headings that Word numbers",
            "docx",
            File(policy, heading => Numbered(heading, R(heading.Text, "<w:b/>"), ""), Paragraph(R(policy.Title, Big)), new(Lists: Outline)),
            policy
        );
    }

    private static CorpusDocument NumberedByStyle()
    {
        var policy = CorpusPolicies.Confidentiality;
        var styles = """
            <w:style w:type="paragraph" w:styleId="Cl"><w:name w:val="Numbered clause"/>
            <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            """;
        var body = policy.Blocks.Select(block =>
            block switch
            {
                HeadingPart heading => Numbered(heading, R(heading.Text), $"""<w:pStyle w:val="Heading{heading.Level}"/>"""),
                TextPart text => P(text.Text, "Cl"),
                _ => Paragraph(R(string.Concat(block.Words)), list: 2),
            }
        );
        return CorpusDocument.Of(
            "styled headings and clauses that Word numbers",
            "docx",
            Of(P(policy.Title, "Title") + string.Concat(body), extras: new(styles, Outline)),
            policy
        );
    }

    private static string Numbered(HeadingPart heading, string run, string style) =>
        $"""<w:p><w:pPr>{style}<w:numPr><w:ilvl w:val="{Number(heading.Level - 1)}"/><w:numId w:val="1"/></w:numPr></w:pPr>{run}</w:p>""";

    private static CorpusDocument ByLook(string name, CorpusPolicy policy, Func<string, string> run) =>
        CorpusDocument.Of(name, "docx", File(policy, heading => Paragraph(run(heading.Text)), Paragraph(R(policy.Title, Big))), policy);

    private static CorpusDocument TwoLooks()
    {
        var policy = CorpusPolicies.Confidentiality;
        return CorpusDocument.Of(
            "headings of two sizes",
            "docx",
            Of(
                Paragraph(R(policy.Title, Big))
                    + Body(policy, heading => Paragraph(R(heading.Text, heading.Level == 1 ? """<w:b/><w:sz w:val="26"/>""" : "<w:b/>")))
            ),
            policy
        );
    }

    private static CorpusDocument Typed()
    {
        var policy = CorpusPolicies.Complaints.Numbered();
        return CorpusDocument.Of(
            "typed numbers and bold headings",
            "docx",
            File(policy, heading => Paragraph(R(heading.Text, "<w:b/>")), Paragraph(R(policy.Title, Big))),
            policy
        );
    }

    /// <summary>Bold lead-ins of a list, and bold lines that end like sentences, are no headings.</summary>
    private static CorpusDocument BoldWithList()
    {
        var policy = CorpusPolicies.Complaints.Flat();
        var before = Paragraph(R("Please read this together with the", "<w:b/>") + R(" customer charter."));
        var after = Paragraph(R("Remember: no complaint is too small.", "<w:b/>"));
        var file = Of(
            Paragraph(R(policy.Title, Big))
                + Body(policy, heading => Paragraph(R(heading.Text, "<w:b/><w:u w:val=\"single\"/>")))
                + before
                + after
        );
        var document = CorpusDocument.Of("bold words that are no headings", "docx", file, policy);
        return document with
        {
            Words =
            [
                .. document.Words,
                .. ImportedFile.Split(["Please read this together with the customer charter. Remember: no complaint is too small."]),
            ],
        };
    }

    private static CorpusDocument WithoutHeadings()
    {
        var policy = new CorpusPolicy(
            "document",
            [.. CorpusPolicies.Medicines.Blocks.Where(block => block is TextPart { Text: [.., '.'] }).Append(new TextPart("That is all."))]
        );
        return CorpusDocument.Of("no headings", "docx", File(policy, _ => ""), policy);
    }

    public const string Big = """<w:b/><w:sz w:val="40"/>""";

    /// <summary>List 1 is numbered "1.", "1.1" and so on; list 2 has bullets.</summary>
    public static string Outline { get; } =
        "<w:abstractNum w:abstractNumId=\"1\">"
        + string.Concat(
            Enumerable
                .Range(0, 4)
                .Select(level =>
                    $"""<w:lvl w:ilvl="{Number(level)}"><w:numFmt w:val="decimal"/><w:lvlText w:val="{Text(level)}"/></w:lvl>"""
                )
        )
        + """</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/>"""
        + """</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>"""
        + """<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>""";

    private static string Text(int level) =>
        level == 0 ? "%1." : string.Join('.', Enumerable.Range(1, level + 1).Select(number => $"%{Number(number)}"));
}
