using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace HartwoodPolicyBot.Core.Policies.Import.Word;

/// <summary>Holds the footnotes and endnotes of a Word file until the paragraph that refers to them is read.</summary>
internal sealed class WordNotes
{
    private readonly Dictionary<string, XElement> notes = new(StringComparer.Ordinal);

    public WordNotes(params OpenXmlPart?[] parts)
    {
        foreach (var part in parts.OfType<OpenXmlPart>())
        {
            using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
            using var xml = WordPackage.Reader(stream);
            foreach (var note in XElement.Load(xml).Elements().Where(note => note.Value("type") is null or "normal"))
            {
                notes[note.Name.LocalName + note.Value("id")] = note;
            }
        }
    }

    /// <summary>Returns what is in a note, once.</summary>
    /// <param name="note">Its kind and id, such as "footnote2".</param>
    public IEnumerable<XElement> Take(string note) => notes.Remove(note, out var taken) ? taken.Elements() : [];
}
