using static HartwoodPolicyBot.Tests.Policies.PrintedLines;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>A printed table that the page breaks, also within a row, is read as if it were on one page.</summary>
public sealed class ImportBrokenTableTests
{
    private static readonly double[] Edges = [60, 140, 280, 440];

    [Fact]
    public void The_rest_of_a_row_at_the_top_of_the_next_page_belongs_to_its_cells()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([Scope, Body])
                + Row(110, 20, ["Way"], ["Where"], ["Who deals with it"])
                + Row(
                    70,
                    40,
                    ["Email"],
                    ["Ashgrove Surgery", "complaints.and.complime"],
                    ["The manager, or when the", "manager is away the deputy"]
                )
        );
        pdf.AddPage(
            Row(760, 20, [""], ["nts@example.nhs.uk"], ["or the partner on duty."])
                + Row(740, 20, ["Telephone"], ["01234 567890"], ["Reception"])
                + PdfFile.Text([Duties, Body with { Y = 675 }])
        );

        Assert.Equal(
            [
                "- Way | Where | Who deals with it",
                "- Email | Ashgrove Surgery complaints.and.compliments@example.nhs.uk | The manager, or when the manager is away "
                    + "the deputy or the partner on duty.",
                "- Telephone | 01234 567890 | Reception",
                "# Duties",
                Body.Text,
            ],
            ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf"))[2..]
        );
    }

    [Fact]
    public void The_rest_of_a_row_below_a_top_row_that_comes_again_belongs_to_its_cells()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([Scope, Body])
                + Row(110, 20, ["Way"], ["Where"], ["Who deals with it"])
                + Row(70, 40, ["Letter"], ["Ashgrove Surgery"], ["The manager, or when the", "manager is away the deputy"])
        );
        pdf.AddPage(
            Row(760, 20, ["Way"], ["Where"], ["Who deals with it"])
                + Row(740, 20, [""], [""], ["or the partner on duty."])
                + Row(720, 20, ["Telephone"], ["01234 567890"], ["Reception"])
                + PdfFile.Text([Duties with { Y = 690 }, Body with { Y = 665 }])
        );

        Assert.Equal(
            [
                "- Way | Where | Who deals with it",
                "- Letter | Ashgrove Surgery | The manager, or when the manager is away the deputy or the partner on duty.",
                "- Telephone | 01234 567890 | Reception",
                "# Duties",
                Body.Text,
            ],
            ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf"))[2..]
        );
    }

    [Fact]
    public void A_row_that_begins_on_the_next_page_is_a_row_of_its_own()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([Scope, Body])
                + Row(90, 20, ["Way"], ["Where"], ["Who deals with it"])
                + Row(70, 20, ["letter"], ["by post"], ["the manager"])
        );
        pdf.AddPage(
            Row(760, 20, ["telephone"], ["on the day"], ["reception"])
                + Row(740, 20, ["in person"], ["at the desk"], ["reception"])
                + PdfFile.Text([Duties, Body with { Y = 675 }])
        );

        Assert.Equal(
            [
                "- Way | Where | Who deals with it",
                "- letter | by post | the manager",
                "- telephone | on the day | reception",
                "- in person | at the desk | reception",
            ],
            ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf")).Where(line => line.StartsWith('-'))
        );
    }

    [Fact]
    public void A_top_row_alone_at_the_foot_of_a_page_is_read_cell_by_cell()
    {
        var pdf = new PdfFile();
        pdf.AddPage(PdfFile.Text([Scope, Body]) + Row(60, 40, ["Way to", "complain"], ["Where it", "is sent"], ["Who deals", "with it"]));
        pdf.AddPage(
            Row(760, 20, ["Letter"], ["By post"], ["The manager"])
                + Row(740, 20, ["Telephone"], ["01234 567890"], ["Reception"])
                + PdfFile.Text([Duties, Body with { Y = 675 }])
        );

        Assert.Equal(
            [
                "- Way to complain | Where it is sent | Who deals with it",
                "- Letter | By post | The manager",
                "- Telephone | 01234 567890 | Reception",
            ],
            ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf")).Where(line => line.StartsWith('-'))
        );
    }

    [Fact]
    public void A_last_row_alone_at_the_top_of_a_page_is_read_cell_by_cell()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([Scope, Body]) + Row(80, 20, ["Way"], ["Where"], ["Who"]) + Row(60, 20, ["Letter"], ["By post"], ["The manager"])
        );
        pdf.AddPage(
            Row(740, 40, ["Telephone", "or text"], ["01234 567890", "or 07700 900123"], ["Reception", "or the nurse"])
                + PdfFile.Text([Duties, Body with { Y = 675 }])
        );

        Assert.Equal(
            [
                "- Way | Where | Who",
                "- Letter | By post | The manager",
                "- Telephone or text | 01234 567890 or 07700 900123 | Reception or the nurse",
            ],
            ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf")).Where(line => line.StartsWith('-'))
        );
    }

    [Fact]
    public void A_top_row_over_rows_that_are_to_be_filled_in_is_read_cell_by_cell()
    {
        var pdf = new PdfFile();
        pdf.AddPage(
            PdfFile.Text([Scope, Body])
                + Row(680, 40, ["Patient", "number"], ["Offered", "(Y/N)"], ["Accepted", "(Y/N)"])
                + Row(660, 20, [""], [""], [""])
                + Row(640, 20, [""], [""], [""])
                + PdfFile.Text([Duties with { Y = 600 }, Body with { Y = 575 }])
        );

        Assert.Equal(
            ["- Patient number | Offered (Y/N) | Accepted (Y/N)"],
            ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf")).Where(line => line.StartsWith('-'))
        );
    }

    [Fact]
    public void A_cell_that_goes_over_several_rows_belongs_to_the_first_of_them()
    {
        var pdf = new PdfFile();
        static string Cell(int column, double bottom, double height, params string[] lines) =>
            $"{Edges[column]} {bottom} {Edges[column + 1] - Edges[column]} {height} re S\n"
            + PdfFile.Text(lines.Select((text, line) => new PdfLine(Edges[column] + 6, bottom + height - 14 - (line * 14), 11, text)));
        pdf.AddPage(
            // A frame around the page is no part of the table.
            "0 0 595 842 re S\n"
                + PdfFile.Text([Scope, Body])
                + Row(680, 20, ["Kind"], ["Record"], ["Kept by"])
                + Cell(0, 600, 80, "Clinical")
                + Cell(1, 640, 40, "The notes of", "each visit")
                + Cell(2, 640, 40, "The head of", "nursing")
                + Cell(1, 600, 40, "The book of", "medicines")
                + Cell(2, 600, 40, "The nurse who", "is in charge")
                + Row(580, 20, ["Staff"], ["Rotas"], ["The office"])
                + PdfFile.Text([Duties with { Y = 540 }, Body with { Y = 515 }])
        );

        Assert.Equal(
            [
                "- Kind | Record | Kept by",
                "- Clinical | The notes of each visit | The head of nursing",
                "- The book of medicines | The nurse who is in charge",
                "- Staff | Rotas | The office",
            ],
            ImportedFile.Lines(ImportedFile.Policy(pdf.Build(), "policy.pdf")).Where(line => line.StartsWith('-'))
        );
    }

    /// <summary>A row whose cells have lines around them.</summary>
    private static string Row(double bottom, double height, params string[][] cells) =>
        string.Concat(
            cells.Select(
                (lines, cell) =>
                    $"{Edges[cell]} {bottom} {Edges[cell + 1] - Edges[cell]} {height} re S\n"
                    + PdfFile.Text(lines.Select((text, line) => new PdfLine(Edges[cell] + 6, bottom + height - 14 - (line * 14), 11, text)))
            )
        );
}
