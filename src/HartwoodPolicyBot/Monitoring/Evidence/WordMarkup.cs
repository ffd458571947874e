using System.Text;
using System.Xml;

namespace HartwoodPolicyBot.Monitoring.Evidence;

/// <summary>Writes paragraphs, runs and elements in Word's markup.</summary>
internal static class WordMarkup
{
    /// <summary>The namespace of all that a Word document is made of.</summary>
    public const string Space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Writes a paragraph.</summary>
    /// <param name="to">Where it goes.</param>
    /// <param name="text">Its text.</param>
    /// <param name="style">The name of its style; null for the usual one.</param>
    /// <param name="leads">Whether it stays on the page of what follows it.</param>
    public static void Paragraph(XmlWriter to, string text, string? style, bool leads = false)
    {
        to.WriteStartElement("p", Space);
        if (style is not null || leads)
        {
            to.WriteStartElement("pPr", Space);
            if (style is not null)
            {
                Element(to, "pStyle", ("val", style));
            }

            if (leads)
            {
                Element(to, "keepNext");
            }

            to.WriteEndElement();
        }

        Run(to, text);
        to.WriteEndElement();
    }

    /// <summary>Writes text with its line breaks, without the characters that XML can't hold.</summary>
    public static void Run(XmlWriter to, string text)
    {
        to.WriteStartElement("r", Space);
        foreach (var (place, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (place > 0)
            {
                Element(to, "br");
            }

            to.WriteStartElement("t", Space);
            to.WriteAttributeString("xml", "space", null, "preserve");
            to.WriteString(string.Concat(line.EnumerateRunes().Where(IsWritable)));
            to.WriteEndElement();
        }

        to.WriteEndElement();
    }

    private static bool IsWritable(Rune letter) => !letter.IsBmp || XmlConvert.IsXmlChar((char)letter.Value);

    /// <summary>Writes an empty element with its attributes.</summary>
    public static void Element(XmlWriter to, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        to.WriteStartElement(name, Space);
        foreach (var (attribute, value) in attributes)
        {
            to.WriteAttributeString(attribute, Space, value);
        }

        to.WriteEndElement();
    }
}
