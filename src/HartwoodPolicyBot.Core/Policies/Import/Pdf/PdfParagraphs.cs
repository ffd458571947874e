namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Reads the rows of each page of a PDF in order: its tables, its columns, and headings with their text beside them.</summary>
internal sealed class PdfParagraphs
{
    private readonly FoundDocument found;
    private readonly List<PdfPage> pages;
    private readonly HashSet<PdfRow> running;
    private readonly HashSet<PdfRow> contents;
    private readonly List<PdfSidePart> sides;
    private readonly double size;
    private readonly PdfColumnText text;
    private readonly PdfTableText table;
    private readonly CancellationToken cancellation;
    private bool isAtTop;
    private bool isNumbered;
    private PdfColumnPlace? columns;

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
        var joiner = new LineJoiner(rows.Select(row => row.Text), keepHyphen: false);
        text = new PdfColumnText(found, joiner, size);
        table = new PdfTableText(found, joiner, text);
        sides =
        [
            .. pages.Select(page => PdfSideHeadings.Find([.. page.Rows.Where(row => !running.Contains(row))], [])).OfType<PdfSidePart>(),
        ];
    }

    public void Read()
    {
        found.Margins.AddRange(running.SelectMany(row => row.Segments).Select(segment => PlainWords.Clean(segment.Text)).Distinct());
        found.NoteLeftOut(edges: running.Count > 0, contents: contents.Count > 0);
        foreach (var page in pages)
        {
            cancellation.ThrowIfCancellationRequested();
            Read(page);
        }

        text.Close();
    }

    private void Read(PdfPage page)
    {
        var body = page.Rows.Where(row => !running.Contains(row) && !contents.Contains(row)).ToList();
        if (page.IsTurned && body.Count > 0)
        {
            text.Close();
            found.Doubt(
                ImportDoubtKind.ReadingOrder,
                $"Words on page {page.Number} are written sideways. Check that they're right and in the right place."
            );
        }

        var footnotes = PdfFootnotes.Find(body, size, page.Rules);
        body = footnotes.Rest;
        var tables = PdfTables.Find(body, page.Rules, isNumbered);
        isNumbered = body.Count > 0 && tables.GetValueOrDefault(body[^1])?.IsNumbered == true;
        var boxes = PdfBoxes.Find([.. body.Where(row => !tables.ContainsKey(row))], page.Rules);
        var hasBoxes = boxes.Rest.Count + tables.Count < body.Count || !boxes.Rest.TrueForAll(body.Contains);
        text.BeginPage(page, footnotes, boxes);
        ReadParts(hasBoxes ? [.. boxes.Rest.Concat(tables.Keys).OrderByDescending(row => row.Baseline)] : body, tables, page.Rules);
        text.EndPage();
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
                table.Read(row, isAtTop);
                own.ForEach(line => text.AddFootnotes(line.Baseline));
                i += own.Count;
                continue;
            }

            var between = rows.Skip(i).TakeWhile(line => !tables.ContainsKey(line)).ToList();
            table.End();
            ReadText(between, rules);
            i += between.Count;
        }
    }

    /// <summary>Reads what is in no table: columns, and headings that have their text beside them.</summary>
    private void ReadText(List<PdfRow> rows, PdfRules rules)
    {
        if (PdfSideHeadings.Find(rows, sides) is not { } beside)
        {
            ReadColumns(rows, rules);
            return;
        }

        ReadColumns(rows[..beside.First], rules);
        columns = null;
        beside.Headings.ForEach(heading => text.ReadBeside(heading.Heading, heading.Text, beside.Sides));
        var after = beside.First + beside.Headings.Sum(heading => heading.Rows);
        if (after < rows.Count)
        {
            ReadText(rows[after..], rules);
        }
    }

    private void ReadColumns(List<PdfRow> rows, PdfRules rules)
    {
        var page = new PdfColumns(rules.Level, isAtTop ? columns : null);
        page.Order(rows).ForEach(text.Read);
        columns = page.Last;
    }
}
