using System.Xml;

namespace HartwoodPolicyBot.Monitoring.Evidence;

/// <summary>Holds the styles of a Word file: how its headings, text and tables look, and that it is in British English.</summary>
internal static class EvidenceStyles
{
    /// <summary>A style: its id, its name, the size of its letters in half points, and the space above and below in twentieths.</summary>
    private static readonly (string Id, string Name, string Size, bool IsBold, string Above, string Below, string? Outline)[] Paragraphs =
    [
        ("Title", "Title", "40", true, "0", "120", null),
        ("Heading1", "heading 1", "30", true, "360", "120", "0"),
        ("Heading2", "heading 2", "24", true, "240", "80", "1"),
        ("Bullet", "List Bullet", "22", false, "0", "60", null),
        ("Cell", "Table text", "18", false, "20", "20", null),
        ("CellHeading", "Table heading", "18", true, "20", "20", null),
    ];

    public static void Write(XmlWriter to, string space)
    {
        to.WriteStartElement("w", "styles", space);
        Start("docDefaults");
        Start("rPrDefault");
        Start("rPr");
        Element("rFonts", ("ascii", "Arial"), ("hAnsi", "Arial"), ("cs", "Arial"));
        Element("sz", ("val", "22"));
        Element("lang", ("val", "en-GB"));
        End(3);
        Start("style", ("type", "paragraph"), ("default", "1"), ("styleId", "Normal"));
        Element("name", ("val", "Normal"));
        Start("pPr");
        Element("spacing", ("before", "0"), ("after", "120"));
        End(2);
        foreach (var style in Paragraphs)
        {
            Start("style", ("type", "paragraph"), ("styleId", style.Id));
            Element("name", ("val", style.Name));
            Element("basedOn", ("val", "Normal"));
            Start("pPr");
            if (style.Outline is not null)
            {
                Element("keepNext");
            }

            Element("spacing", ("before", style.Above), ("after", style.Below));
            if (style.Id == "Bullet")
            {
                Element("ind", ("left", "284"), ("hanging", "284"));
            }

            if (style.Outline is { } level)
            {
                Element("outlineLvl", ("val", level));
            }

            End(1);
            Start("rPr");
            if (style.IsBold)
            {
                Element("b");
            }

            Element("sz", ("val", style.Size));
            End(2);
        }

        Start("style", ("type", "table"), ("styleId", "Grid"));
        Element("name", ("val", "Table Grid"));
        Start("tblPr");
        Start("tblBorders");
        foreach (var side in (string[])["top", "left", "bottom", "right", "insideH", "insideV"])
        {
            Element(side, ("val", "single"), ("sz", "4"), ("space", "0"), ("color", "768692"));
        }

        End(3);
        to.WriteEndElement();

        void Start(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
        {
            to.WriteStartElement(name, space);
            foreach (var (attribute, value) in attributes)
            {
                to.WriteAttributeString(attribute, space, value);
            }
        }

        void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
        {
            Start(name, attributes);
            to.WriteEndElement();
        }

        void End(int count)
        {
            for (var at = 0; at < count; at++)
            {
                to.WriteEndElement();
            }
        }
    }
}
