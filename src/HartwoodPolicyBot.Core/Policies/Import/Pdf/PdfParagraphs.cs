namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Joins the rows of a PDF to paragraphs, bullets and rows of tables.</summary>
internal sealed class PdfParagraphs
{
    private readonly FoundDocument found;
    private readonly List<PdfPage> pages;
    private readonly LineJoiner joiner;
    private readonly HashSet<PdfRow> running;
    private readonly HashSet<PdfRow> contents;
    private readonly List<PdfSidePart> sides;
    private readonly PdfLines lines;
    private readonly double size;
    private readonly PdfOpenTable table = new();
    private readonly CancellationToken cancellation;
    private string? head;
    private bool isAtTop;
    private bool isNumbered;
    private PdfColumnPlace? columns;
    private PdfBoxes? boxes;
    private PdfFootnotes? footnotes;

    public PdfParagraphs(FoundDocument found, List<PdfPage> pages, CancellationToken cancellation)
    {
        this.found = found;
        this.pages = pages;
        this.cancellation = cancellation;
        running = RunningLines.Find(pages);
        var rows = pages.SelectMany(page => page.Rows).Where(row => !running.Contains(row)).ToList();
        contents = ContentsList.Find([.. rows.Select(row => row.Text)]).Select(i => rows[i]).ToHashSet();
        size = rows.GroupBy(row => row.Size)
            .OrderByDescending(same => same.Sum(row => row.Text.Length))
            .Select(same => same.Key)
            .FirstOrDefault();
        joiner = new LineJoiner(rows.Select(row => row.Text), keepHyphen: false);
        lines = new PdfLines(found, joiner, size);
        sides =
        [
            .. pages.Select(page => PdfSideHeadings.Find([.. page.Rows.Where(row => !running.Contains(row))], [])).OfType<PdfSidePart>(),
        ];
    }

    public void Read()
    {
        found.Margins.AddRange(running.SelectMany(row => row.Segments).Select(segment => PlainWords.Clean(segment.Text)).Distinct());
        if (running.Count > 0)
        {
            found.Doubt(ImportDoubtKind.LeftOut, FoundDocument.LeftOutEdges);
        }

        if (contents.Count > 0)
        {
            found.Doubt(ImportDoubtKind.LeftOut, FoundDocument.LeftOutContents);
        }

        foreach (var page in pages)
        {
            cancellation.ThrowIfCancellationRequested();
            Read(page);
        }

        lines.Close();
    }

    private void Read(PdfPage page)
    {
        var body = page.Rows.Where(row => !running.Contains(row) && !contents.Contains(row)).ToList();
        if (page.IsTurned && body.Count > 0)
        {
            lines.Close();
            found.Doubt(
                ImportDoubtKind.ReadingOrder,
                $"Words on page {page.Number} are written sideways. Check that they're right and in the right place."
            );
        }

        footnotes = PdfFootnotes.Find(body, size, page.Rules);
        body = footnotes.Rest;
        lines.Marks = page.Rows.SelectMany(row => row.Marks).ToHashSet();
        var tables = PdfTables.Find(body, page.Rules, isNumbered);
        isNumbered = body.Count > 0 && tables.GetValueOrDefault(body[^1])?.IsNumbered == true;
        boxes = PdfBoxes.Find([.. body.Where(row => !tables.ContainsKey(row))], page.Rules);
        if (boxes.Rest.Count + tables.Count < body.Count || !boxes.Rest.TrueForAll(body.Contains))
        {
            var rest = boxes.Rest.Concat(tables.Keys).OrderByDescending(row => row.Baseline).ToList();
            ReadParts(rest, tables, page.Rules);
        }
        else
        {
            ReadParts(body, tables, page.Rules);
        }

        AddBoxesAbove(double.MinValue);
        footnotes.TakeRest().ForEach(lines.AddAfter);
        PdfPageDoubts.Note(found, page, body);
    }

    /// <summary>Reads the tables of a page, and what is above, between and below them.</summary>
    private void ReadParts(List<PdfRow> rows, Dictionary<PdfRow, PdfTableRow> tables, PdfRules rules)
    {
        table.BeginPage();
        for (var i = 0; i < rows.Count; )
        {
            isAtTop = i == 0;
            if (tables.TryGetValue(rows[i], out var row))
            {
                var own = rows.Skip(i).TakeWhile(line => tables.GetValueOrDefault(line) == row).ToList();
                columns = null;
                AddTableRow(row);
                own.ForEach(line => AddFootnotes(line.Baseline));
                i += own.Count;
                continue;
            }

            var text = rows.Skip(i).TakeWhile(line => !tables.ContainsKey(line)).ToList();
            EndTable();
            ReadText(text, rules);
            i += text.Count;
        }
    }

    /// <summary>Reads what is in no table: columns, and headings that have their text beside them.</summary>
    private void ReadText(List<PdfRow> text, PdfRules rules)
    {
        if (PdfSideHeadings.Find(text, sides) is not { } beside)
        {
            ReadColumns(text, rules);
            return;
        }

        ReadColumns(text[..beside.First], rules);
        columns = null;
        beside.Headings.ForEach(heading => AddBeside(heading.Heading, heading.Text, beside.Sides));
        var after = beside.First + beside.Headings.Sum(heading => heading.Rows);
        if (after < text.Count)
        {
            ReadText(text[after..], rules);
        }
    }

    private void ReadColumns(List<PdfRow> text, PdfRules rules)
    {
        var page = new PdfColumns(rules.Level, isAtTop ? columns : null);
        page.Order(text).ForEach(ReadColumn);
        columns = page.Last;
    }

    private void AddTableRow(PdfTableRow row)
    {
        var words = string.Join('\n', row.Cells.Select(cell => string.Join(' ', cell.Select(line => line.Text))));
        if (row.IsFirst && isAtTop && words == head && found.Blocks is [.., { Kind: BlockKind.Row }])
        {
            found.Doubt(ImportDoubtKind.LeftOut, "I left out the table's top row where the next page repeats it.");
            return;
        }

        if (table.EndsInText && row.IsOnlyRest)
        {
            ReadColumn(row.Cells[0]);
            return;
        }

        if (table.TakeRest(row) is { } whole)
        {
            found.Blocks[whole.Block] = FoundBlock.Row(CellsOf(whole.Row)) with { Look = found.Blocks[whole.Block].Look };
            return;
        }

        head = row.IsFirst ? words : head;
        if (row.IsOnlyRest)
        {
            EndTable();
            ReadColumn(row.Cells[0]);
            return;
        }

        if (row.Sides != TableSides.None)
        {
            EndTable();
            AddBeside(row.Cells[0], row.Cells[1], row.Sides);
            return;
        }

        if (row.IsNumbered)
        {
            lines.Close();
            ReadColumn([new([.. row.Cells[0][0].Segments, .. row.Cells[1][0].Segments]), .. row.Cells[1].Skip(1)]);

            // It stays open, because it may go on at the top of the next page.
            table.Add(row, found.Blocks.Count);
            return;
        }

        if (row.AreSections)
        {
            EndTable();
            lines.Close();
            found.Doubt(ImportDoubtKind.Table, FoundDocument.ReadByRows);
            foreach (var cell in row.Cells)
            {
                ReadColumn(cell);
                lines.Close();
            }

            return;
        }

        AddTableRow(CellsOf(row), row.Cells[0][0].Look, row.IsFirst ? FoundDocument.ReadByRows : null);
        table.Add(row, found.Blocks.Count - 1);
    }

    private List<string> CellsOf(PdfTableRow row) =>
        [.. row.Cells.Select((cell, i) => PdfCellWords.Of(cell, row.Edges.Count > 0 ? row.Edges[row.Columns[i] + 1] : null, joiner))];

    /// <summary>Notes that the table ends here, with the paragraph that its last row may be.</summary>
    private void EndTable()
    {
        if (table.EndsInText)
        {
            lines.Close();
        }

        table.End();
    }

    private void AddBeside(List<PdfRow> heading, List<PdfRow> text, TableSides side)
    {
        lines.Close();
        var at = found.Blocks.Count;
        var words = PlainWords.Clean(heading.Select(row => row.Text).Aggregate(joiner.Join));
        found.Blocks.Add(new FoundBlock(words) { Look = heading[0].Look, IsBeside = side == TableSides.Are });
        ReadColumn(text);
        lines.Close();
        if (side == TableSides.MayBe)
        {
            found.Blocks[at] = found.Blocks[at] with { BlocksBeside = found.Blocks.Count - at - 1 };
        }
    }

    private void ReadColumn(List<PdfRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var column = new PdfColumn(rows.Min(row => row.Left), RightEdge(rows), Leading(rows));
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].HasCells && ((i > 0 && rows[i - 1].HasCells) || (i + 1 < rows.Count && rows[i + 1].HasCells)))
            {
                var isFirst = i == 0 || !rows[i - 1].HasCells;
                AddTableRow(
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

    /// <summary>Adds the footnotes of a line after its paragraph or row.</summary>
    private void AddFootnotes(double baseline) => footnotes?.Take(baseline).ForEach(lines.AddAfter);

    /// <summary>Reads the boxes beside the text that begin above a line. Their words come after the paragraph of that line.</summary>
    private void AddBoxesAbove(double baseline)
    {
        foreach (var box in boxes?.TakeAbove(baseline) ?? [])
        {
            var apart = new FoundDocument();
            var inside = new PdfLines(apart, joiner, size);
            var column = new PdfColumn(box.Left, RightEdge([.. box.Lines]), Leading([.. box.Lines]));
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

    private void AddTableRow(List<string> cells, BlockLook look, string? doubt)
    {
        lines.Close();
        if (doubt is not null)
        {
            found.Doubt(ImportDoubtKind.Table, doubt);
        }

        cells.RemoveAll(cell => cell.Length == 0);
        found.Blocks.Add(FoundBlock.Row(cells) with { Look = look });
    }

    private static double RightEdge(List<PdfRow> rows) => rows.Select(row => row.Right).Order().ElementAt((int)((rows.Count - 1) * 0.95));

    /// <summary>Returns the commonest distance of two lines.</summary>
    private static double Leading(List<PdfRow> rows) =>
        rows.Zip(rows.Skip(1), (above, below) => Math.Round(above.Baseline - below.Baseline, 0))
            .Where(distance => distance > 0)
            .GroupBy(distance => distance)
            .OrderByDescending(same => same.Count())
            .ThenBy(same => same.Key)
            .Select(same => same.Key)
            .FirstOrDefault();
}
