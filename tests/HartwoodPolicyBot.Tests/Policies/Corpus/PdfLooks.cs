namespace HartwoodPolicyBot.Tests.Policies.Corpus;

/// <summary>PDFs whose headings, bullets and figures are told from the text in other ways than by size and weight.</summary>
internal static class PdfLooks
{
    public static IEnumerable<CorpusDocument> All =>
        [
            Looks("headings in a colour", part => new(PdfSheets.Left, 0, 11, part.Text, Colour: "0 0.37 0.72 rg")),
            Looks("headings in slanted letters", part => new(PdfSheets.Left, 0, 11, part.Text, "F3")),
            Looks("fonts without names", part => new(PdfSheets.Left, 0, 11, part.Text, "F2"), isNamed: false),
            Looks("headings that end in a colon", part => new(PdfSheets.Left, 0, 11, part.Text + ":", "F2"), end: ":"),
            Bullets(),
            Superscripts(),
            PlainNumber(),
            Tagged(),
        ];

    private static CorpusDocument Of(string name, PdfFile file, CorpusPolicy policy, string before = "") =>
        CorpusDocument.Of($"PDF: {name}", "pdf", file.Build(), policy, before);

    private static CorpusPolicy Medicines { get; } = PdfCorpus.Plain(CorpusPolicies.Medicines);

    private static CorpusPolicy Confidentiality { get; } = PdfCorpus.Plain(CorpusPolicies.Confidentiality);

    private static CorpusPolicy Complaints { get; } = PdfCorpus.Plain(CorpusPolicies.Complaints);

    private static CorpusDocument Looks(string name, Func<HeadingPart, PdfLine> look, bool isNamed = true, string end = "")
    {
        var file = isNamed ? new PdfFile() : new PdfFile(plain: Unnamed("CIDFont+F1"), bold: Unnamed("CIDFont+F2"));
        var policy = Complaints.Flat();
        PdfSheets.Of(policy, look).ForEach(sheet => file.AddPage(PdfFile.Text(sheet)));
        return Of(name, file, policy.WithHeadings(heading => heading.Text + end));
    }

    /// <summary>Describes a font as programs do that print to a file, without a word about its weight.</summary>
    public static string Unnamed(string name) =>
        $"/BaseFont /{name} /FirstChar 0 /LastChar 255 /Widths [{string.Join(' ', Enumerable.Repeat(556, 256))}] "
        + $"/FontDescriptor << /Type /FontDescriptor /FontName /{name} /Flags 32 /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
        + "/Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>";

    private static CorpusDocument Bullets()
    {
        var file = new PdfFile();
        PdfSheets.Of(Medicines, bullet: "o").ForEach(sheet => file.AddPage(PdfFile.Text(sheet)));
        return Of("the letter o as a bullet", file, Medicines);
    }

    private static CorpusDocument Superscripts()
    {
        var policy = new CorpusPolicy(
            "Room policy",
            new HeadingPart(1, "Size"),
            new TextPart("A consulting room has at least 16 m² of floor, as the building note says. Rooms are shared."),
            new HeadingPart(1, "Use"),
            new TextPart("Rooms are booked at reception on the 1st of the month.")
        );
        var file = new PdfFile();
        file.AddPage(
            PdfFile.Text([new(60, 770, 20, "Room policy", "F2"), new(60, 735, 15, "Size", "F2"), new(60, 680, 15, "Use", "F2")])
                + "BT 60 715 Td /F1 11 Tf (A consulting room has at least 16 m) Tj /F1 6.5 Tf 4.5 Ts (2) Tj 0 Ts /F1 11 Tf "
                + "( of floor, as the building note says.) Tj /F1 6.5 Tf 4.5 Ts (1) Tj 0 Ts /F1 11 Tf ( Rooms are shared.) Tj ET\n"
                + "BT 60 660 Td /F1 11 Tf (Rooms are booked at reception on the 1) Tj /F1 6.5 Tf 4.5 Ts (st) Tj 0 Ts /F1 11 Tf "
                + "( of the month.) Tj ET\n"
        );
        return Of("raised figures", file, policy);
    }

    /// <summary>The number is in plain letters, and the words after it are bold.</summary>
    private static CorpusDocument PlainNumber()
    {
        var (file, policy) = (new PdfFile(), Confidentiality.Numbered());
        foreach (var sheet in PdfSheets.Of(policy, part => new(PdfSheets.Left, 0, 11, part.Text, "F2")))
        {
            var lines = sheet.SelectMany(line =>
                line is { Font: "F2", Size: 11 }
                    ?
                    [
                        line with
                        {
                            Font = "F1",
                            Text = line.Text.Split(' ')[0],
                        },
                        line with
                        {
                            X = 96,
                            Text = line.Text[(line.Text.IndexOf(' ') + 1)..],
                        },
                    ]
                    : new[] { line }
            );
            file.AddPage(PdfFile.Text(lines));
        }

        return Of("plain numbers before bold headings", file, policy);
    }

    /// <summary>Nothing but the tags tells headings from text, as where all of it is bold.</summary>
    private static CorpusDocument Tagged()
    {
        var (file, policy) = (new PdfFile("/StructTreeRoot 7 0 R"), Complaints);
        var levels = policy.Blocks.OfType<HeadingPart>().ToDictionary(part => part.Text, part => part.Level);
        var sheets = PdfSheets.Of(policy, part => new(PdfSheets.Left, 0, 11, part.Text));
        var elements = sheets
            .SelectMany(sheet => sheet)
            .Select(line => levels.TryGetValue(line.Text, out var level) ? $"H{level}" : "P")
            .ToList();
        var numbers = string.Join(' ', elements.Select((_, place) => $"{place + 8} 0 R"));
        file.Add($"<< /Type /StructTreeRoot /RoleMap << /Own1 /H1 >> /ParentTree << /Nums [0 [{numbers}]] >> >>");
        elements.ForEach(role => file.Add($"<< /Type /StructElem /S /{(role == "H1" ? "Own1" : role)} /P 7 0 R >>"));
        var number = 0;
        foreach (var sheet in sheets)
        {
            file.AddPage(
                string.Concat(sheet.Select(line => $"/Span << /MCID {number++} >> BDC\n{PdfFile.Text([line])}EMC\n")),
                extras: "/StructParents 0"
            );
        }

        return Of("headings that only its tags tell", file, policy);
    }
}
