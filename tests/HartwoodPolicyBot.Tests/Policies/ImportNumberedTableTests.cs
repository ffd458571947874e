using static HartwoodPolicyBot.Tests.Policies.WordFile;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>A policy that is set in a table of numbers and texts is read as its text.</summary>
public sealed class ImportNumberedTableTests
{
    private const string Bold = "<w:b/>";

    private static readonly (string Number, string Text, bool IsBold)[] Policy =
    [
        ("1", "Purpose", true),
        ("1.1", "This policy says how the home prevents fires. It covers all staff.", false),
        ("(a)", "It is read with the plan.", false),
        ("2", "Duties", true),
        ("2.1", "The manager tests the alarm each Monday.", false),
        ("2.2", "Staff keep the doors clear at all times.", false),
    ];

    private static readonly string[] Lines =
    [
        "# 1 Purpose",
        "1.1 This policy says how the home prevents fires.",
        "It covers all staff.",
        "- (a) It is read with the plan.",
        "# 2 Duties",
        "2.1 The manager tests the alarm each Monday.",
        "2.2 Staff keep the doors clear at all times.",
    ];

    [Fact]
    public void A_whole_policy_in_a_table_of_numbers_and_texts_is_read_as_its_text()
    {
        var rows = Policy.Select(row =>
            $"<w:tr><w:tc>{Paragraph(R(row.Number, row.IsBold ? Bold : ""))}</w:tc>"
            + $"<w:tc>{Paragraph(R(row.Text, row.IsBold ? Bold : ""))}</w:tc></w:tr>"
        );

        var policy = ImportedFile.Policy(Of(P("Fire safety policy", "Title") + $"<w:tbl>{string.Concat(rows)}</w:tbl>"), "policy.docx");

        Assert.Equal(Lines, ImportedFile.Lines(policy));
    }

    [Fact]
    public void A_whole_policy_in_a_printed_table_of_numbers_and_texts_is_read_as_its_text_also_on_the_next_page()
    {
        var pdf = new PdfFile();
        pdf.AddPage(PdfFile.Text([new(60, 780, 16, "Fire safety policy", "F2")]) + string.Concat(Policy.Select(Printed)));
        pdf.AddPage(
            Printed(("2.3", "Visitors sign the book at the door.", false), 0) + Printed(("2.4", "The book is kept for a year.", false), 1)
        );

        Assert.Equal(
            [.. Lines, "2.3 Visitors sign the book at the door.", "2.4 The book is kept for a year."],
            ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf"))
        );
    }

    [Fact]
    public void A_whole_policy_in_a_table_of_one_column_is_read_as_its_text()
    {
        var rows = Policy.Select(row => $"<w:tr><w:tc>{Paragraph(R($"{row.Number} {row.Text}", row.IsBold ? Bold : ""))}</w:tc></w:tr>");

        var policy = ImportedFile.Policy(Of(P("Fire safety policy", "Title") + $"<w:tbl>{string.Concat(rows)}</w:tbl>"), "policy.docx");

        Assert.Equal(Lines, ImportedFile.Lines(policy));
    }

    [Fact]
    public void Steps_with_numbers_below_the_names_of_their_columns_are_rows()
    {
        var head = $"<w:tr><w:tc>{Paragraph(R("No", Bold))}</w:tc><w:tc>{Paragraph(R("What to do", Bold))}</w:tc></w:tr>";
        var policy = ImportedFile.Policy(
            Of(
                P("Fire", "Heading1")
                    + $"<w:tbl>{head}{WordFile.Row("1", "Ring the bell.")}{WordFile.Row("2", "Leave the building.")}</w:tbl>"
                    + P("Review", "Heading1")
                    + P("Each year.")
            ),
            "policy.docx"
        );

        Assert.Contains("- 1 | Ring the bell.", ImportedFile.Lines(policy));
    }

    private static string Printed((string Number, string Text, bool IsBold) row, int number)
    {
        var (y, font) = (740 - (20 * number), row.IsBold ? "F2" : "F1");
        return PdfFile.Text([new(66, y + 6, 11, row.Number, font), new(106, y + 6, 11, row.Text, font)])
            + $"60 {y} 40 20 re S\n100 {y} 440 20 re S\n";
    }
}
