using System.Xml;

namespace HartwoodPolicyBot.Core.PictureChecks.Formats;

/// <summary>Reads the names and values of an XMP packet, one after the other, however deep they are in each other.</summary>
/// <remarks>
/// Source: ISO 16684-1. Lists stand in elements of the namespace rdf, so a value has the name of the element around them.
/// </remarks>
internal static class XmpPacket
{
    private const int MostValues = 500;
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        ConformanceLevel = ConformanceLevel.Fragment,
    };

    /// <returns>The values that can be read, with their names; false if the packet is damaged.</returns>
    public static (IReadOnlyList<(string Name, string Value)> Values, bool IsComplete) Read(string packet)
    {
        var values = new List<(string, string)>();
        try
        {
            using var reader = XmlReader.Create(new StringReader(packet.TrimEnd('\0')), Settings);
            var name = "";
            while (reader.Read() && values.Count < MostValues)
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    name = reader.NamespaceURI == Rdf ? name : reader.LocalName;
                    while (reader.MoveToNextAttribute())
                    {
                        values.Add((reader.LocalName, reader.Value));
                    }
                }
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                {
                    values.Add((name, reader.Value));
                }
            }

            return (values, true);
        }
        catch (XmlException)
        {
            return (values, false);
        }
    }
}
