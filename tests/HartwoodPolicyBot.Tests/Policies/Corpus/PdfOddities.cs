namespace HartwoodPolicyBot.Tests.Policies.Corpus;

/// <summary>PDFs with what scanners, printers and other programs do to pages and letters.</summary>
internal static class PdfOddities
{
    public static IEnumerable<CorpusDocument> All =>
        [
            Shown("pages turned by 90 degrees", 90, 90),
            Shown("pages turned by 180 degrees", 180, 180),
            Shown("pages turned by 270 degrees", 270, 270),
            Shown("upright pages that are shown sideways", 90, 0),
            Shown("words drawn sideways on upright pages", 0, 90),
            Shown("words drawn upside down", 0, 180),
            Scanned(),
            ScannedOver(),
            LevelWatermark(),
            WatermarkOnOnePage(),
            Form(),
            Locked(),
            ContentsWithPages(),
            LandscapePage(),
            ThreeColumns(),
            HiddenOutside(),
        ];

    private static CorpusDocument Of(string name, PdfFile file, CorpusPolicy policy, string before = "") =>
        CorpusDocument.Of($"PDF: {name}", "pdf", file.Build(), policy, before);

    private static CorpusPolicy Medicines { get; } = PdfCorpus.Plain(CorpusPolicies.Medicines);

    private static CorpusPolicy Confidentiality { get; } = PdfCorpus.Plain(CorpusPolicies.Confidentiality);

    private static CorpusPolicy Complaints { get; } = PdfCorpus.Plain(CorpusPolicies.Complaints);

    private static CorpusDocument Shown(string name, int rotate, int drawn)
    {
        var file = new PdfFile();
        foreach (var sheet in PdfSheets.Of(Confidentiality, characters: 80, bottom: 330))
        {
            file.AddPage(PdfFile.Text(sheet.Select(line => line with { Y = line.Y - 200 }), drawn), rotate);
        }

        return Of(name, file, Confidentiality);
    }

    /// <summary>A program wrote the words that it recognised behind the picture, each line in a size of its own.</summary>
    private static CorpusDocument Scanned()
    {
        var (file, line) = (new PdfFile(), 0);
        var picture = file.AddPicture();
        foreach (var sheet in PdfSheets.Of(Medicines.Numbered(), part => new(PdfSheets.Left, 0, 11, part.Text)))
        {
            var words = sheet.Select(words => words with { Mode = 3, Size = words.Size + (line++ % 4 * 0.4), Font = "F1" });
            file.AddPage(PdfFile.Scan + PdfFile.Text(words), picture: picture);
        }

        return Of("a scan with recognised words", file, Medicines.Numbered());
    }

    private static CorpusDocument ScannedOver()
    {
        var file = new PdfFile();
        foreach (var sheet in PdfSheets.Of(Complaints))
        {
            var again = sheet.Select(words =>
                words with
                {
                    Mode = 3,
                    Size = words.Size * 0.97,
                    X = words.X + 1.5,
                    Y = words.Y + 1.2,
                    Font = "F1",
                }
            );
            file.AddPage(PdfFile.Text(sheet) + PdfFile.Text(again));
        }

        return Of("words that were recognised a second time", file, Complaints);
    }

    private static CorpusDocument LevelWatermark()
    {
        var file = new PdfFile();
        foreach (var sheet in PdfSheets.Of(Confidentiality, bottom: 300))
        {
            file.AddPage(PdfFile.Text([new(90, 452, 90, "DRAFT", "F2", "0.9 g")]) + PdfFile.Text(sheet));
        }

        return Of("a level watermark", file, Confidentiality);
    }

    private static CorpusDocument WatermarkOnOnePage()
    {
        var file = new PdfFile();
        var policy = new CorpusPolicy(Complaints.Title, Complaints.Blocks[..8]);
        file.AddPage(PdfFile.Text(PdfSheets.Of(policy)[0]) + PdfFile.Text([new(70, 640, 70, "COPY", "F1", "0.85 g")]));
        return Of("a level watermark on one page", file, policy);
    }

    private static CorpusDocument Form()
    {
        var policy = new CorpusPolicy(Complaints.Title, [.. Complaints.Blocks, new TextPart("Contact: complaints officer, Mrs Jo Lane")]);
        var file = new PdfFile("/AcroForm << /Fields [7 0 R] >>");
        file.Add(
            "<< /Type /Annot /Subtype /Widget /FT /Tx /T (contact) /V (complaints officer, Mrs Jo Lane) "
                + "/Rect [110 96 400 112] /P 9 0 R /F 4 >>"
        );
        file.AddPage(PdfFile.Text(PdfSheets.Of(Complaints)[0]) + PdfFile.Text([new(60, 100, 11, "Contact:")]), extras: "/Annots [7 0 R]");
        return Of("words in a form field", file, policy);
    }

    private static CorpusDocument Locked()
    {
        var file = new PdfFile();
        PdfSheets.Of(Medicines).ForEach(sheet => file.AddPage(PdfFile.Text(sheet)));
        return CorpusDocument.Of("PDF: a file that may be read and not changed", "pdf", file.Build(""), Medicines);
    }

    private static CorpusDocument ContentsWithPages()
    {
        var (file, policy) = (new PdfFile(), Medicines.Numbered());
        var height = 700;
        var entries = policy
            .Blocks.OfType<HeadingPart>()
            .SelectMany(heading => new PdfLine[] { new(60, height -= 20, 11, heading.Text), new(500, height, 11, "2") })
            .ToList();
        file.AddPage(PdfFile.Text([new(60, 740, 15, "CONTENTS", "F2"), new(490, 720, 11, "Page No", "F2"), .. entries]));
        PdfSheets.Of(policy).ForEach(sheet => file.AddPage(PdfFile.Text(sheet)));
        return Of("a list of contents with a head of its own", file, policy);
    }

    /// <summary>The header of a turned page is elsewhere than on the others.</summary>
    private static CorpusDocument LandscapePage()
    {
        var (file, policy) = (new PdfFile(), Confidentiality);
        var sheets = PdfSheets.Of(policy, bottom: 420);
        for (var i = 0; i < sheets.Count; i++)
        {
            var isTurned = i == 1;
            var down = isTurned ? 230.0 : 0;
            PdfLine[] running =
            [
                new(60, 810 - down, 9, "Hartwood Healthcare confidentiality"),
                new(isTurned ? 700 : 480, isTurned ? 30 : 40, 9, $"Page {i + 1} of {sheets.Count}"),
            ];
            file.AddPage(
                PdfFile.Text([.. running, .. sheets[i].Select(line => line with { Y = line.Y - down })], isTurned ? 90 : 0),
                isTurned ? 90 : 0
            );
        }

        return Of("running lines on a turned page", file, policy);
    }

    private static CorpusDocument ThreeColumns()
    {
        var (file, policy) = (new PdfFile(), Complaints.Flat());
        var sheets = PdfSheets.Of(policy, part => new(PdfSheets.Left, 0, 12, part.Text, "F2"), characters: 27, bullet: "-", bottom: 330);
        for (var i = 0; i < sheets.Count; i += 3)
        {
            var lines = sheets
                .Skip(i)
                .Take(3)
                .SelectMany(
                    (sheet, column) =>
                        sheet.Select(line => line with { X = line.X - 20 + (column * 175), Y = line.Size > 15 ? 805 : line.Y })
                );
            file.AddPage(PdfFile.Text(lines));
        }

        return Of("three columns", file, policy);
    }

    private static CorpusDocument HiddenOutside()
    {
        var file = new PdfFile();
        PdfSheets.Of(Complaints).ForEach(sheet => file.AddPage(PdfFile.Text([.. sheet, new(60, 900, 11, "Printed by the council press")])));
        return Of("words outside of the page", file, Complaints);
    }
}
