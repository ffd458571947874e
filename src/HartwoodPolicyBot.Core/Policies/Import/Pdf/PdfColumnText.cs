namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Reads the text of columns, with the footnotes of each line and the boxes beside it.</summary>
/// <param name="found">Where it is collected.</param>
/// <param name="joiner">Joins words that are divided at the end of a line.</param>
/// <param name="size">The size of most letters.</param>
internal sealed class PdfColumnText(FoundDocument found, LineJoiner joiner, double size)
{
    private readonly PdfLines lines = new(found, joiner, size);
    private PdfBoxes? boxes;
    private PdfFootnotes? footnotes;

    /// <param name="page">The page that is read next.</param>
    /// <param name="notes">Its footnotes.</param>
    /// <param name="beside">Its boxes.</param>
    public void BeginPage(PdfPage page, PdfFootnotes notes, PdfBoxes beside)
    {
        (footnotes, boxes) = (notes, beside);
        lines.Marks = page.Rows.SelectMany(row => row.Marks).ToHashSet();
    }

    /// <summary>Adds the boxes and footnotes of a page that belong to none of its lines.</summary>
    public void EndPage()
    {
        AddBoxesAbove(double.MinValue);
        footnotes?.TakeRest().ForEach(lines.AddAfter);
    }

    /// <summary>Ends the paragraph that is open.</summary>
    public void Close() => lines.Close();

    /// <summary>Reads the rows of one column, also those that have cells with nothing drawn around them.</summary>
    public void Read(List<PdfRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var column = PdfColumn.Of(rows);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].HasCells && ((i > 0 && rows[i - 1].HasCells) || (i + 1 < rows.Count && rows[i + 1].HasCells)))
            {
                var isFirst = i == 0 || !rows[i - 1].HasCells;
                AddRow(
                    [.. rows[i].Segments.Select(segment => PlainWords.Clean(segment.Text))],
                    rows[i].Look,
                    isFirst ? "There is a table here. I read it line by line, so check the order of its words." : null
                );
            }
            else
            {
                lines.Add(rows[i], i == 0 ? null : rows[i - 1], column);
                AddBoxesAbove(rows[i].Baseline);
            }

            AddFootnotes(rows[i].Baseline);
        }
    }

    /// <summary>Reads a heading, or what may be one, with the text beside it.</summary>
    public void ReadBeside(List<PdfRow> heading, List<PdfRow> text, TableSides side)
    {
        lines.Close();
        var at = found.Blocks.Count;
        var words = PlainWords.Clean(heading.Select(row => row.Text).Aggregate(joiner.Join));
        found.Blocks.Add(new FoundBlock(words) { Look = heading[0].Look, IsBeside = side == TableSides.Are });
        Read(text);
        lines.Close();
        if (side == TableSides.MayBe)
        {
            found.Blocks[at] = found.Blocks[at] with { BlocksBeside = found.Blocks.Count - at - 1 };
        }
    }

    /// <summary>Adds a row of a table.</summary>
    /// <param name="cells">The words of its cells.</param>
    /// <param name="look">How they look.</param>
    /// <param name="doubt">What to note about the table, at its first row.</param>
    public void AddRow(List<string> cells, BlockLook look, string? doubt)
    {
        lines.Close();
        if (doubt is not null)
        {
            found.Doubt(ImportDoubtKind.Table, doubt);
        }

        cells.RemoveAll(cell => cell.Length == 0);
        found.Blocks.Add(FoundBlock.Row(cells) with { Look = look });
    }

    /// <summary>Adds the footnotes of a line after its paragraph or row.</summary>
    public void AddFootnotes(double baseline) => footnotes?.Take(baseline).ForEach(lines.AddAfter);

    /// <summary>Reads the boxes beside the text that begin above a line. Their words come after the paragraph of that line.</summary>
    private void AddBoxesAbove(double baseline)
    {
        foreach (var box in boxes?.TakeAbove(baseline) ?? [])
        {
            var apart = new FoundDocument();
            var inside = new PdfLines(apart, joiner, size);
            var column = PdfColumn.Of(box.Lines) with { Left = box.Left };
            for (var i = 0; i < box.Lines.Count; i++)
            {
                inside.Add(box.Lines[i], i == 0 ? null : box.Lines[i - 1], column);
            }

            inside.Close();
            lines.AddAfter(
                apart.Blocks.ConvertAll(block => block with { Look = new BlockLook(size, false, false, false), BoldStart = null })
            );
        }
    }
}
