using System.Xml.Linq;

namespace HartwoodPolicyBot.Core.Policies.Import.Word;

/// <summary>Finds the rows and cells of a table, without those that were deleted.</summary>
internal static class WordTable
{
    public static IEnumerable<IEnumerable<XElement>> Rows(XElement table, Action noteChange)
    {
        foreach (var row in Find(table, "tr"))
        {
            if (row.Child("trPr").Child("del") is not null)
            {
                noteChange();
                continue;
            }

            yield return Find(row, "tc").Where(cell => cell.Child("tcPr").Child("cellDel") is null);
        }
    }

    /// <summary>Finds parts of a table, also inside content controls and insertions, but not of a table inside it.</summary>
    private static IEnumerable<XElement> Find(XElement parent, string name)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Name.LocalName == name)
            {
                yield return child;
            }
            else if (child.Name.LocalName is "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo")
            {
                foreach (var inner in Find(child, name))
                {
                    yield return inner;
                }
            }
        }
    }
}
