using System.Xml.Linq;

namespace HartwoodPolicyBot.Core.Policies.Import.Word;

/// <summary>Finds elements and values by their local names, so that both of Word's XML forms are read alike.</summary>
internal static class WordXml
{
    public static XElement? Child(this XElement? element, string name) =>
        element?.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    public static string? Value(this XElement? element, string name) =>
        element?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;

    /// <summary>Returns the value of a property; "1" where the property is only there. Null where it is not.</summary>
    public static string? Flag(this XElement? properties, string name) =>
        properties.Child(name) is { } property ? property.Value("val") ?? "1" : null;

    public static bool IsOn(string? value) => value is not (null or "0" or "false" or "off" or "none");
}
