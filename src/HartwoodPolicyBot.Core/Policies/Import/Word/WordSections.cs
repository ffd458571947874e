namespace HartwoodPolicyBot.Core.Policies.Import.Word;

/// <summary>Finds sections that stand beside each other in a table, each with a heading over its text.</summary>
internal static class WordSections
{
    private const int LongText = 60;

    /// <summary>Says whether each cell of a row begins with a heading, with text below it.</summary>
    public static bool AreIn(List<FoundDocument> cells) =>
        cells.Count > 1
        && cells.TrueForAll(cell =>
            cell.Blocks is [var heading, .. { Count: > 0 } text] && IsHeading(heading) && !text.Exists(block => block.Look.Bold)
        );

    /// <summary>
    /// Returns the cells in the order of the columns, where a table has headings in its top row and the text of each in its only other
    /// row; otherwise null. Short words below them would be the one row of a table.
    /// </summary>
    public static IEnumerable<FoundDocument>? Below(List<List<FoundDocument>> rows) =>
        rows is [{ Count: > 1 } heads, var texts]
        && heads.Count == texts.Count
        && heads.TrueForAll(cell => cell.Blocks is [var heading] && IsHeading(heading))
        && texts.TrueForAll(cell => IsText(cell.Blocks))
            ? heads.Zip(texts).SelectMany(column => new[] { column.First, column.Second })
            : null;

    private static bool IsHeading(FoundBlock block) =>
        block.Look.Bold
        && block.Kind == BlockKind.Paragraph
        && SideHeadings.IsLabel(block.Text, standsOut: true)
        && HeadingLook.IsShort(block.Text)
        && !DocumentControl.IsLabel(block.Text);

    private static bool IsText(List<FoundBlock> blocks) =>
        !blocks.Exists(block => block.Look.Bold)
        && blocks.Sum(block => block.Text.Length) >= LongText
        && (blocks.Count > 1 || blocks[0].Text[^1] is '.' or '?' or '!');
}
