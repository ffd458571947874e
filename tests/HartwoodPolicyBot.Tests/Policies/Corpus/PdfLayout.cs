using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace HartwoodPolicyBot.Tests.Policies.Corpus;

/// <summary>Sets text on the pages of a PDF, in one column or two, as a word processor does.</summary>
internal sealed class PdfLayout
{
    private const double Top = 770;
    private const double Bottom = 70;
    private const double Margin = 60;
    private const double Gap = 24;
    private readonly PdfDocumentBuilder pdf = new();
    private readonly PdfDocumentBuilder.AddedFont plain;
    private readonly PdfDocumentBuilder.AddedFont bold;
    private readonly int columns;
    private readonly string? running;
    private PdfPageBuilder page = null!;
    private int number;
    private int column;
    private double height;

    /// <param name="columns">The columns of a page.</param>
    /// <param name="running">What is at the top of every page; null for no header and footer.</param>
    public PdfLayout(int columns = 1, string? running = null)
    {
        (this.columns, this.running) = (columns, running);
        plain = pdf.AddStandard14Font(Standard14Font.Helvetica);
        bold = pdf.AddStandard14Font(Standard14Font.HelveticaBold);
        Turn();
    }

    private double Width => (595 - (2 * Margin) - (Gap * (columns - 1))) / columns;

    private double Left => Margin + (column * (Width + Gap));

    public byte[] Build() => pdf.Build();

    /// <summary>Writes a paragraph, with a hyphen in a long word that does not fit.</summary>
    public void Write(string text, double size = 11, bool isBold = false, double before = 8, double indent = 0, bool divides = false)
    {
        var font = isBold ? bold : plain;
        height -= before;
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length == 0 || Measure(longer, size, font) <= Width - indent)
            {
                line = longer;
                continue;
            }

            var (head, tail) = divides && word.Length > 9 && word.All(char.IsLower) ? (word[..5] + "-", word[5..]) : ("", word);
            if (head.Length > 0 && Measure($"{line} {head}", size, font) <= Width - indent)
            {
                (line, longer) = ($"{line} {head}", tail);
            }
            else
            {
                longer = word;
            }

            Line(line, size, font, indent);
            line = longer;
        }

        Line(line, size, font, indent);
    }

    /// <summary>Writes a row of cells between lines.</summary>
    public void Row(string[] cells)
    {
        Room(22);
        page.DrawLine(new PdfPoint(Left, height - 4), new PdfPoint(Left + Width, height - 4), 0.5);
        height -= 20;
        for (var cell = 0; cell < cells.Length; cell++)
        {
            page.AddText(cells[cell], 11, new PdfPoint(Left + (cell * Width / cells.Length), height), plain);
        }
    }

    private void Line(string text, double size, PdfDocumentBuilder.AddedFont font, double indent)
    {
        Room(size * 1.3);
        height -= size * 1.3;
        page.AddText(text, size, new PdfPoint(Left + indent, height), font);
    }

    private void Room(double needed)
    {
        if (height - needed >= Bottom)
        {
            return;
        }

        if (++column == columns)
        {
            Turn();
        }

        height = Top;
    }

    private void Turn()
    {
        page = pdf.AddPage(PageSize.A4);
        (column, height) = (0, Top);
        number++;
        if (running is not null)
        {
            page.AddText(running, 9, new PdfPoint(Margin, 805), plain);
            page.AddText($"Page {number}", 9, new PdfPoint(500, 30), plain);
        }
    }

    private double Measure(string text, double size, PdfDocumentBuilder.AddedFont font) =>
        page.MeasureText(text, size, new PdfPoint(0, 0), font).Max(letter => letter.EndBaseLine.X);
}
