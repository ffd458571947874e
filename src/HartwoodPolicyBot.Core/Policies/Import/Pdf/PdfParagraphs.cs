namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Joins the rows of a PDF to paragraphs, bullets and rows of tables.</summary>
internal sealed class PdfParagraphs
{
    private const double OtherSize = 0.8;
    private const double WiderThanLine = 1.25;
    private const double Indented = 0.8;
    private const double Tight = 1.45;
    private const double LargerHeading = 1.5;
    private const double TableGap = 1.9;
    private readonly FoundDocument found;
    private readonly List<PdfPage> pages;
    private readonly LineJoiner joiner;
    private readonly HashSet<PdfRow> running;
    private readonly HashSet<PdfRow> contents;
    private readonly CancellationToken cancellation;
    private readonly double size;
    private PdfOpenParagraph? open;

    public PdfParagraphs(FoundDocument found, List<PdfPage> pages, CancellationToken cancellation)
    {
        this.found = found;
        this.pages = pages;
        this.cancellation = cancellation;
        running = RunningLines.Find([.. pages.Select(page => page.Rows)]);
        var rows = pages.SelectMany(page => page.Rows).Where(row => !running.Contains(row)).ToList();
        contents = ContentsList.Find([.. rows.Select(row => row.Text)]).Select(i => rows[i]).ToHashSet();
        size = rows.GroupBy(row => row.Size)
            .OrderByDescending(same => same.Sum(row => row.Text.Length))
            .Select(same => same.Key)
            .FirstOrDefault();
        joiner = new LineJoiner(rows.Select(row => row.Text), keepHyphen: false);
    }

    public void Read()
    {
        found.Margins.AddRange(running.SelectMany(row => row.Segments).Select(segment => PlainWords.Clean(segment.Text)).Distinct());
        if (running.Count > 0)
        {
            found.Doubt(ImportDoubtKind.LeftOut, "I left out the lines at the top and bottom of the pages.");
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

        Close();
    }

    private void Read(PdfPage page)
    {
        var body = page.Rows.Where(row => !running.Contains(row) && !contents.Contains(row)).ToList();
        foreach (var column in new PdfColumns(page.Rules).Order(body))
        {
            ReadColumn(column);
        }

        if (page.Pictures > 0)
        {
            found.Doubt(ImportDoubtKind.Picture, $"There is a picture on page {page.Number}, which I can't read.");
        }

        if (page.HasSlanted)
        {
            found.Doubt(ImportDoubtKind.LeftOut, $"I left out the slanted words on page {page.Number}, such as a watermark.");
        }

        if (PlainWords.Clean(page.Turned).Length > 0)
        {
            Close();
            found.Doubt(ImportDoubtKind.ReadingOrder, $"Words on page {page.Number} are written sideways. Check them and where they are.");
            found.Blocks.Add(new FoundBlock(PlainWords.Clean(page.Turned)));
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
            if (IsTableRow(rows[i]) && ((i > 0 && IsTableRow(rows[i - 1])) || (i + 1 < rows.Count && IsTableRow(rows[i + 1]))))
            {
                var first = i == 0 || !IsTableRow(rows[i - 1]);
                AddTableRow(rows[i], first);
            }
            else
            {
                AddLine(rows[i], i == 0 ? null : rows[i - 1], column);
            }
        }
    }

    private void AddTableRow(PdfRow row, bool isFirst)
    {
        Close();
        if (isFirst)
        {
            found.Doubt(ImportDoubtKind.Table, "There is a table here. I read it line by line, so check the order of its words.");
        }

        var cells = row.Segments.Select(segment => PlainWords.Clean(segment.Text)).Where(cell => cell.Length > 0).ToList();
        found.Blocks.Add(
            new FoundBlock(string.Join(" | ", cells))
            {
                Kind = BlockKind.Row,
                Cells = cells,
                Raw = string.Join('\t', cells),
                Look = row.Look,
            }
        );
    }

    private void AddLine(PdfRow row, PdfRow? above, PdfColumn column)
    {
        var raw = string.Join(' ', row.Segments.Select(segment => segment.Text));
        var bullet = PlainWords.AfterBullet(raw);
        if (open is null || Begins(row, raw, bullet, above, column))
        {
            Close();
            open = new PdfOpenParagraph(bullet ?? raw, bullet is not null, row, column);
        }
        else
        {
            open = open with { Text = joiner.Join(open.Text, raw), Last = row, Column = column };
        }
    }

    /// <summary>Says whether a line begins a paragraph.</summary>
    private bool Begins(PdfRow row, string raw, string? bullet, PdfRow? above, PdfColumn column)
    {
        var last = open!.Last;
        var goesOn = raw.Length > 0 && char.IsLower(raw[0]) && !PlainWords.StartsWithListNumber(raw);
        if (bullet is not null || Math.Abs(row.Size - last.Size) > OtherSize || (row.Look.Bold != last.Look.Bold && !goesOn))
        {
            return true;
        }

        var endsSentence = open.Text.TrimEnd() is [.., '.' or ':' or ';' or '?' or '!' or '”' or ')'];
        var endsEarly = last.Right + row.Segments[0].FirstWord + (last.Size * 1.2) < open.Column.Right;
        if (above is null)
        {
            return !(goesOn || (!endsSentence && !endsEarly));
        }

        var distance = above.Baseline - row.Baseline;
        if (distance <= row.Size * Tight && row.Look == last.Look && PlainWords.NumberDepth(raw) == 0 && IsUnfinishedHeading(row))
        {
            return false;
        }

        var isFar = distance > Math.Max(column.Leading, row.Size) * WiderThanLine;
        var isNewItem = PlainWords.StartsWithListNumber(raw) && (endsSentence || endsEarly);
        var isIndented = !open.IsBullet && row.Left > last.Left + (Indented * row.Size) && endsSentence;
        return isFar || isNewItem || (isIndented && last.Left <= column.Left + 1) || (endsEarly && !goesOn);
    }

    /// <summary>Says whether what is open is the first line of a heading, which people break where they like.</summary>
    private bool IsUnfinishedHeading(PdfRow row) =>
        (row.Size > size + LargerHeading || row.Look.Bold)
        && !open!.IsBullet
        && (row.Size > size + LargerHeading || LineJoiner.EndsInTheMiddle(open.Text));

    private void Close()
    {
        if (open is not { } done)
        {
            return;
        }

        open = null;
        var text = PlainWords.Clean(done.Text);
        if (text.Length == 0)
        {
            return;
        }

        if (found.Blocks.Count > ImportLimits.Blocks)
        {
            throw new ImportStoppedException(ImportRefusals.TooLong);
        }

        found.Blocks.Add(new FoundBlock(text) { Kind = done.IsBullet ? BlockKind.Bullet : BlockKind.Paragraph, Look = done.First.Look });
    }

    /// <summary>Says whether a row has cells: wide gaps, and not only the one after a bullet or a number.</summary>
    private static bool IsTableRow(PdfRow row)
    {
        var segments = row.Segments;
        var from =
            PlainWords.AfterBullet(segments[0].Text + " ") is ""
            || segments[0].Text.Length <= 5 && PlainWords.StartsWithListNumber(segments[0].Text + " x")
            || PlainWords.NumberDepth(segments[0].Text + " x") > 0 && segments[0].Text.Length <= 6
                ? 1
                : 0;
        for (var i = from + 1; i < segments.Count; i++)
        {
            if (segments[i].Left - segments[i - 1].Right > TableGap * row.Size)
            {
                return true;
            }
        }

        return false;
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

/// <summary>Where a column is, and how far apart most of its lines are.</summary>
internal sealed record PdfColumn(double Left, double Right, double Leading);

/// <summary>A paragraph that the next line may go on in.</summary>
internal sealed record PdfOpenParagraph(string Text, bool IsBullet, PdfRow Row, PdfColumn Column)
{
    public PdfRow First { get; init; } = Row;

    public PdfRow Last { get; init; } = Row;
}
