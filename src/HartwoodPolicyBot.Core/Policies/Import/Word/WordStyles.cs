using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace HartwoodPolicyBot.Core.Policies.Import.Word;

/// <summary>Knows what the styles of a Word file stand for, with what they take from the styles that they are based on.</summary>
internal sealed class WordStyles
{
    private const int MostBases = 12;
    private readonly Dictionary<string, XElement> styles = new(StringComparer.Ordinal);
    private readonly XElement? defaults;
    private readonly string? usual;

    public WordStyles(StyleDefinitionsPart? part)
    {
        if (part is null)
        {
            return;
        }

        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = WordPackage.Reader(stream);
        var root = XElement.Load(reader);
        defaults = root.Child("docDefaults")?.Child("rPrDefault")?.Child("rPr");
        foreach (var style in root.Elements().Where(element => element.Name.LocalName == "style"))
        {
            if (style.Value("styleId") is { } id)
            {
                styles[id] = style;
                if (style.Value("type") == "paragraph" && style.Value("default") is "1" or "true" or "on")
                {
                    usual ??= id;
                }
            }
        }
    }

    /// <summary>Returns the level, from 1, that a style or its outline level gives to a paragraph; null for text.</summary>
    public int? HeadingLevel(XElement? properties)
    {
        if (properties.Flag("outlineLvl") is { } own && int.TryParse(own, out var direct))
        {
            return direct < 9 ? direct + 1 : null;
        }

        foreach (var style in Chain(StyleOf(properties)))
        {
            if (WordStyleNames.OwnHeadingLevel(Name(style)) is { } heading)
            {
                return heading;
            }

            if (style.Child("pPr").Flag("outlineLvl") is { } level && int.TryParse(level, out var outline))
            {
                return outline < 9 ? outline + 1 : null;
            }
        }

        var names = Chain(StyleOf(properties)).Select(Name).ToList();
        return names.Count == 0 ? null
            : WordStyleNames.HeadingLevel(names[0]) is { } named ? named
            : WordStyleNames.IsSub(names[0])
            && names.Skip(1).Select(WordStyleNames.HeadingLevel).FirstOrDefault(level => level is not null) is { } above
                ? above + 1
            : null;
    }

    public bool IsTitle(XElement? properties) => Chain(StyleOf(properties)).Select(Name).Any(WordStyleNames.IsTitle);

    /// <summary>Says whether a paragraph is an entry or the caption of Word's own list of contents.</summary>
    public bool IsContents(XElement? properties) => Chain(StyleOf(properties)).Take(1).Select(Name).Any(WordStyleNames.IsContents);

    /// <summary>Says whether a content control holds the list of contents that Word offers ready made.</summary>
    public static bool IsContentsControl(XElement control) =>
        control.Child("sdtPr").Child("docPartObj").Child("docPartGallery")?.Value("val") is { } gallery
        && gallery.Contains("Contents", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the numbering that a paragraph has by itself or by its style.</summary>
    public (string Id, int Level)? Numbering(XElement? properties)
    {
        var (id, level) = (Number(properties, "numId"), Number(properties, "ilvl"));
        foreach (var style in Chain(StyleOf(properties)))
        {
            id ??= Number(style.Child("pPr"), "numId");
            level ??= Number(style.Child("pPr"), "ilvl");
        }

        return id is null or "0" ? null : (id, int.TryParse(level, out var depth) ? Math.Clamp(depth, 0, 8) : 0);

        static string? Number(XElement? from, string name) => from?.Child("numPr").Flag(name);
    }

    /// <summary>Returns the value of a property of a run, such as "sz": its own, or from its styles. Null where nothing says.</summary>
    public string? Run(XElement? run, XElement? paragraph, string name)
    {
        if (run.Flag(name) is { } own)
        {
            return own;
        }

        foreach (var style in Chain(run?.Flag("rStyle")).Concat(Chain(StyleOf(paragraph))))
        {
            if (style.Child("rPr").Flag(name) is { } set)
            {
                return set;
            }
        }

        return defaults.Flag(name);
    }

    private string? StyleOf(XElement? properties) => properties.Flag("pStyle") ?? usual;

    private static string Name(XElement style) => style.Child("name")?.Value("val") ?? "";

    private IEnumerable<XElement> Chain(string? id)
    {
        for (var i = 0; i < MostBases && id is not null && styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.Child("basedOn")?.Value("val");
        }
    }
}
