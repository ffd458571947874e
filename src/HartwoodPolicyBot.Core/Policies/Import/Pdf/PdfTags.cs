using System.Globalization;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Knows which letters of a tagged PDF are a heading.</summary>
internal sealed partial class PdfTags
{
    private const int MostEntries = 200_000;
    private const int MostNested = 50;
    private const int MostParents = 6;
    private const int Fewest = 2;
    private const double MostInHeadings = 0.4;
    private static readonly string[] Text = ["P", "LI", "LBody", "TD", "TH", "Caption", "TOCI", "Note", "Figure"];
    private readonly PdfDocument document;
    private readonly Dictionary<int, IToken> parents = [];
    private readonly DictionaryToken? roles;

    public PdfTags(PdfDocument document)
    {
        this.document = document;
        if (
            Resolve(Entry(document.Structure.Catalog.CatalogDictionary, "StructTreeRoot")) is DictionaryToken root
            && Resolve(Entry(root, "ParentTree")) is DictionaryToken tree
        )
        {
            roles = Resolve(Entry(root, "RoleMap")) as DictionaryToken;
            ReadNumbers(tree, 0);
        }
    }

    /// <summary>Returns the tags of those letters of a page that are a heading, or that belong to the page and not to the text.</summary>
    public Dictionary<Letter, PdfTag> Of(Page page)
    {
        var tags = new Dictionary<Letter, PdfTag>(ReferenceEqualityComparer.Instance);
        var elements =
            Entry(page.Dictionary, "StructParents") is NumericToken number && parents.TryGetValue(number.Int, out var list)
                ? Resolve(list) as ArrayToken
                : null;
        foreach (var marked in page.GetMarkedContents())
        {
            Add(marked, null, elements, tags, 0);
        }

        return tags;
    }

    /// <summary>Returns the pages with their tags, unless those call much of the text headings, or hardly any of it.</summary>
    public static List<PdfPage> Trusted(List<PdfPage> pages)
    {
        var tags = pages.SelectMany(page => page.Letters).Select(letter => letter.Tag).OfType<PdfTag>().ToList();
        return tags.Count < pages.Sum(page => page.Letters.Count) * MostInHeadings && tags.Distinct().Count() >= Fewest
            ? pages
            : pages.ConvertAll(page => page with { Letters = page.Letters.ConvertAll(letter => letter with { Tag = null }) });
    }

    private void Add(MarkedContentElement marked, PdfTag? outer, ArrayToken? elements, Dictionary<Letter, PdfTag> tags, int nested)
    {
        var tag =
            marked.IsArtifact ? PdfTag.OfPage
            : marked.MarkedContentIdentifier >= 0 && marked.MarkedContentIdentifier < elements?.Length
                ? TagOf(elements.Data[marked.MarkedContentIdentifier])
            : outer;
        if (tag is not null)
        {
            foreach (var letter in marked.Letters)
            {
                tags[letter] = tag;
            }
        }

        foreach (var child in nested < MostNested ? marked.Children : [])
        {
            Add(child, tag, elements, tags, nested + 1);
        }
    }

    /// <summary>Returns the heading that an element of the text is or is in, such as a link in a heading.</summary>
    private PdfTag? TagOf(IToken element)
    {
        for (var parent = 0; parent < MostParents && Resolve(element) is DictionaryToken found; parent++)
        {
            var role = Role(Resolve(Entry(found, "S")));
            if (Heading().Match(role) is { Success: true } heading && element is IndirectReferenceToken reference)
            {
                return new(reference.Data.ObjectNumber, int.Parse(heading.Groups["level"].Value, CultureInfo.InvariantCulture));
            }

            if (Text.Contains(role) || Entry(found, "P") is not { } outer)
            {
                return null;
            }

            element = outer;
        }

        return null;
    }

    /// <summary>Returns what a program's own name for a role stands for.</summary>
    private string Role(IToken? name)
    {
        var role = (name as NameToken)?.Data ?? "";
        for (var i = 0; i < MostParents && Resolve(Entry(roles, role)) is NameToken mapped && mapped.Data != role; i++)
        {
            role = mapped.Data;
        }

        return role;
    }

    private void ReadNumbers(DictionaryToken tree, int nested)
    {
        if (Resolve(Entry(tree, "Nums")) is ArrayToken pairs)
        {
            for (var i = 0; i + 1 < pairs.Length && parents.Count < MostEntries; i += 2)
            {
                if (pairs.Data[i] is NumericToken number)
                {
                    parents[number.Int] = pairs.Data[i + 1];
                }
            }
        }

        if (nested < MostNested && Resolve(Entry(tree, "Kids")) is ArrayToken kids)
        {
            foreach (var kid in kids.Data.Select(Resolve).OfType<DictionaryToken>().Take(MostEntries))
            {
                ReadNumbers(kid, nested + 1);
            }
        }
    }

    private static IToken? Entry(DictionaryToken? from, string name) =>
        from is not null && from.Data.TryGetValue(name, out var value) ? value : null;

    private IToken? Resolve(IToken? token)
    {
        for (var i = 0; i < MostParents && token is IndirectReferenceToken reference; i++)
        {
            token = document.Structure.GetObject(reference.Data)?.Data;
        }

        return token;
    }

    [GeneratedRegex(@"^H(?<level>[1-6])$")]
    private static partial Regex Heading();
}

/// <summary>The heading that a letter of a tagged PDF is in.</summary>
/// <param name="Element">The number of the heading in the file.</param>
/// <param name="Level">Its level, from 1.</param>
internal sealed record PdfTag(long Element, int Level)
{
    /// <summary>What a file says about letters that belong to the page and not to its text, such as those of a header.</summary>
    public static PdfTag OfPage { get; } = new(0, 0);
}
