using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Joins lines of a PDF to paragraphs and bullets.</summary>
/// <param name="found">Where they are collected.</param>
/// <param name="joiner">Joins words that are divided at the end of a line.</param>
/// <param name="size">The size of most letters.</param>
internal sealed partial class PdfLines(FoundDocument found, LineJoiner joiner, double size)
{
    private const double OtherSize = 0.8;
    private const double WiderThanLine = 1.25;
    private const double Indented = 0.8;
    private const double Tight = 1.45;
    private const double Centred = 5;
    private const double LargerHeading = 1.5;
    private readonly List<(FoundBlock Block, bool IsNote)> after = [];

    /// <summary>The marks of footnotes on the page that is read.</summary>
    public IReadOnlySet<string> Marks { get; set; } = new HashSet<string>();

    private PdfOpenParagraph? open;

    /// <summary>Adds a line to the paragraph that is open, or begins another.</summary>
    public void Add(PdfRow row, PdfRow? above, PdfColumn column)
    {
        var raw = WithoutNoteNumber(row, string.Join(' ', row.Segments.Select(segment => segment.Text)));
        var bullet = PlainWords.AfterDrawnBullet(raw);
        if (open is null || Begins(row, raw, bullet, above, column))
        {
            Close();
            open = new PdfOpenParagraph(bullet ?? raw, bullet is not null, row, column)
            {
                SpaceAbove = above is null ? double.MaxValue : above.Baseline - row.Baseline,
            };
        }
        else
        {
            open = open with { Text = joiner.Join(open.Text, raw), Last = row, Column = column };
        }
    }

    /// <summary>
    /// Leaves out the number of a footnote, where a program prints it at the foot of the page with no space before the first word.
    /// </summary>
    private string WithoutNoteNumber(PdfRow row, string raw) =>
        row.Size < size && NoteNumber().Match(raw) is { Success: true } note && Marks.Contains(note.Groups["number"].Value)
            ? raw[note.Groups["number"].Length..]
            : raw;

    /// <summary>Says whether a line begins a paragraph.</summary>
    private bool Begins(PdfRow row, string raw, string? bullet, PdfRow? above, PdfColumn column)
    {
        var last = open!.Last;
        if (row.Tag is not null || last.Tag is not null)
        {
            return row.Tag != last.Tag;
        }

        var goesOn = raw.Length > 0 && char.IsLower(raw[0]) && !PlainWords.StartsWithListNumber(raw);
        if (bullet is not null || Math.Abs(row.Size - last.Size) > OtherSize || (StandsOut(row) != StandsOut(last) && !goesOn))
        {
            return true;
        }

        // "Appendix A" is a heading of its own, also where its title is right below.
        if (!goesOn && open.First == last && PlainWords.IsOnlyPart(open.Text.Trim()))
        {
            return true;
        }

        var endsSentence = open.Text.TrimEnd() is [.., '.' or ':' or ';' or '?' or '!' or '”' or ')'];
        var endsEarly = last.Right + row.Segments[0].FirstWord + (last.Size * 1.2) < open.Column.Right;
        // Capitals begin or end a heading where the text around them has small letters.
        if (endsSentence && PlainWords.IsCapitals(raw) != PlainWords.IsCapitals(open.Text))
        {
            return true;
        }

        if (endsSentence && row.BoldStart is { } start && (start.EndsWith('.') || start.EndsWith(':')))
        {
            return true;
        }

        if (above is null)
        {
            return !(goesOn || (!endsSentence && !endsEarly));
        }

        var distance = above.Baseline - row.Baseline;
        if (
            distance <= row.Size * Tight
            && row.Look == last.Look
            && PlainWords.NumberDepth(raw) == 0
            && IsUnfinishedHeading(row, raw, distance)
        )
        {
            return false;
        }

        var isAfterCentred = open.First == last && last.Left > row.Left + (Centred * row.Size);
        var isFar = distance > Math.Max(column.Leading, row.Size) * WiderThanLine;
        var isNewItem = PlainWords.StartsWithListNumber(raw) && (endsSentence || endsEarly);
        var isIndented = !open.IsBullet && row.Left > last.Left + (Indented * row.Size) && endsSentence;
        return isFar || isAfterCentred || isNewItem || (isIndented && last.Left <= column.Left + 1) || (endsEarly && !goesOn);
    }

    private static (bool Bold, bool Underlined) StandsOut(PdfRow row) => (row.Look.Bold, row.Look.Underlined);

    /// <summary>Says whether what is open is the first line of a heading, which people break where they like.</summary>
    private bool IsUnfinishedHeading(PdfRow row, string raw, double distance) =>
        !open!.IsBullet
        && (
            row.Size > size + LargerHeading
            || (row.Look.Bold && LineJoiner.EndsInTheMiddle(open.Text))
            || ((row.Look.Bold || PlainWords.IsCapitals(open.Text)) && IsBrokenHeading(row, raw, distance))
        );

    /// <summary>
    /// Says whether a line is the second one of a heading in the text: it leads on, or it is close to the first while other text is not.
    /// Two headings with no text between them are as far apart as headings are, and a part such as "Appendix A" stands for itself.
    /// </summary>
    private bool IsBrokenHeading(PdfRow row, string raw, double distance) =>
        open!.First == open.Last
        && HeadingLook.IsShort($"{open.Text} {raw}")
        && open.Text[^1] is not (':' or '.' or '?' or '!')
        && raw[^1] is not (':' or '.')
        && PlainWords.IsCapitals(raw) == PlainWords.IsCapitals(open.Text)
        && !PlainWords.IsPart(open.Text)
        && !PlainWords.IsPart(raw)
        && (
            LineJoiner.BeginsInTheMiddle(raw)
            || (
                open.SpaceAbove >= distance * WiderThanLine
                && (PlainWords.NumberDepth(open.Text) == 0 || PlainWords.IsCapitals(raw) || row.Left > open.First.Left + 1)
            )
        )
        && found.Blocks.Exists(block => block.Text.EndsWith('.'));

    /// <summary>Adds what a box beside the open paragraph holds, after that paragraph.</summary>
    public void AddAfter(IEnumerable<FoundBlock> blocks) => after.AddRange(blocks.Select(block => (block, false)));

    /// <summary>Adds a footnote after the open paragraph, or at once where none is open.</summary>
    public void AddAfter(PdfFootnote note)
    {
        var rows = note.Rows.ConvertAll(row => string.Join(' ', row.Segments.Select(segment => segment.Text)));
        rows[0] =
            !note.Rows[0].BeginsWithMark && rows[0].StartsWith(note.Mark, StringComparison.Ordinal) ? rows[0][note.Mark.Length..] : rows[0];
        var text = PlainWords.Clean(rows.Aggregate(joiner.Join));
        if (text.Length > 0)
        {
            after.Add((new FoundBlock(text) { Look = note.Rows[0].Look with { Bold = false } }, true));
        }

        if (open is null)
        {
            Close();
        }
    }

    /// <summary>Ends the paragraph that is open.</summary>
    public void Close()
    {
        if (open is { } done)
        {
            open = null;
            Add(done);
        }

        if (after.Exists(block => !block.IsNote))
        {
            found.Doubt(ImportDoubtKind.TextBox, "There is a text box here. Check that its words are in the right place.");
        }

        foreach (var (block, isNote) in after)
        {
            if (isNote)
            {
                found.Doubt(ImportDoubtKind.ReadingOrder, FoundDocument.MovedFootnote);
            }

            found.Blocks.Add(block);
        }

        after.Clear();
    }

    private void Add(PdfOpenParagraph done)
    {
        var text = PlainWords.Clean(done.Text);
        if (text.Length == 0)
        {
            return;
        }

        if (found.Blocks.Count > ImportLimits.Blocks)
        {
            throw new ImportStoppedException(ImportRefusals.TooLong);
        }

        if (text.Length == 1 && char.IsLetter(text[0]))
        {
            found.Doubt(
                ImportDoubtKind.TextBox,
                $"The letter “{text}” is on its own here. The rest of a text box may be missing, so please check."
            );
        }

        found.Blocks.Add(
            new FoundBlock(text)
            {
                Kind = done.IsBullet && done.First.Tag is null ? BlockKind.Bullet : BlockKind.Paragraph,
                HeadingLevel = done.First.Tag?.Level,
                Look = done.First.Look,
                HasGap = done.First == done.Last && done.First.HasCells,
                BoldStart = done.IsBullet ? null : done.First.BoldStart,
                IsMostlyBold = done is { IsBullet: false, First.IsMostlyBold: true } && done.First == done.Last,
            }
        );
    }

    [GeneratedRegex(@"^(?<number>[0-9]{1,2})\p{L}")]
    private static partial Regex NoteNumber();
}

/// <summary>A paragraph that the next line may go on in.</summary>
internal sealed record PdfOpenParagraph(string Text, bool IsBullet, PdfRow Row, PdfColumn Column)
{
    public PdfRow First { get; init; } = Row;

    public PdfRow Last { get; init; } = Row;

    /// <summary>How far the first line is below the one before it.</summary>
    public double SpaceAbove { get; init; }
}
