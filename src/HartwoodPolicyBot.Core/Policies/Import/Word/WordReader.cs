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
    private readonly WordNotes notes;
    private WordParagraph? unfinished;
    private bool wasContents;

    private WordReader(WordStyles styles, WordNumbering numbering, WordNotes notes, CancellationToken cancellation)
    {
        this.styles = styles;
        this.notes = notes;
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
            new WordNotes(main.FootnotesPart, main.EndnotesPart),
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
            case "sdt" when WordStyles.IsContentsControl(element):
                blocks.Found.LeaveOutContents();
                break;
            case "del" or "moveFrom":
                blocks.HasChanges = true;
                break;
            case "altChunk":
                blocks.Found.Doubt(ImportDoubtKind.Picture, "There's another file inside this one. I didn't open it.");
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

    /// <summary>Reads a paragraph. Where its end was deleted, the next one goes on in it.</summary>
    private void ReadParagraph(XElement element)
    {
        var properties = element.Child("pPr");
        if (fields.LeavesOut && styles.HeadingLevel(properties) is not null && !styles.IsContents(properties))
        {
            fields.BeginHeading();
        }

        var paragraph = unfinished ?? new WordParagraph(styles, fields);
        paragraph.Read(element);
        var isContents = styles.IsContents(properties) || fields.HoldsContents;
        if (isContents && !wasContents)
        {
            blocks.Found.LeaveOutContents();
        }

        wasContents = isContents;

        fields.EndParagraph();
        if (properties.Child("rPr")?.Elements().Any(mark => mark.Name.LocalName is "del" or "moveFrom") == true)
        {
            unfinished = paragraph;
            return;
        }

        unfinished = null;
        Add(paragraph, properties);
    }

    private void Finish()
    {
        if (unfinished is { } last)
        {
            unfinished = null;
            Add(last, null);
        }
    }

    private void Add(WordParagraph paragraph, XElement? properties)
    {
        blocks.Add(paragraph, properties);
        ReadTextBoxes(paragraph);
        foreach (var note in paragraph.Notes)
        {
            var before = blocks.Found.Blocks.Count;
            foreach (var child in notes.Take(note))
            {
                ReadBlock(child);
            }

            Finish();
            if (blocks.Found.Blocks.Count > before)
            {
                blocks.Found.Doubt(before, ImportDoubtKind.ReadingOrder, FoundDocument.MovedFootnote);
            }
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
        var rows = new List<List<FoundDocument>>();
        foreach (var row in WordTable.Rows(table, () => blocks.HasChanges = true))
        {
            cancellation.ThrowIfCancellationRequested();
            rows.Add([.. row.Select(ReadCell).Where(cell => cell.Blocks.Count > 0 || cell.Doubts.Count > 0)]);
        }

        if (blocks.AddRows(rows))
        {
            blocks.Found.Doubt(before, ImportDoubtKind.Table, FoundDocument.ReadByRows);
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
