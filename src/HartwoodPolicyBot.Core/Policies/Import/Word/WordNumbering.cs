using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace HartwoodPolicyBot.Core.Policies.Import.Word;

/// <summary>Knows which of Word's automatic lists have bullets, numbers or neither.</summary>
internal sealed class WordNumbering
{
    private readonly Dictionary<string, string> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<(string List, int Level), (string Form, string Text)> levels = [];

    public WordNumbering(NumberingDefinitionsPart? part)
    {
        if (part is null)
        {
            return;
        }

        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = WordPackage.Reader(stream);
        foreach (var element in XElement.Load(reader).Elements())
        {
            if (element.Name.LocalName == "abstractNum" && element.Value("abstractNumId") is { } list)
            {
                foreach (var level in element.Elements().Where(child => child.Name.LocalName == "lvl"))
                {
                    if (int.TryParse(level.Value("ilvl"), out var depth))
                    {
                        levels[(list, depth)] = (level.Flag("numFmt") ?? "decimal", level.Flag("lvlText") ?? "");
                    }
                }
            }
            else if (element.Name.LocalName == "num" && element.Value("numId") is { } id)
            {
                lists[id] = element.Flag("abstractNumId") ?? "";
            }
        }
    }

    public WordListMark Of((string Id, int Level)? numbering)
    {
        if (numbering is not { } used)
        {
            return WordListMark.None;
        }

        var (form, text) =
            lists.TryGetValue(used.Id, out var list) && levels.TryGetValue((list, used.Level), out var level) ? level : ("bullet", "");
        return form == "none" || (form != "bullet" && text.Length == 0) ? WordListMark.None
            : form == "bullet" ? WordListMark.Bullet
            : form == "decimal" && text.Count(letter => letter == '%') > 1 ? WordListMark.Outline
            : WordListMark.Number;
    }
}

/// <summary>Says what Word writes in front of a paragraph.</summary>
internal enum WordListMark
{
    None,
    Bullet,

    /// <summary>A number or letter of a list.</summary>
    Number,

    /// <summary>A number such as 4.2, as it stands before the clauses of a policy.</summary>
    Outline,
}
