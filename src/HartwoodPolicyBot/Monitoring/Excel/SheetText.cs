using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Monitoring.Excel;

/// <summary>Prepares what people wrote for a cell.</summary>
internal static partial class SheetText
{
    /// <summary>Excel's limit of characters in a cell. Source: Microsoft, "Excel specifications and limits".</summary>
    private const int Longest = 32_767;

    /// <remarks>Source: OWASP, CSV injection.</remarks>
    public static bool LooksLikeFormula(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '|' && text != "–";

    /// <summary>Removes characters that XML can't hold, and escapes what Excel would read as its own escapes.</summary>
    public static string Clean(string text)
    {
        var kept = Excerpt.Cut(text, Longest);
        if (!kept.All(letter => XmlConvert.IsXmlChar(letter)))
        {
            var clean = new StringBuilder(kept.Length);
            for (var at = 0; at < kept.Length; at++)
            {
                if (at + 1 < kept.Length && XmlConvert.IsXmlSurrogatePair(kept[at + 1], kept[at]))
                {
                    clean.Append(kept, at++, 2);
                }
                else if (XmlConvert.IsXmlChar(kept[at]))
                {
                    clean.Append(kept[at]);
                }
            }

            kept = clean.ToString();
        }

        return kept.Contains("_x", StringComparison.OrdinalIgnoreCase) ? Escape().Replace(kept, "_x005F$0") : kept;
    }

    /// <summary>Matches text such as "_x0041_", which Excel would show as "A".</summary>
    [GeneratedRegex("_[xX][0-9a-fA-F]{4}_")]
    private static partial Regex Escape();
}
