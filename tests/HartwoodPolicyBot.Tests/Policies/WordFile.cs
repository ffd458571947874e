using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Makes small Word files for tests of the import.</summary>
internal static class WordFile
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string Names = $"""
        xmlns:w="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        """;

    /// <summary>Makes a file with the styles and lists of Word, and the XML of its body.</summary>
    public static byte[] Of(string body, string? margin = null, string? comment = null, bool hasMacros = false, WordExtras? extras = null)
    {
        using var bytes = new MemoryStream();
        var type = hasMacros ? WordprocessingDocumentType.MacroEnabledDocument : WordprocessingDocumentType.Document;
        using (var document = WordprocessingDocument.Create(bytes, type))
        {
            var main = document.AddMainDocumentPart();
            Write(main, $"<w:document {Names}><w:body>{body}</w:body></w:document>");
            Write(main.AddNewPart<StyleDefinitionsPart>(), $"<w:styles {Names}>{Styles()}{extras?.Styles}</w:styles>");
            Write(main.AddNewPart<NumberingDefinitionsPart>(), $"<w:numbering {Names}>{extras?.Lists ?? Lists()}</w:numbering>");
            if (margin is not null)
            {
                Write(main.AddNewPart<HeaderPart>(), $"<w:hdr {Names}>{P(margin)}</w:hdr>");
                Write(main.AddNewPart<FooterPart>(), $"<w:ftr {Names}>{P(margin)}</w:ftr>");
            }

            if (extras?.Notes is { } notes)
            {
                Write(main.AddNewPart<FootnotesPart>(), $"<w:footnotes {Names}>{notes}</w:footnotes>");
            }

            if (comment is not null)
            {
                var part = main.AddNewPart<WordprocessingCommentsPart>();
                Write(part, $"""<w:comments {Names}><w:comment w:id="0" w:author="A">{P(comment)}</w:comment></w:comments>""");
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A paragraph of plain words, with a style.</summary>
    public static string P(string text, string? style = null) => Paragraph(R(text), style);

    /// <summary>A paragraph of these runs, with a style and a place in a list.</summary>
    public static string Paragraph(string runs, string? style = null, int? list = null) =>
        "<w:p><w:pPr>"
        + (style is null ? "" : $"""<w:pStyle w:val="{style}"/>""")
        + (list is null ? "" : $"""<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list}"/></w:numPr>""")
        + $"</w:pPr>{runs}</w:p>";

    /// <summary>A run of words, with the XML of how it looks.</summary>
    public static string R(string text, string look = "") =>
        $"""<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{new System.Xml.Linq.XText(text)}</w:t></w:r>""";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(cell => $"<w:tc>{P(cell)}</w:tc>"))}</w:tr>";

    private static string Styles()
    {
        var styles = new StringBuilder(
            """<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>"""
                + """<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>"""
                + """<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>"""
        );
        for (var level = 1; level <= 5; level++)
        {
            styles.Append($"""<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/></w:style>""");
        }

        return styles.ToString();
    }

    /// <summary>List 1 has numbers and list 2 has bullets.</summary>
    private static string Lists() =>
        """<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>"""
        + """</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/>"""
        + """</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>"""
        + """<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>""";

    private static void Write(OpenXmlPart part, string xml)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(content);
    }
}

/// <summary>What a Word file has besides its body.</summary>
/// <param name="Styles">The XML of more styles.</param>
/// <param name="Lists">The XML of the lists, in place of the usual ones.</param>
/// <param name="Notes">The XML of the footnotes.</param>
internal sealed record WordExtras(string Styles = "", string? Lists = null, string? Notes = null);
