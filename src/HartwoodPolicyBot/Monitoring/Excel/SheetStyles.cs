using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace HartwoodPolicyBot.Monitoring.Excel;

/// <summary>Holds the styles of cells; a cell refers to its style by number.</summary>
internal static class SheetStyles
{
    public const int Text = 0;
    public const int Heading = 1;
    public const int Date = 2;
    public const int Moment = 3;
    public const int Whole = 4;
    public const int Decimal = 5;

    /// <summary>
    /// Marks text that would be a formula if somebody typed it, so that it stays text when the cell is edited.
    /// </summary>
    public const int Quoted = 6;

    /// <summary>Marks a line of text that may run over the columns beside it.</summary>
    public const int Note = 7;
    public const int Last = Note;

    private const uint DateFormat = 164;
    private const uint MomentFormat = 165;
    private const uint WholeFormat = 3;
    private const uint DecimalFormat = 166;

    public static Stylesheet Sheet() =>
        new(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "d mmm yyyy" },
                new NumberingFormat { NumberFormatId = MomentFormat, FormatCode = "d mmm yyyy hh:mm" },
                new NumberingFormat { NumberFormatId = DecimalFormat, FormatCode = "#,##0.0" }
            ),
            new Fonts(
                new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }),
                new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })
            ),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE3EBF0" }) { PatternType = PatternValues.Solid })
            ),
            new Borders(new Border()),
            new CellFormats(
                Format(0, wraps: true),
                new CellFormat
                {
                    FontId = 1,
                    FillId = 2,
                    ApplyFont = true,
                    ApplyFill = true,
                },
                OnTheLeft(Format(DateFormat)),
                OnTheLeft(Format(MomentFormat)),
                Format(WholeFormat),
                Format(DecimalFormat),
                Quote(Format(0, wraps: true)),
                Quote(Format(0))
            )
        );

    private static CellFormat Format(uint number, bool wraps = false) =>
        new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = wraps })
        {
            NumberFormatId = number,
            ApplyNumberFormat = number != 0,
            ApplyAlignment = true,
        };

    private static CellFormat OnTheLeft(CellFormat format)
    {
        format.Alignment!.Horizontal = HorizontalAlignmentValues.Left;
        return format;
    }

    private static CellFormat Quote(CellFormat format)
    {
        format.QuotePrefix = BooleanValue.FromBoolean(true);
        return format;
    }
}
