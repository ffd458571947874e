using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Reads the version, the owner and the two days from a document control table, from lines, and from margins.</summary>
internal sealed partial class DocumentControl
{
    private const int LongestValue = 80;

    public string? Version { get; private set; }

    public string? Owner { get; private set; }

    public DateOnly? ApprovedOn { get; private set; }

    public DateOnly? ReviewBy { get; private set; }

    /// <summary>Says whether a line states such a fact, so that it is no heading.</summary>
    public static bool IsFact(string text) =>
        Line().Match(text) is { Success: true } line && LabelOf(line.Groups["label"].Value) != Fact.None
        || FormLine().IsMatch(text)
        || Labels().IsMatch(text)
        || WrittenDays.IsIn(text)
        || BareVersion().IsMatch(text);

    /// <summary>Says whether words name such a fact, as those beside it in a table do.</summary>
    public static bool IsLabel(string text) => LabelOf(text) != Fact.None;

    public static DocumentControl Of(FoundDocument found)
    {
        var control = new DocumentControl();
        foreach (var (name, value) in found.Stated)
        {
            control.Take(LabelOf(name), value);
        }

        var blocks = found.Blocks;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind == BlockKind.Row)
            {
                control.ReadRow(blocks[i].Cells, i + 1 < blocks.Count ? blocks[i + 1].Cells : []);
            }
            else if (blocks[i].Text.Length <= 2 * LongestValue)
            {
                control.ReadLine(blocks[i].Text);
            }
        }

        found.Margins.ForEach(control.ReadLine);
        return control;
    }

    private void ReadRow(IReadOnlyList<string> cells, IReadOnlyList<string> below)
    {
        var labels = cells.Select(LabelOf).ToList();
        var isHeader = labels.Count(label => label != Fact.None) >= 2 && cells.Count == below.Count && labels[^1] != Fact.None;
        for (var i = 0; i < cells.Count; i++)
        {
            if (labels[i] == Fact.None)
            {
                ReadLine(cells[i]);
            }
            else if (isHeader || (i + 1 < cells.Count && labels[i + 1] != Fact.None && i < below.Count))
            {
                Take(labels[i], i < below.Count ? below[i] : "");
            }
            else if (i + 1 < cells.Count)
            {
                Take(labels[i], cells[++i]);
            }
        }
    }

    private void ReadLine(string text)
    {
        foreach (var part in text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Line().Match(part) is { Success: true } line)
            {
                Take(LabelOf(line.Groups["label"].Value), line.Groups["value"].Value.Trim());
            }
            else if (BareVersion().Match(part) is { Success: true } bare)
            {
                Take(Fact.Version, bare.Groups["value"].Value);
            }
        }
    }

    private void Take(Fact fact, string value)
    {
        if (value.Length is 0 or > LongestValue || IsBlank(value))
        {
            return;
        }

        switch (fact)
        {
            case Fact.Version:
                Version ??= VersionMark().Replace(value, "");
                break;
            case Fact.Owner:
                Owner ??= value;
                break;
            case Fact.Approved:
                ApprovedOn ??= WrittenDays.Of(value, endOfMonth: false);
                break;
            case Fact.Review:
                ReviewBy ??= WrittenDays.Of(value, endOfMonth: true);
                break;
        }
    }

    private static bool IsBlank(string value) =>
        !value.Any(char.IsLetterOrDigit)
        || value.Equals("unknown", StringComparison.OrdinalIgnoreCase)
        || value.Equals("tbc", StringComparison.OrdinalIgnoreCase)
        || value.Equals("n/a", StringComparison.OrdinalIgnoreCase);

    private enum Fact
    {
        None,
        Version,
        Owner,
        Approved,
        Review,
    }

    private static Fact LabelOf(string text)
    {
        var label = text.Trim().TrimEnd(':', '.').ToLowerInvariant();
        return VersionLabel().IsMatch(label) ? Fact.Version
            : OwnerLabel().IsMatch(label) ? Fact.Owner
            : ApprovedLabel().IsMatch(label) ? Fact.Approved
            : ReviewLabel().IsMatch(label) ? Fact.Review
            : Fact.None;
    }

    [GeneratedRegex(@"^(?:(?:current|document|policy)\s)?(?:version|issue|revision)(?:\s(?:no|number|control|ref))?$")]
    private static partial Regex VersionLabel();

    [GeneratedRegex(
        @"^(?:(?:policy|document|name of|responsible|lead)\s)?(?:owner|author|lead|manager|person|"
            + @"director)(?:\s?/\s?\w{1,60})?(?:\s(?:and role|name|responsible))?$"
    )]
    private static partial Regex OwnerLabel();

    [GeneratedRegex(
        @"^(?:(?:date|last)\s)?(?:approved|ratified|adopted|agreed)(?:\s(?:on|date))?$|^(?:approval|"
            + @"ratification)(?:\sdate)$|^date (?:of approval|of ratification|of issue|issued|effective|published)$|"
            + @"^(?:effective|issue|publication|implementation)(?:\s(?:date|from))$|^effective$"
    )]
    private static partial Regex ApprovedLabel();

    [GeneratedRegex(
        @"^(?:(?:date|next|due for|for|planned|policy)\s){0,9}review(?:\s(?:date|by|due|due date|on))?$|"
            + @"^date of next review$|^(?:to be reviewed|expiry|review due)(?:\s(?:by|date|on))?$"
    )]
    private static partial Regex ReviewLabel();

    [GeneratedRegex(@"^(?<label>[A-Za-z][A-Za-z/ ]{2,30}?)\s{0,20}[:\t\u2013]\s{0,20}(?<value>\S.{0,2000})$")]
    private static partial Regex Line();

    /// <summary>Matches the labels at the top of a version table, such as "Version Date Author".</summary>
    [GeneratedRegex(
        @"^(?:(?:version|issue|revision|date|author|changes?|description|details|of|approved|by|status|amendments?|comments?|reason|roles?|"
            + @"responsibilit(?:y|ies)|who|what|when|action|no\.?|number|name|owner)[\s/&|:]{0,20}){3,60}$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Labels();

    /// <summary>Matches a line to fill in, to sign, or with an address.</summary>
    [GeneratedRegex(
        @"_{3}|^(?:[A-Za-z/ ]{0,24}\b)?(?:date|adoption|ratified(?: by)?|approved(?: by)?|adopted(?: by)?|version|author|owner|signed|"
            + @"signature|amendments?|carried out by|prepared by|written by|reviewed by|telephone|tel|phone|mobile|fax|e-?mail|website|"
            + @"postcode|address)(?: date| no\.?| number)?\s{0,20}:(?:\s|\z)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex FormLine();

    [GeneratedRegex(@"^(?:[Vv]ersion|VERSION|[Vv])\s?(?:[Nn]o\.?\s?)?(?<value>[0-9]{1,20}(?:\.[0-9]{1,20}){0,9})\b")]
    private static partial Regex BareVersion();

    [GeneratedRegex(@"^(?:[Vv]ersion|[Vv])\.?\s?")]
    private static partial Regex VersionMark();
}
