using System.IO.Packaging;
using System.Text;
using System.Xml;

namespace HartwoodPolicyBot.Monitoring.Evidence;

/// <summary>
/// Writes a Word file from beginning to end to any stream, so that it is never held in memory as a whole: headings, paragraphs,
/// bullets and tables, with the page number at the foot of each page.
/// </summary>
/// <remarks>Source: ECMA-376, WordprocessingML and Open Packaging Conventions.</remarks>
internal sealed class WordDocument : IDisposable
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string ContentTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string FooterId = "footer";

    /// <summary>How many rows of a table are read before its columns get their widths.</summary>
    private const int MeasuredRows = 50;

    private readonly Package package;
    private readonly PackagePart part;
    private readonly XmlWriter body;
    private readonly string footer;

    /// <param name="to">Where the file goes.</param>
    /// <param name="footer">What each page says at its foot, before its number.</param>
    public WordDocument(Stream to, string footer)
    {
        this.footer = footer;
        package = Package.Open(to, FileMode.Create, FileAccess.Write);
        part = package.CreatePart(Path("document"), ContentTypes + "document.main+xml", CompressionOption.Normal);
        body = Writer(part);
        body.WriteStartElement("w", "document", WordMarkup.Space);
        body.WriteAttributeString("xmlns", "r", null, Relations);
        body.WriteStartElement("body", WordMarkup.Space);
    }

    public void Title(string text) => WordMarkup.Paragraph(body, text, "Title");

    /// <param name="text">The heading.</param>
    /// <param name="level">1 for a part of the document, 2 for a part of that.</param>
    public void Heading(string text, int level = 1) => WordMarkup.Paragraph(body, text, level == 1 ? "Heading1" : "Heading2");

    /// <param name="text">The paragraph.</param>
    /// <param name="leads">Whether it stays on the page of what follows it.</param>
    public void Paragraph(string text, bool leads = false) => WordMarkup.Paragraph(body, text, null, leads);

    public void Bullet(string text) => WordMarkup.Paragraph(body, $"• {text}", "Bullet");

    /// <summary>Writes a table whose rows are written as they come. Its headings are repeated on each page.</summary>
    /// <returns>Whether there was a row. Without one, only a sentence is written.</returns>
    public async Task<bool> TableAsync(IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<string>> rows)
    {
        await using var all = rows.GetAsyncEnumerator();
        if (!await all.MoveNextAsync())
        {
            Paragraph("None.");
            return false;
        }

        var measured = new List<IReadOnlyList<string>> { Cells(headings), Cells(all.Current) };
        var isMore = await all.MoveNextAsync();
        for (; isMore && measured.Count < MeasuredRows; isMore = await all.MoveNextAsync())
        {
            measured.Add(Cells(all.Current));
        }

        var widths = StartTable(measured);
        foreach (var (place, row) in measured.Index())
        {
            Row(row, widths, isHead: place == 0, boldCells: place == 0 ? headings.Count : 0);
        }

        for (; isMore; isMore = await all.MoveNextAsync())
        {
            Row(Cells(all.Current), widths, isHead: false, boldCells: 0);
        }

        EndTable();
        return true;
    }

    /// <summary>Writes a table of names and values.</summary>
    public void Facts(IEnumerable<(string Name, string Value)> facts)
    {
        var rows = facts.Select(fact => Cells([fact.Name, fact.Value])).ToList();
        var widths = StartTable(rows);
        foreach (var row in rows)
        {
            Row(row, widths, isHead: false, boldCells: 1);
        }

        EndTable();
    }

    /// <summary>Writes what the document needs beside its text, and ends the file.</summary>
    public void Dispose()
    {
        body.WriteStartElement("sectPr", WordMarkup.Space);
        body.WriteStartElement("footerReference", WordMarkup.Space);
        body.WriteAttributeString("type", WordMarkup.Space, "default");
        body.WriteAttributeString("id", Relations, FooterId);
        body.WriteEndElement();
        WordMarkup.Element(body, "pgSz", ("w", "11906"), ("h", "16838"));
        WordMarkup.Element(
            body,
            "pgMar",
            ("top", "1134"),
            ("right", "1134"),
            ("bottom", "1134"),
            ("left", "1134"),
            ("header", "567"),
            ("footer", "567"),
            ("gutter", "0")
        );
        body.WriteEndElement();
        body.Dispose();
        using (var styles = Writer(package.CreatePart(Path("styles"), ContentTypes + "styles+xml", CompressionOption.Normal)))
        {
            EvidenceStyles.Write(styles, WordMarkup.Space);
        }

        using (var foot = Writer(package.CreatePart(Path("footer"), ContentTypes + "footer+xml", CompressionOption.Normal)))
        {
            foot.WriteStartElement("w", "ftr", WordMarkup.Space);
            foot.WriteStartElement("p", WordMarkup.Space);
            WordMarkup.Run(foot, $"{footer}, page ");
            foot.WriteStartElement("fldSimple", WordMarkup.Space);
            foot.WriteAttributeString("instr", WordMarkup.Space, "PAGE");
            WordMarkup.Run(foot, "1");
        }

        part.CreateRelationship(new Uri("styles.xml", UriKind.Relative), TargetMode.Internal, $"{Relations}/styles", "styles");
        part.CreateRelationship(new Uri("footer.xml", UriKind.Relative), TargetMode.Internal, $"{Relations}/footer", FooterId);
        package.CreateRelationship(Path("document"), TargetMode.Internal, $"{Relations}/officeDocument", "document");
        package.Close();
    }

    private static Uri Path(string name) => new($"/word/{name}.xml", UriKind.Relative);

    private static XmlWriter Writer(PackagePart part) =>
        XmlWriter.Create(
            part.GetStream(FileMode.Create, FileAccess.Write),
            new XmlWriterSettings { CloseOutput = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }
        );

    private static IReadOnlyList<string> Cells(IReadOnlyList<string> texts) => [.. texts.Select(WordTableLayout.WithWholeDates)];

    private IReadOnlyList<int> StartTable(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = WordTableLayout.Widths(rows);
        body.WriteStartElement("tbl", WordMarkup.Space);
        body.WriteStartElement("tblPr", WordMarkup.Space);
        WordMarkup.Element(body, "tblStyle", ("val", "Grid"));
        WordMarkup.Element(body, "tblW", ("w", "5000"), ("type", "pct"));
        body.WriteEndElement();
        body.WriteStartElement("tblGrid", WordMarkup.Space);
        foreach (var width in widths)
        {
            WordMarkup.Element(body, "gridCol", ("w", $"{width}"));
        }

        body.WriteEndElement();
        return widths;
    }

    private void EndTable()
    {
        body.WriteEndElement();

        // Two tables that follow each other would be one without a paragraph between them.
        Paragraph("");
    }

    private void Row(IReadOnlyList<string> cells, IReadOnlyList<int> widths, bool isHead, int boldCells)
    {
        body.WriteStartElement("tr", WordMarkup.Space);
        body.WriteStartElement("trPr", WordMarkup.Space);
        WordMarkup.Element(body, "cantSplit");
        if (isHead)
        {
            WordMarkup.Element(body, "tblHeader");
        }

        body.WriteEndElement();
        for (var at = 0; at < cells.Count; at++)
        {
            body.WriteStartElement("tc", WordMarkup.Space);
            body.WriteStartElement("tcPr", WordMarkup.Space);
            WordMarkup.Element(body, "tcW", ("w", $"{widths[at]}"), ("type", "dxa"));
            body.WriteEndElement();
            WordMarkup.Paragraph(body, cells[at], at < boldCells ? "CellHeading" : "Cell", isHead);
            body.WriteEndElement();
        }

        body.WriteEndElement();
    }
}
