using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace HartwoodPolicyBot.Core.Policies.Import.Word;

/// <summary>Reads the words of one paragraph and how they look. A change that was tracked is read as accepted.</summary>
internal sealed class WordParagraph(WordStyles styles, WordFields fields)
{
    private const char LineBreak = '\n';
    private const int Black = 64;
    private readonly List<WordPiece> pieces = [];
    private XElement? properties;
    private int insertions;

    public bool HasPicture { get; private set; }

    public bool HasChanges { get; private set; }

    /// <summary>Whether words were struck out by hand. They are read as deleted.</summary>
    public bool HasStruck { get; private set; }

    /// <summary>The text boxes that are anchored here, each once.</summary>
    public List<XElement> TextBoxes { get; } = [];

    /// <summary>The footnotes and endnotes that are referred to here, by their kind and id.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>The paragraph's lines. Those that Word breaks by itself are one.</summary>
    public IReadOnlyList<WordPiece> Lines => SplitLines();

    public void Read(XElement paragraph)
    {
        properties = paragraph.Child("pPr");
        HasChanges |= properties?.Child("rPr")?.Elements().Any(mark => mark.Name.LocalName is "ins" or "del") == true;
        ReadContent(paragraph);
    }

    private void ReadContent(XElement parent)
    {
        foreach (var child in parent.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "r":
                    ReadRun(child);
                    break;
                case "del" or "moveFrom":
                    HasChanges = true;
                    break;
                case "ins" or "moveTo":
                    HasChanges = true;
                    insertions++;
                    ReadContent(child);
                    insertions--;
                    break;
                case "AlternateContent":
                    ReadAlternate(child, ReadContent);
                    break;
                case "fldSimple" when WordFields.IsLeftOut(child.Value("instr") ?? ""):
                case "pPr" or "rPr" or "sdtPr" or "sdtEndPr" or "smartTagPr" or "customXmlPr" or "oMathParaPr":
                    break;
                case "t":
                    AddText(child.Value, null);
                    break;
                default:
                    ReadContent(child);
                    break;
            }
        }
    }

    private void ReadRun(XElement run)
    {
        var look = run.Child("rPr");
        var isStruck = WordXml.IsOn(styles.Run(look, properties, "strike")) || WordXml.IsOn(styles.Run(look, properties, "dstrike"));
        HasStruck |= isStruck && !fields.LeavesOut && run.Child("t") is not null;
        var isHidden = isStruck || WordXml.IsOn(styles.Run(look, properties, "vanish")) || WordXml.IsOn(look.Flag("webHidden"));
        foreach (var child in run.Elements())
        {
            var name = child.Name.LocalName;
            if (name == "fldChar")
            {
                fields.Mark(child.Value("fldCharType"));
            }
            else if (name == "instrText")
            {
                fields.Instruct(child.Value);
            }
            else if (!isHidden && !fields.LeavesOut)
            {
                ReadRunPart(child, look);
            }
        }
    }

    private void ReadRunPart(XElement part, XElement? look)
    {
        switch (part.Name.LocalName)
        {
            case "t":
                AddText(part.Value, look);
                break;
            case "tab" or "ptab":
                AddText("\t", look);
                break;
            case "br" or "cr":
                AddText(part.Value("type") is "page" or "column" ? " " : "\n", look);
                break;
            case "noBreakHyphen":
                AddText("-", look);
                break;
            case "sym":
                AddText(WordSymbols.Of(part), look);
                break;
            case "footnoteReference" or "endnoteReference":
                Notes.Add(part.Name.LocalName.Replace("Reference", "", StringComparison.Ordinal) + part.Value("id"));
                break;
            case "drawing" or "pict" or "object":
                ReadDrawing(part);
                break;
            case "AlternateContent":
                ReadAlternate(part, choice => choice.Elements().ToList().ForEach(child => ReadRunPart(child, look)));
                break;
            case "ruby":
                part.Child("rubyBase")?.Elements().Where(child => child.Name.LocalName == "r").ToList().ForEach(ReadRun);
                break;
        }
    }

    /// <summary>Reads the first of two forms of the same thing, and the second only where Word writes no first.</summary>
    private static void ReadAlternate(XElement alternate, Action<XElement> read)
    {
        if ((alternate.Child("Choice") ?? alternate.Child("Fallback")) is { } chosen)
        {
            read(chosen);
        }
    }

    private void ReadDrawing(XElement drawing)
    {
        var boxes = new List<XElement>();
        Collect(drawing);
        if (boxes.Count == 0)
        {
            HasPicture |= !drawing
                .Descendants()
                .Any(part => part.Name.LocalName == "rect" && WordXml.IsOn(part.Value("hr")?.TrimEnd('t', 'f')));
        }

        TextBoxes.AddRange(boxes);

        void Collect(XElement parent)
        {
            foreach (var child in parent.Elements())
            {
                if (child.Name.LocalName == "txbxContent")
                {
                    boxes.Add(child);
                }
                else if (child.Name.LocalName == "AlternateContent")
                {
                    ReadAlternate(child, Collect);
                }
                else
                {
                    Collect(child);
                }
            }
        }
    }

    private void AddText(string text, XElement? look)
    {
        _ = double.TryParse(styles.Run(look, properties, "sz"), NumberStyles.Number, CultureInfo.InvariantCulture, out var halfPoints);
        pieces.Add(
            new WordPiece(
                new StringBuilder(text),
                new BlockLook(
                    halfPoints > 0 ? halfPoints / 2 : 10,
                    WordXml.IsOn(styles.Run(look, properties, "b")),
                    WordXml.IsOn(styles.Run(look, properties, "u")),
                    WordXml.IsOn(styles.Run(look, properties, "caps")) || WordXml.IsOn(styles.Run(look, properties, "smallCaps"))
                )
                {
                    Italic = WordXml.IsOn(styles.Run(look, properties, "i")),
                    Colour = ColourOf(styles.Run(look, properties, "color")),
                }
            )
            {
                IsInserted = insertions > 0,
            }
        );
    }

    private static string? ColourOf(string? value) =>
        int.TryParse(value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var colour)
        && Math.Max(colour >> 16 & 255, Math.Max(colour >> 8 & 255, colour & 255)) > Black
            ? value
            : null;

    /// <summary>
    /// Divides the paragraph where its author broke a line and began something else: a bullet, another look, or after a full stop.
    /// </summary>
    private List<WordPiece> SplitLines()
    {
        var lines = new List<WordPiece> { new(new StringBuilder(), default) };
        foreach (var piece in pieces)
        {
            var parts = piece.Text.ToString().Split(LineBreak);
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                {
                    lines.Add(new WordPiece(new StringBuilder(), default));
                }

                lines[^1] = lines[^1].With(parts[i], piece.Look, piece.IsInserted);
            }
        }

        var joined = new List<WordPiece>();
        foreach (var line in lines.Where(line => !string.IsNullOrWhiteSpace(line.Text.ToString())))
        {
            var begins =
                joined.Count == 0
                || joined[^1].Look != line.Look
                || joined[^1].Text.ToString().TrimEnd()[^1] is '.' or ':' or ';' or '?' or '!'
                || PlainWords.AfterBullet(line.Text.ToString()) is not null;
            if (begins)
            {
                joined.Add(line);
            }
            else
            {
                joined[^1] = joined[^1].With(" " + line.Text, line.Look);
            }
        }

        return joined;
    }
}
