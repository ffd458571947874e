using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Knows lines that are only the name of a part. A title on the line below is a heading of its own.</summary>
internal static partial class PartNames
{
    /// <summary>Says whether a line is only the name of a part, such as "Appendix A:".</summary>
    public static bool IsOnlyPart(string text) => OnlyPart().IsMatch(text);

    [GeneratedRegex(
        @"^(?:Appendix|Annexe?|Schedule|Part|Section|Chapter)\s+(?:[A-Z]|[0-9]{1,2}|[IVX]{1,4})\s?[:.\u2013-]?$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OnlyPart();
}
