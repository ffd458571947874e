using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace HartwoodPolicyBot.Core.Policies.Import.Word;

/// <summary>Reads a Word document, one paragraph at a time, so that a long one needs no more memory than its words.</summary>
internal sealed class WordReader
{
    private static readonly OpenSettings Settings = new() { AutoSave = false, MaxCharactersInPart = ImportLimits.PartBytes };

    private readonly WordBlocks blocks;
    private readonly WordStyles styles;
    private readonly WordFields fields = new();
    private readonly CancellationToken cancellation;
    private WordParagraph? unfinished;

    private WordReader(WordStyles styles, WordNumbering numbering, CancellationToken cancellation)
    {
        this.styles = styles;
        this.cancellation = cancellation;
        blocks = new WordBlocks(styles, numbering);
    }

    public static FoundDocument Read(byte[] bytes, CancellationToken cancellation)
    {
        WordPackage.Check(bytes, cancellation);
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), false, Settings);
        if (document.DocumentType is WordprocessingDocumentType.MacroEnabledDocument or WordprocessingDocumentType.MacroEnabledTemplate)
        {
            throw new ImportStoppedException(ImportRefusals.Macros);
        }

        var main = document.MainDocumentPart ?? throw new ImportStoppedException(ImportRefusals.Broken);
        var reader = new WordReader(
            new WordStyles(main.StyleDefinitionsPart),
            new WordNumbering(main.NumberingDefinitionsPart),
            cancellation
        );
        using var stream = main.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = WordPackage.Reader(stream);
        reader.ReadBody(xml);
        var found = reader.blocks.Found;
        found.Title = document.PackageProperties.Title;
        foreach (var margin in main.HeaderParts.Cast<OpenXmlPart>().Concat(main.FooterParts))
        {
            reader.ReadMargin(margin);
        }

        return found;
    }

    private void ReadBody(XmlReader xml)
    {
        xml.MoveToContent();
        while (!xml.EOF && !(xml.NodeType == XmlNodeType.Element && xml.LocalName == "body"))
        {
            xml.Read();
        }

        // The body is entered, each of its children is taken whole, and then let go.
        xml.Read();
        while (!xml.EOF && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "body"))
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                ReadBlock((XElement)XNode.ReadFrom(xml));
            }
            else
            {
                xml.Read();
            }
        }

        Finish();
        blocks.NoteChanges();
    }

    private void ReadBlock(XElement element)
    {
        cancellation.ThrowIfCancellationRequested();
        switch (element.Name.LocalName)
        {
            case "p":
                ReadParagraph(element);
                break;
            case "tbl":
                ReadTable(element);
                break;
            case "sdt" when IsContents(element):
                blocks.Found.Doubt(ImportDoubtKind.LeftOut, "I left out the list of contents.");
                break;
            case "del" or "moveFrom":
                blocks.HasChanges = true;
                break;
            case "altChunk":
                blocks.Found.Doubt(ImportDoubtKind.Picture, "There is another file inside this one here, which I didn't open.");
                break;
            case "AlternateContent":
                foreach (var child in (element.Child("Choice") ?? element.Child("Fallback"))?.Elements() ?? [])
                {
                    ReadBlock(child);
                }

                break;
            case "sectPr" or "sdtPr" or "sdtEndPr" or "customXmlPr" or "tblPr" or "trPr" or "tcPr":
                break;
            default:
                foreach (var child in element.Elements())
                {
                    ReadBlock(child);
                }

                break;
        }
    }

    private static bool IsContents(XElement control) =>
        control.Child("sdtPr").Child("docPartObj").Child("docPartGallery")?.Value("val") is { } gallery
        && gallery.Contains("Contents", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a paragraph. Where its end was deleted, the next one goes on in it.</summary>
    private void ReadParagraph(XElement element)
    {
        var properties = element.Child("pPr");
        var paragraph = unfinished ?? new WordParagraph(styles, fields);
        paragraph.Read(element);
        if (properties.Child("rPr")?.Elements().Any(mark => mark.Name.LocalName is "del" or "moveFrom") == true)
        {
            unfinished = paragraph;
            return;
        }

        unfinished = null;
        blocks.Add(paragraph, properties);
        ReadTextBoxes(paragraph);
    }

    private void Finish()
    {
        if (unfinished is { } last)
        {
            unfinished = null;
            blocks.Add(last, null);
            ReadTextBoxes(last);
        }
    }

    private void ReadTextBoxes(WordParagraph paragraph)
    {
        foreach (var box in paragraph.TextBoxes)
        {
            var before = blocks.Found.Blocks.Count;
            foreach (var child in box.Elements())
            {
                ReadBlock(child);
            }

            Finish();
            if (blocks.Found.Blocks.Count > before)
            {
                blocks.Found.Doubt(
                    before,
                    ImportDoubtKind.TextBox,
                    "There is a text box here. Check that its words are in the right place."
                );
            }
        }
    }

    private void ReadTable(XElement table)
    {
        Finish();
        var before = blocks.Found.Blocks.Count;
        var isRows = false;
        foreach (var row in WordTable.Rows(table, () => blocks.HasChanges = true))
        {
            cancellation.ThrowIfCancellationRequested();
            var cells = row.Select(ReadCell).Where(cell => cell.Blocks.Count > 0 || cell.Doubts.Count > 0).ToList();
            isRows |= blocks.AddRow(cells);
        }

        if (isRows)
        {
            blocks.Found.Doubt(before, ImportDoubtKind.Table, "There is a table here. I read it row by row.");
        }
    }

    private FoundDocument ReadCell(XElement cell)
    {
        var outer = blocks.Begin();
        foreach (var child in cell.Elements())
        {
            ReadBlock(child);
        }

        Finish();
        return blocks.End(outer);
    }

    /// <summary>Reads a header or footer, which often says the version and when it is reviewed.</summary>
    private void ReadMargin(OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = WordPackage.Reader(stream);
        var outer = blocks.Begin();
        foreach (var child in XElement.Load(xml).Elements())
        {
            ReadBlock(child);
        }

        Finish();
        var margin = blocks.End(outer);
        blocks.Found.Margins.AddRange(margin.Blocks.SelectMany(block => block.Raw.Split('\t')).Select(PlainWords.Clean));
    }
}
