using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Tells tables in which a whole policy is laid out, headings on the left and text on the right, from tables of facts.</summary>
internal static partial class SideHeadings
{
    private const int LongestHeading = 110;
    private const int ShortestText = 60;
    private const int FewestLabels = 3;
    private const int FewestNamed = 2;
    private const double MostlySentences = 0.6;

    /// <summary>Says whether the left cells of a table, or of a part of a page, are headings of what is at their right.</summary>
    /// <param name="labels">The rows whose left cell may be one.</param>
    /// <param name="rows">How many rows there are.</param>
    public static TableSides Of(IReadOnlyList<SideLabel> labels, int rows) =>
        labels.Count * 2 <= rows ? TableSides.None
        : labels.Count(IsLong) * 2 > rows ? TableSides.Are
        : labels.Count >= FewestLabels && labels.Count(IsSentence) >= labels.Count * MostlySentences ? TableSides.MayBe
        : TableSides.None;

    /// <summary>Says whether a cell may be the heading of the cell beside it, however short that is.</summary>
    public static bool IsLabel(string left, bool standsOut) =>
        standsOut && left.Length is > 1 and <= LongestHeading && left.Any(char.IsLetter) && left[^1] is not ('.' or ',' or ';');

    /// <summary>Says whether the text of a row is so long that it can be no fact.</summary>
    public static bool IsLong(SideLabel row) => row.Text.Length >= ShortestText && !DocumentControl.IsLabel(row.Label);

    /// <summary>Says whether a row is a heading with its text, where others around it are: "Version | 2.1" is none.</summary>
    public static bool IsHeading(SideLabel row) => !DocumentControl.IsLabel(row.Label) || IsSentence(row);

    /// <summary>Says whether labels are those that only the sections of a policy have.</summary>
    public static bool NameSections(IEnumerable<string> labels) => labels.Count(label => Section().IsMatch(label)) >= FewestNamed;

    private static bool IsSentence(SideLabel row) =>
        row.Text.TrimEnd('”', '"', ')', ' ') is [.., '.' or '?' or '!'] && row.Text.Contains(' ');

    [GeneratedRegex(
        @"^(?:[0-9.]{1,20}\s{1,20})?(?:(?:purpose|aims?|objectives?)(?: and (?:scope|aims?|objectives?))?|scope|introduction|background|"
            + @"policy statement|statement of intent|monitoring(?: and review)?|legal (?:basis|framework))\s{0,20}:?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Section();
}

/// <summary>Short words that stand out, with the text beside them.</summary>
internal sealed record SideLabel(string Label, string Text);

/// <summary>Says whether the left cells of a table are headings. Where they may be, the rest of the file decides.</summary>
internal enum TableSides
{
    None,
    MayBe,
    Are,
}
