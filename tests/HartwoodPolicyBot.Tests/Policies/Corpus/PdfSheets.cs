namespace HartwoodPolicyBot.Tests.Policies.Corpus;

/// <summary>Sets a policy line by line on sheets, for PDFs that are written by hand.</summary>
internal sealed class PdfSheets
{
    public const double Left = 60;
    private const double Top = 770;
    private const double Bottom = 70;
    private const int Size = 11;
    private readonly double bottom;
    private double height = Top;

    private PdfSheets(double bottom) => this.bottom = bottom;

    public List<List<PdfLine>> Sheets { get; } =
    [
        [],
    ];

    /// <summary>Sets a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="heading">How a heading looks, or its lines; their places are filled in here.</param>
    /// <param name="characters">How many characters fit in a line.</param>
    /// <param name="bullet">The mark before a bullet.</param>
    /// <param name="bottom">Where a sheet ends.</param>
    public static List<List<PdfLine>> Of(
        CorpusPolicy policy,
        Func<HeadingPart, PdfLine>? heading = null,
        int characters = 84,
        string bullet = "\u0095",
        double bottom = Bottom
    )
    {
        heading ??= part => new PdfLine(Left, 0, part.Level == 1 ? 15 : 12, part.Text, "F2");
        var sheets = new PdfSheets(bottom);
        sheets.Add([new PdfLine(Left, 0, 20, policy.Title, "F2")], 0);
        foreach (var part in policy.Blocks)
        {
            switch (part)
            {
                case HeadingPart head:
                    sheets.Add([heading(head)], 14);
                    break;
                case ItemPart item:
                    var lines = Wrap(item.Text, characters - 4).Select(line => new PdfLine(Left + 18, 0, Size, line)).ToList();
                    sheets.Add(lines, 3, new PdfLine(Left, 0, Size, bullet));
                    break;
                default:
                    sheets.Add([.. Wrap(string.Join(' ', part.Words), characters).Select(line => new PdfLine(Left, 0, Size, line))], 8);
                    break;
            }
        }

        return sheets.Sheets;
    }

    public static IEnumerable<string> Wrap(string text, int characters)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > characters)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? word : $" {word}";
        }

        yield return line;
    }

    private void Add(List<PdfLine> lines, double before, PdfLine? beside = null)
    {
        height -= before;
        foreach (var line in lines)
        {
            if (height - (line.Size * 1.3) < bottom)
            {
                Sheets.Add([]);
                height = Top;
            }

            height -= line.Size * 1.3;
            Sheets[^1].Add(line with { Y = height });
            if (beside is not null)
            {
                Sheets[^1].Add(beside with { Y = height });
                beside = null;
            }
        }
    }
}
