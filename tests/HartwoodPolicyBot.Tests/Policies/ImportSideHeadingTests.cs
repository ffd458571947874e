using HartwoodPolicyBot.Core.Policies.Import;
using static HartwoodPolicyBot.Tests.Policies.WordFile;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Short bold words with their text beside them are headings where the policy is laid out so, and cells elsewhere.</summary>
public sealed class ImportSideHeadingTests
{
    private const string Bold = "<w:b/>";

    private static readonly (string Label, string Text)[] Policy =
    [
        ("Purpose:", "To make sure that patients are told the truth when something has gone wrong."),
        ("Who it is for:", "Everybody who works here, volunteers included."),
        ("Training:", "At induction and each year."),
        ("Review:", "Each year."),
    ];

    private static readonly string[] Lines =
    [
        "# Purpose:",
        "To make sure that patients are told the truth when something has gone wrong.",
        "# Who it is for:",
        "Everybody who works here, volunteers included.",
        "# Training:",
        "At induction and each year.",
        "# Review:",
        "Each year.",
    ];

    private static readonly (string Label, string Text)[] Terms =
    [
        ("Chaperone", "A person who is present at an examination."),
        ("Clinician", "A doctor, a nurse or a paramedic."),
        ("Child", "Anybody below the age of 18 years."),
    ];

    [Fact]
    public void A_table_of_labels_and_texts_is_read_as_headings_and_text()
    {
        var policy = ImportedFile.Policy(Of(P("Duty of candour policy", "Title") + Table(Policy)), "policy.docx");

        Assert.Equal(Lines, ImportedFile.Lines(policy));
    }

    [Fact]
    public void Labels_before_a_tab_with_their_text_after_it_are_read_as_headings_and_text()
    {
        var policy = ImportedFile.Policy(Of(P("Duty of candour policy", "Title") + Tabbed(Policy)), "policy.docx");

        Assert.Equal(Lines, ImportedFile.Lines(policy));
    }

    [Fact]
    public void Labels_at_the_left_of_a_printed_page_with_short_texts_beside_them_are_read_as_headings_and_text()
    {
        var pdf = new PdfFile();
        pdf.AddPage(PdfFile.Text([new(60, 760, 16, "Duty of candour policy", "F2"), .. Beside(Policy, 720)]));

        Assert.Equal(Lines, ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf")));
    }

    [Fact]
    public void Labels_of_a_printed_page_are_headings_also_where_the_lines_are_close_and_the_next_page_has_only_the_last()
    {
        var pdf = new PdfFile();
        pdf.AddPage(PdfFile.Text([new(60, 760, 16, "Duty of candour policy", "F2"), .. Beside(Policy[..3], 720, 13)]));
        pdf.AddPage(PdfFile.Text(Beside(Policy[3..], 760)));

        Assert.Equal(Lines, ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf")));
    }

    [Fact]
    public void A_printed_table_of_labels_and_texts_with_lines_around_its_cells_is_read_as_headings_and_text()
    {
        var pdf = new PdfFile();
        var boxes = Enumerable.Range(0, Policy.Length).Select(i => $"55 {714 - (20 * i)} 110 20 re S\n165 {714 - (20 * i)} 390 20 re S\n");
        pdf.AddPage(PdfFile.Text([new(60, 760, 16, "Duty of candour policy", "F2"), .. Beside(Policy, 720, 20)]) + string.Concat(boxes));

        Assert.Equal(Lines, ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf")));
    }

    [Fact]
    public void Facts_above_such_labels_stay_rows()
    {
        (string, string)[] facts = [("Version", "2.1"), ("Owner", "Practice manager")];

        var policy = ImportedFile.Policy(Of(P("Duty of candour policy", "Title") + Table([.. facts, .. Policy])), "policy.docx");

        Assert.Equal(["# ", "- Version | 2.1", "- Owner | Practice manager", .. Lines], ImportedFile.Lines(policy));
        Assert.Equal("2.1", policy.Version);
    }

    [Fact]
    public void Terms_with_what_they_mean_are_rows_in_a_policy_that_has_headings()
    {
        var policy = ImportedFile.Policy(Of(Sections(Table(Terms))), "policy.docx");

        Assert.Equal(["# Scope", "# Terms", "# Review"], ImportedFile.Headings(policy));
        Assert.Contains("- Clinician | A doctor, a nurse or a paramedic.", ImportedFile.Lines(policy));
        Assert.Contains(policy.Doubts, doubt => doubt.Kind == ImportDoubtKind.Table);
    }

    [Fact]
    public void Terms_before_a_tab_are_text_in_a_policy_that_has_headings_and_each_is_a_doubt()
    {
        var policy = ImportedFile.Policy(Of(Sections(Tabbed(Terms))), "policy.docx");

        Assert.Equal(["# Scope", "# Terms", "# Review"], ImportedFile.Headings(policy));
        Assert.Contains("Clinician A doctor, a nurse or a paramedic.", ImportedFile.Lines(policy));
    }

    [Fact]
    public void Printed_terms_with_what_they_mean_beside_them_are_rows_in_a_policy_that_has_headings()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([
                PrintedLines.Scope,
                PrintedLines.Body,
                new(60, 700, 16, "Terms", "F2"),
                .. Beside(Terms, 670),
                PrintedLines.Duties with
                {
                    Y = 580,
                },
                PrintedLines.Body with
                {
                    Y = 555,
                },
            ])
        );

        var policy = ImportedFile.Policy(pdf.Build(), "policy.pdf");

        Assert.Equal(["# Scope", "# Terms", "# Duties"], ImportedFile.Headings(policy));
        Assert.Contains("- Clinician | A doctor, a nurse or a paramedic.", ImportedFile.Lines(policy));
        Assert.Contains(policy.Doubts, doubt => doubt.Kind == ImportDoubtKind.Table);
    }

    [Fact]
    public void Duties_in_a_table_with_a_top_row_are_rows()
    {
        (string, string)[] duties =
        [
            ("Managers", "Managers keep the list of those who are trained, and look at it each month."),
            ("All staff", "All staff read this policy when they begin to work here, and once a year."),
        ];
        var head = $"<w:tr><w:tc>{Paragraph(R("Role", Bold))}</w:tc><w:tc>{Paragraph(R("Duty", Bold))}</w:tc></w:tr>";

        var policy = ImportedFile.Policy(
            Of(
                Paragraph(R("Duties", Bold))
                    + $"<w:tbl>{head}{Rows(duties)}</w:tbl>"
                    + Paragraph(R("Review", Bold))
                    + P("It is reviewed each year.")
            ),
            "policy.docx"
        );

        Assert.Equal(["# Duties", "# Review"], ImportedFile.Headings(policy));
    }

    [Fact]
    public void Names_with_their_telephone_numbers_are_rows()
    {
        (string, string)[] people = [("Dr Shah", "01234 567890"), ("Mrs Patel", "01234 567891"), ("Front desk", "01234 567892")];

        var policy = ImportedFile.Policy(Of(P("People to ring", "Title") + P("Ring them in this order.") + Table(people)), "policy.docx");

        Assert.Empty(ImportedFile.Headings(policy));
        Assert.Contains("- Dr Shah | 01234 567890", ImportedFile.Lines(policy));
    }

    private static string Sections(string terms) =>
        Paragraph(R("Scope", Bold))
        + P("This policy covers all of the staff who work for the practice, and everybody else who is in the building.")
        + Paragraph(R("Terms", Bold))
        + terms
        + Paragraph(R("Review", Bold))
        + P("The practice manager reviews it once a year, and after each complaint about it.");

    private static string Table((string Label, string Text)[] rows) => $"<w:tbl>{Rows(rows)}</w:tbl>";

    private static string Rows((string Label, string Text)[] rows) =>
        string.Concat(rows.Select(row => $"<w:tr><w:tc>{Paragraph(R(row.Label, Bold))}</w:tc><w:tc>{P(row.Text)}</w:tc></w:tr>"));

    private static string Tabbed((string Label, string Text)[] rows) =>
        string.Concat(rows.Select(row => Paragraph(R(row.Label, Bold) + "<w:r><w:tab/></w:r>" + R(row.Text))));

    private static IEnumerable<PdfLine> Beside((string Label, string Text)[] rows, double top, double step = 26) =>
        rows.SelectMany(
            (row, i) => new PdfLine[] { new(60, top - (step * i), 11, row.Label, "F2"), new(170, top - (step * i), 11, row.Text) }
        );
}
