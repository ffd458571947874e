using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace HartwoodPolicyBot.Tests.Monitoring;

/// <summary>Opens an Excel file with the library's own reader and checks it against the standard.</summary>
internal sealed class Spreadsheet
{
    private readonly Dictionary<string, List<List<string>>> sheets = new(StringComparer.Ordinal);

    public Spreadsheet(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(fault => $"{fault.Part?.Uri}: {fault.Description}"));
        var workbook = document.WorkbookPart!;
        foreach (var sheet in workbook.Workbook.Sheets!.Elements<Sheet>())
        {
            var part = (WorksheetPart)workbook.GetPartById(sheet.Id!);
            Assert.Equal(PaneStateValues.Frozen, part.Worksheet.Descendants<Pane>().Single().State!.Value);
            Assert.All(part.Worksheet.Descendants<Column>(), column => Assert.InRange(column.Width!.Value, 9, 60));
            Assert.Empty(part.Worksheet.Descendants<CellFormula>());
            sheets[sheet.Name!] = [.. part.Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(Text).ToList())];
        }
    }

    public IReadOnlyCollection<string> Names => sheets.Keys;

    /// <summary>Returns the titles of the tables below each other in a sheet: each follows an empty row.</summary>
    public IReadOnlyList<string> Titles(string sheet) =>
        [.. sheets[sheet].Zip(sheets[sheet].Skip(1)).Where(rows => rows.First[0].Length == 0).Select(rows => rows.Second[0])];

    /// <summary>Returns all rows, the headings first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(string sheet) => sheets[sheet];

    /// <summary>Returns the value beside a label.</summary>
    public string Beside(string sheet, string label) => sheets[sheet].Single(row => row[0] == label)[1];

    /// <summary>Writes numbers as numbers, days as days and text in quotation marks, so that a test sees the type of a cell.</summary>
    private static string Text(Cell cell)
    {
        if (cell.DataType?.Value == CellValues.InlineString)
        {
            return cell.InnerText;
        }

        Assert.Null(cell.DataType);
        var number = double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture);
        return cell.StyleIndex!.Value switch
        {
            2 => $"#{DateTime.FromOADate(number):yyyy-MM-dd}",
            3 => $"#{DateTime.FromOADate(number):yyyy-MM-dd HH:mm}",
            _ => $"#{number.ToString(CultureInfo.InvariantCulture)}",
        };
    }
}
