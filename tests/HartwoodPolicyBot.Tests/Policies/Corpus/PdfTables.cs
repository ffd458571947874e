using System.Globalization;

namespace HartwoodPolicyBot.Tests.Policies.Corpus;

/// <summary>PDFs with tables whose cells have several lines.</summary>
internal static class PdfTables
{
    private static readonly string[][] Rows =
    [
        ["Role", "Responsibility", "When"],
        ["Practice manager", "Keeps this policy up to date, tells all staff about changes and checks that they are trained", "Every year"],
        ["Information governance lead", "Looks into each breach", "On the same day, or the next working day"],
        ["All staff", "Follow this policy and ask when they are in doubt about what they may share", "Always"],
    ];

    public static IEnumerable<CorpusDocument> All =>
        [
            Of("a table with lines around its cells", Grid),
            Of("a table with boxes as cells", Boxes),
            Of("a table with lines between its rows only", Between),
        ];

    private static CorpusDocument Of(string name, Func<double[], string> draw)
    {
        var policy = new CorpusPolicy(
            "Information governance policy",
            new HeadingPart(1, "Roles"),
            new TextPart("The table shows who does what."),
            new RowPart([.. Rows.SelectMany(row => row)]),
            new HeadingPart(1, "Review"),
            new TextPart("This policy is reviewed each year by the partners of the practice, or sooner if the law changes.")
        );
        var lines = new List<PdfLine>
        {
            new(60, 770, 20, policy.Title, "F2"),
            new(60, 735, 15, "Roles", "F2"),
            new(60, 715, 11, "The table shows who does what."),
        };
        var height = 700.0;
        var heights = new List<double> { height };
        foreach (var row in Rows)
        {
            var cells = row.Select((cell, column) => PdfSheets.Wrap(cell, column == 1 ? 38 : 19).ToList()).ToList();
            for (var column = 0; column < 3; column++)
            {
                lines.AddRange(cells[column].Select((text, line) => new PdfLine(Edges[column] + 5, height - 13 - (line * 14), 11, text)));
            }

            height -= (cells.Max(cell => cell.Count) * 14) + 6;
            heights.Add(height);
        }

        lines.Add(new(60, height - 40, 15, "Review", "F2"));
        lines.AddRange(
            PdfSheets.Wrap(policy.Blocks[^1].Words.First(), 84).Select((text, line) => new PdfLine(60, height - 60 - (line * 14), 11, text))
        );
        var file = new PdfFile();
        file.AddPage(draw([.. heights]) + PdfFile.Text(lines));
        return CorpusDocument.Of($"PDF: {name}", "pdf", file.Build(), policy);
    }

    private static readonly double[] Edges = [60, 185, 410, 535];

    private static string Grid(double[] heights) =>
        Between(heights) + string.Concat(Edges.Select(x => Line($"{x} {heights[0]} m {x} {heights[^1]} l S")));

    private static string Boxes(double[] heights) =>
        string.Concat(
            heights
                .Zip(heights.Skip(1))
                .SelectMany(row =>
                    Edges.Zip(Edges.Skip(1), (x, right) => Line($"{x} {row.Second} {right - x} {row.First - row.Second} re S"))
                )
        );

    private static string Between(double[] heights) => string.Concat(heights.Select(y => Line($"60 {y} m 535 {y} l S")));

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture) + "\n";
}
