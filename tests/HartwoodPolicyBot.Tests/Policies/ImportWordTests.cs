using HartwoodPolicyBot.Core.Policies.Import;
using static HartwoodPolicyBot.Tests.Policies.WordFile;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Word files give the policy's words and nothing that Word puts around them.</summary>
public sealed class ImportWordTests
{
    private const string Contents =
        """<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>""";

    private const string Bold = "<w:b/>";

    [Fact]
    public void Styled_headings_and_every_word_of_the_body_come_out_in_order_and_nothing_else_does()
    {
        var policy = ImportedFile.Policy(Of(Body(), margin: "Version 3.2", comment: "Is this right?"), "policy.docx");

        Assert.Equal("Data protection policy", policy.Title);
        Assert.Equal("3.2", policy.Version);
        Assert.Equal(
            [
                "# Purpose",
                "This policy covers all records.",
                "# Duties",
                "## Managers",
                "Managers will keep it.",
                "- First duty",
                "- Second duty",
                "- Role | Task",
                "- Nurse | Check",
                "# Records",
                "Boxed words.",
                "Last words.",
            ],
            ImportedFile.Lines(policy)
        );
        Assert.Equal(
            [ImportDoubtKind.TrackedChanges, ImportDoubtKind.LeftOut, ImportDoubtKind.Table, ImportDoubtKind.TextBox],
            policy.Doubts.Select(doubt => doubt.Kind)
        );
    }

    private static string Body() =>
        P("Data protection policy", "Title")
        + Contents
        + P("Contents")
        + P("Purpose\t1", "TOC1")
        + "</w:sdtContent></w:sdt>"
        + P("Duties\t2", "TOC1")
        + P("Purpose", "Heading1")
        + Paragraph(
            R("This policy ")
                + """<w:ins w:id="1" w:author="A"><w:r><w:t>covers</w:t></w:r></w:ins>"""
                + """<w:del w:id="2" w:author="A"><w:r><w:delText>excludes</w:delText></w:r></w:del>"""
                + """<w:commentRangeStart w:id="0"/>"""
                + R(" all records")
                + """<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>"""
                + R(" secretly", "<w:vanish/>")
                + R(".")
        )
        + P("Duties", "Heading1")
        + P("Managers", "Heading2")
        + P("Managers will keep it.")
        + Paragraph(R("First duty"), list: 1)
        + Paragraph(R("Second duty"), list: 1)
        + $"<w:tbl>{Row("Role", "Task")}{Row("Nurse", "Check")}</w:tbl>"
        + P("Records", "Heading1")
        + Paragraph(
            """<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>"""
                + P("Boxed words.")
                + """</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"""
                + P("Boxed words.")
                + """</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
        )
        + P("Last words.");

    [Fact]
    public void Headings_that_are_only_bold_lines_are_found_and_the_doubt_says_so()
    {
        var policy = ImportedFile.Policy(
            Of(
                Paragraph(R("Scope", Bold))
                    + P("This covers all staff of the practice.")
                    + Paragraph(R("Duties", Bold))
                    + P("All staff will follow it. They will ask when in doubt.")
                    + Paragraph(R("Review", Bold))
                    + P("It is reviewed each year.")
            ),
            "policy.docx"
        );

        Assert.Equal(["# Scope", "# Duties", "# Review"], ImportedFile.Headings(policy));
        Assert.Contains(policy.Doubts, doubt => doubt.Kind == ImportDoubtKind.Heading);
    }

    [Fact]
    public void Headings_in_capitals_are_found()
    {
        var policy = ImportedFile.Policy(
            Of(
                P("SCOPE")
                    + P("This covers all staff of the practice.")
                    + P("DUTIES OF STAFF")
                    + P("All staff will follow it. They will ask when in doubt.")
                    + P("REVIEW")
                    + P("It is reviewed each year.")
            ),
            "policy.docx"
        );

        Assert.Equal(["# SCOPE", "# DUTIES OF STAFF", "# REVIEW"], ImportedFile.Headings(policy));
    }

    [Fact]
    public void A_style_below_one_for_headings_marks_headings_below_them_and_one_for_terms_of_a_list_marks_none()
    {
        const string Styles =
            """<w:style w:type="paragraph" w:styleId="PolicyHead"><w:name w:val="Policy Head"/></w:style>"""
            + """<w:style w:type="paragraph" w:styleId="PolicySub"><w:name w:val="Policy Sub"/><w:basedOn w:val="PolicyHead"/></w:style>"""
            + """<w:style w:type="paragraph" w:styleId="ListHeading"><w:name w:val="List Heading"/></w:style>""";
        var policy = ImportedFile.Policy(
            Of(
                P("Scope", "PolicyHead")
                    + P("This covers all staff of the practice.")
                    + P("Duties", "PolicyHead")
                    + P("Managers", "PolicySub")
                    + P("Managers will keep it.")
                    + P("Review", "PolicyHead")
                    + P("Sheds", "ListHeading")
                    + P("They are looked at each year."),
                extras: new WordExtras(Styles)
            ),
            "policy.docx"
        );

        Assert.Equal(["# Scope", "# Duties", "## Managers", "# Review"], ImportedFile.Headings(policy));
        Assert.Contains("Sheds", ImportedFile.Lines(policy));
    }

    [Fact]
    public void A_long_line_that_looks_like_the_headings_around_it_is_one()
    {
        const string Long = "4. What you must do and must not do while you use your own device for work";
        var body =
            Paragraph(R("1. Purpose", Bold))
            + P("This policy says how to use your own phone, tablet or computer for the work of the practice, and when not to.")
            + Paragraph(R("2. Scope", Bold))
            + P("It is for all staff, for locums and for students on placement.")
            + Paragraph(R(Long, Bold))
            + P("Lock the screen.")
            + Paragraph(R("5. Review", Bold))
            + P("Every year.");

        Assert.Equal(
            ["# 1. Purpose", "# 2. Scope", $"# {Long}", "# 5. Review"],
            ImportedFile.Headings(ImportedFile.Policy(Of(body), "own devices policy.docx"))
        );
    }

    [Fact]
    public void A_bold_title_below_the_name_of_the_practice_is_the_title()
    {
        var body =
            P("Hartwood Medical Practice")
            + Paragraph(R("LONE WORKING POLICY", Bold))
            + Paragraph(R("Introduction", Bold))
            + P("This policy is for staff who work alone.")
            + Paragraph(R("Review", Bold))
            + P("Every year.");

        var policy = ImportedFile.Policy(Of(body), "lw v2 final.docx");

        Assert.Equal("LONE WORKING POLICY", policy.Title);
        Assert.Equal(["# Introduction", "# Review"], ImportedFile.Headings(policy));
    }

    [Theory]
    [InlineData("The Health and Safety at Work etc. Act 1974 protects you. Staff tell us.", 2)]
    [InlineData("Ask Mrs. Patel, or Dr. Shah. They know.", 2)]
    [InlineData("See e.g. Section 2 of the form.", 1)]
    [InlineData("See the Health and Safety at Work etc. Act.", 1)]
    [InlineData("Take posters, leaflets etc. Staff help.", 2)]
    [InlineData("Take posters, leaflets etc. Act on complaints at once.", 2)]
    public void A_sentence_goes_on_after_an_abbreviation(string text, int clauses)
    {
        var policy = ImportedFile.Policy(Of(P("Purpose", "Heading1") + P(text) + P("Review", "Heading1") + P("Yes.")), "policy.docx");

        Assert.Equal(clauses, ImportedFile.Lines(policy).TakeWhile(line => line != "# Review").Count() - 1);
    }

    [Fact]
    public void A_heading_that_names_a_policy_and_has_text_below_is_no_title()
    {
        var body =
            P("Staff handbook")
            + Paragraph(R("Sickness policy", Bold))
            + P("Ring us before nine on the first day that you are ill.")
            + Paragraph(R("Holiday policy", Bold))
            + P("Ask a month before you would like to be away.");

        Assert.Equal(["# Sickness policy", "# Holiday policy"], ImportedFile.Headings(ImportedFile.Policy(Of(body), "handbook.docx")));
    }
}
