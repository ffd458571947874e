namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Reads the rows of tables: most as rows, and those in which a policy is laid out as its paragraphs and headings.</summary>
/// <param name="found">Where they are collected.</param>
/// <param name="joiner">Joins words that are divided at the end of a line.</param>
/// <param name="text">Reads the cells that are text.</param>
internal sealed class PdfTableText(FoundDocument found, LineJoiner joiner, PdfColumnText text)
{
    private readonly PdfOpenTable table = new();
    private string? head;

    public void BeginPage() => table.BeginPage();

    /// <summary>Reads a row of the table that is open, or of a new one.</summary>
    /// <param name="row">The row.</param>
    /// <param name="isAtTop">Whether nothing is above it on its page.</param>
    public void Read(PdfTableRow row, bool isAtTop)
    {
        var words = string.Join('\n', row.Cells.Select(cell => string.Join(' ', cell.Select(line => line.Text))));
        if (row.IsFirst && isAtTop && words == head && found.Blocks is [.., { Kind: BlockKind.Row }])
        {
            found.Doubt(ImportDoubtKind.LeftOut, "I left out the table's top row where the next page repeats it.");
            return;
        }

        if (table.EndsInText && row.IsOnlyRest)
        {
            text.Read(row.Cells[0]);
            return;
        }

        if (table.TakeRest(row) is { } whole)
        {
            found.Blocks[whole.Block] = FoundBlock.Row(CellsOf(whole.Row)) with { Look = found.Blocks[whole.Block].Look };
            return;
        }

        head = row.IsFirst ? words : head;
        Add(row);
    }

    /// <summary>Notes that the table ends here, with the paragraph that its last row may be.</summary>
    public void End()
    {
        if (table.EndsInText)
        {
            text.Close();
        }

        table.End();
    }

    private void Add(PdfTableRow row)
    {
        if (row.IsOnlyRest)
        {
            End();
            text.Read(row.Cells[0]);
        }
        else if (row.Sides != TableSides.None)
        {
            End();
            text.ReadBeside(row.Cells[0], row.Cells[1], row.Sides);
        }
        else if (row.IsNumbered)
        {
            text.Close();
            text.Read([new([.. row.Cells[0][0].Segments, .. row.Cells[1][0].Segments]), .. row.Cells[1].Skip(1)]);

            // It stays open, because it may go on at the top of the next page.
            table.Add(row, found.Blocks.Count);
        }
        else if (row.AreSections)
        {
            End();
            AddSections(row);
        }
        else
        {
            text.AddRow(CellsOf(row), row.Cells[0][0].Look, row.IsFirst ? FoundDocument.ReadByRows : null);
            table.Add(row, found.Blocks.Count - 1);
        }
    }

    /// <summary>Adds the cells of a row one after the other, where each has a heading and the text below it.</summary>
    private void AddSections(PdfTableRow row)
    {
        text.Close();
        found.Doubt(ImportDoubtKind.Table, FoundDocument.ReadByRows);
        foreach (var cell in row.Cells)
        {
            text.Read(cell);
            text.Close();
        }
    }

    private List<string> CellsOf(PdfTableRow row) =>
        [.. row.Cells.Select((cell, i) => PdfCellWords.Of(cell, row.Edges.Count > 0 ? row.Edges[row.Columns[i] + 1] : null, joiner))];
}
