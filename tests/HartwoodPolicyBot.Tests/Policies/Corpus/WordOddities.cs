using static HartwoodPolicyBot.Tests.Policies.WordFile;

namespace HartwoodPolicyBot.Tests.Policies.Corpus;

/// <summary>Word files with what Word can put around and between the words.</summary>
internal static class WordOddities
{
    public static IEnumerable<CorpusDocument> All => [Tables(), HeadingsInTables(), Boxes(), Notes(), Runs(), Changes(), Controls()];

    /// <summary>Describes a file of paragraphs by its lines: "# Heading" and text.</summary>
    private static CorpusDocument Of(string name, byte[] file, params string[] lines) =>
        new(
            name,
            "document.docx",
            file,
            [.. lines.Where(line => line.StartsWith('#'))],
            ImportedFile.Split(lines.Select(line => line.TrimStart('#')))
        );

    private static string Table(params string[] rows) => $"<w:tbl><w:tblPr/>{string.Concat(rows)}</w:tbl>";

    private static string Cell(string content, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>";

    private static CorpusDocument Tables() =>
        Of(
            "a version table at the front, merged cells and a table in a table",
            WordFile.Of(
                P("Infection control policy", "Title")
                    + Table(Row("Version", "Date", "Author", "Change"), Row("1.0", "1 May 2024", "J Hart", "First issue"))
                    + P("Scope", "Heading1")
                    + P("This covers all clinical rooms.")
                    + Table(
                        $"<w:tr>{Cell(P("Cleaning schedule"), """<w:gridSpan w:val="2"/>""")}</w:tr>",
                        $"<w:tr>{Cell(P("Daily"), """<w:vMerge w:val="restart"/>""")}{Cell(P("Couch"))}</w:tr>",
                        $"<w:tr>{Cell("<w:p/>", "<w:vMerge/>")}{Cell(P("Worktop") + P("and sink"))}</w:tr>",
                        $"<w:tr>{Cell(P("Weekly"))}{Cell(Table(Row("Blinds", "Vents")))}</w:tr>"
                    )
                    + P("Audit", "Heading1")
                    + P("Rooms are audited each month.")
            ),
            "Infection control policy",
            "Version Date Author Change 1.0 1 May 2024 J Hart First issue",
            "# Scope",
            "This covers all clinical rooms. Cleaning schedule Daily Couch Worktop and sink Weekly Blinds Vents",
            "# Audit",
            "Rooms are audited each month."
        );

    private static CorpusDocument HeadingsInTables() =>
        Of(
            "headings in coloured one-cell tables",
            WordFile.Of(
                P("Lone working policy", "Title")
                    + Table($"<w:tr>{Cell(P("Purpose", "Heading1"))}</w:tr>")
                    + P("This keeps staff who work alone safe.")
                    + Table($"<w:tr>{Cell(P("1", "Heading1"))}{Cell(P("Home visits", "Heading1"))}</w:tr>")
                    + P("Staff tell reception where they go.")
                    + Table($"<w:tr>{Cell(P("Alarms", "Heading1") + P("Alarms are tested weekly."))}</w:tr>")
            ),
            "Lone working policy",
            "# Purpose",
            "This keeps staff who work alone safe.",
            "# 1 Home visits",
            "Staff tell reception where they go.",
            "# Alarms",
            "Alarms are tested weekly."
        );

    private static CorpusDocument Boxes() =>
        Of(
            "text boxes in both of Word's forms",
            WordFile.Of(
                P("Fire safety policy", "Title")
                    + P("Alarm", "Heading1")
                    + Paragraph(R("Break the glass.") + Box("Ring 999 first.", hasFallback: true))
                    + P("Leaving", "Heading1")
                    + Paragraph(Box("Meet at the gate.", hasFallback: false) + R("Leave by the nearest exit."))
            ),
            "Fire safety policy",
            "# Alarm",
            "Break the glass. Ring 999 first.",
            "# Leaving",
            "Leave by the nearest exit. Meet at the gate."
        );

    private static string Box(string text, bool hasFallback)
    {
        var old = $"<w:pict><v:shape><v:textbox><w:txbxContent>{P(text)}</w:txbxContent></v:textbox></v:shape></w:pict>";
        return hasFallback
            ? $"""
                <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>{P(text)}</w:txbxContent>
                </wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>
                """
            : $"<w:r>{old}</w:r>";
    }

    private static CorpusDocument Notes() =>
        Of(
            "footnotes",
            WordFile.Of(
                P("Consent policy", "Title")
                    + P("Law", "Heading1")
                    + Paragraph(R("Consent follows the law") + """<w:r><w:footnoteReference w:id="2"/></w:r>""" + R(" and guidance."))
                    + P("Children under 16 may consent.")
                    + P("Forms", "Heading1")
                    + P("Forms are kept in the record."),
                extras: new(
                    Notes: $"""<w:footnote w:type="separator" w:id="-1">{P("")}</w:footnote><w:footnote w:id="2">"""
                        + Paragraph("""<w:r><w:footnoteRef/></w:r>""" + R(" Mental Capacity Act 2005."))
                        + "</w:footnote>"
                )
            ),
            "Consent policy",
            "# Law",
            "Consent follows the law and guidance. Mental Capacity Act 2005. Children under 16 may consent.",
            "# Forms",
            "Forms are kept in the record."
        );

    private static CorpusDocument Runs() =>
        Of(
            "split runs, breaks, tabs, symbols, fields and hyphens",
            WordFile.Of(
                P("Records policy", "Title")
                    + Paragraph(R("Reten") + R("tion") + """<w:r><w:tab/></w:r>""" + R("of records"), "Heading1")
                    + Paragraph(
                        R("Keep for 10")
                            + """<w:r><w:noBreakHyphen/></w:r>"""
                            + R("year periods")
                            + """<w:r><w:softHyphen/></w:r>"""
                            + R(". Temperature 5")
                            + """<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>"""
                            + R("C.")
                            + """<w:r><w:br/></w:r>"""
                            + R("See section ")
                            + """<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a \h</w:instrText></w:r>"""
                            + """<w:r><w:fldChar w:fldCharType="separate"/></w:r>"""
                            + R("4.2")
                            + """<w:r><w:fldChar w:fldCharType="end"/></w:r>"""
                            + R(" below.")
                    )
                    + P("Disposal", "Heading1")
                    + Paragraph(
                        """<w:hyperlink w:history="1">"""
                            + R("The retention schedule")
                            + """</w:hyperlink><w:smartTag w:element="place">"""
                            + R(" of Leeds")
                            + "</w:smartTag>"
                            + """<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"""
                    )
                    + P("Shredding is logged.")
                    + P("Review", "Heading1")
                    + P("It is reviewed each year.")
            ),
            "Records policy",
            "# Retention of records",
            "Keep for 10-year periods. Temperature 5°C. See section 4.2 below.",
            "# Disposal",
            "The retention schedule of Leeds Shredding is logged.",
            "# Review",
            "It is reviewed each year."
        );

    private static CorpusDocument Changes() =>
        Of(
            "tracked changes and moved text",
            WordFile.Of(
                P("Leave policy", "Title")
                    + P("Annual leave", "Heading1")
                    + Paragraph(
                        R("Staff have ")
                            + """<w:del w:id="1" w:author="A"><w:r><w:delText>25</w:delText></w:r></w:del>"""
                            + """<w:ins w:id="2" w:author="A"><w:r><w:t>27</w:t></w:r></w:ins>"""
                            + R(" days.")
                    )
                    + """<w:moveFromRangeStart w:id="3" w:name="m"/>"""
                    + """<w:p><w:pPr><w:rPr><w:moveFrom w:id="4" w:author="A"/></w:rPr></w:pPr>"""
                    + """<w:moveFrom w:id="5" w:author="A"><w:r><w:t>Leave is agreed first.</w:t></w:r></w:moveFrom></w:p>"""
                    + """<w:moveFromRangeEnd w:id="3"/>"""
                    + P("Sick leave", "Heading1")
                    + """<w:p><w:pPr><w:rPr><w:moveTo w:id="6" w:author="A"/></w:rPr></w:pPr>"""
                    + """<w:moveTo w:id="7" w:author="A"><w:r><w:t>Leave is agreed first.</w:t></w:r></w:moveTo></w:p>"""
                    + """<w:p><w:pPr><w:rPr><w:del w:id="8" w:author="A"/></w:rPr></w:pPr>"""
                    + R("Ring before 8am")
                    + "</w:p>"
                    + P(" on the first day.")
            ),
            "Leave policy",
            "# Annual leave",
            "Staff have 27 days.",
            "# Sick leave",
            "Leave is agreed first. Ring before 8am on the first day."
        );

    private static CorpusDocument Controls() =>
        Of(
            "content controls around words, paragraphs and headings",
            WordFile.Of(
                """<w:sdt><w:sdtPr><w:alias w:val="Title"/></w:sdtPr><w:sdtContent>"""
                    + P("Recruitment policy", "Title")
                    + "</w:sdtContent></w:sdt>"
                    + $"<w:sdt><w:sdtPr/><w:sdtContent>{P("Adverts", "Heading1")}{P("Posts are advertised.")}</w:sdtContent></w:sdt>"
                    + Paragraph(
                        R("The post of ")
                            + $"<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>{R("receptionist")}</w:sdtContent></w:sdt>"
                            + R(" is open.")
                    )
                    + Table($"<w:sdt><w:sdtPr/><w:sdtContent>{Row("Check", "By")}</w:sdtContent></w:sdt>", Row("References", "Manager"))
                    + P("Interviews", "Heading1")
                    + P("Two people interview.")
            ),
            "Recruitment policy",
            "# Adverts",
            "Posts are advertised. The post of receptionist is open. Check By References Manager",
            "# Interviews",
            "Two people interview."
        );
}
