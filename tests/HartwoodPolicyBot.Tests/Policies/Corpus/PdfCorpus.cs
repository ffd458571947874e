namespace HartwoodPolicyBot.Tests.Policies.Corpus;

/// <summary>PDFs as word processors and printers make them.</summary>
internal static class PdfCorpus
{
    public static IEnumerable<CorpusDocument> All =>
        [
            Of("larger and bold headings, running lines", CorpusPolicies.Confidentiality, running: "Hartwood Healthcare", before: 26),
            Of("bold headings, words divided at the end of lines", CorpusPolicies.Medicines.Flat(), size: 11, divides: true),
            Of("two columns", CorpusPolicies.Complaints, columns: 2),
            Of("numbered headings", CorpusPolicies.Confidentiality.Numbered(), size: 11),
            Of("numbered headings without any look", CorpusPolicies.Medicines.Numbered(), size: 11, isBold: false),
            Of("tables", WithTable()),
        ];

    private static CorpusPolicy WithTable()
    {
        var blocks = CorpusPolicies.Complaints.Blocks.ToList();
        var at = blocks.FindIndex(block => block is HeadingPart { Text: "The Ombudsman" });
        blocks.InsertRange(
            at,
            [
                new RowPart("Stage", "Who replies", "Working days"),
                new RowPart("One", "Service manager", "10"),
                new RowPart("Two", "Senior officer", "20"),
                new RowPart("Ombudsman", "Investigator", "as it takes"),
            ]
        );
        return new(CorpusPolicies.Complaints.Title, [.. blocks]);
    }

    private static CorpusDocument Of(
        string name,
        CorpusPolicy policy,
        int columns = 1,
        string? running = null,
        double size = 15,
        bool isBold = true,
        bool divides = false,
        double before = 8
    )
    {
        var layout = new PdfLayout(columns, running);
        policy = Plain(policy);
        layout.Write(policy.Title, 20, isBold: true);
        foreach (var block in policy.Blocks)
        {
            switch (block)
            {
                case HeadingPart heading:
                    layout.Write(heading.Text, heading.Level == 1 ? size : Math.Min(size, 12), isBold, before: 14);
                    break;
                case ItemPart item:
                    layout.Write($"\u2022 {item.Text}", before: 3, indent: 14, divides: divides);
                    break;
                case RowPart row:
                    layout.Row(row.Cells);
                    break;
                default:
                    layout.Write(string.Concat(block.Words), before: before, divides: divides);
                    break;
            }
        }

        return CorpusDocument.Of($"PDF: {name}", "pdf", layout.Build(), policy);
    }

    /// <summary>Returns the same policy in the characters that every PDF can write.</summary>
    public static CorpusPolicy Plain(CorpusPolicy policy) =>
        new(policy.Title, [.. policy.Blocks.Select(block => block is TextPart text ? new TextPart(Plain(text.Text)) : block)]);

    private static string Plain(string text) =>
        text.Replace("’", "'", StringComparison.Ordinal).Replace("°C", " degrees", StringComparison.Ordinal);
}
