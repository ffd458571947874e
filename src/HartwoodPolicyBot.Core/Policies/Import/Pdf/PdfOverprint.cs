namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Takes lines apart that are printed over each other, as the words of a text box can be over the text.</summary>
internal static class PdfOverprint
{
    private const double SameHeight = 0.3;
    private const double Back = 2;
    private const double Covered = 0.4;
    private const int FewestCovered = 3;

    /// <param name="row">The letters at one height, in the order in which they are printed.</param>
    public static List<List<PdfLetter>> Apart(List<PdfLetter> row)
    {
        var lines = new List<List<PdfLetter>>();
        foreach (var run in Runs(row))
        {
            if (lines.Find(line => !IsOver(run, line)) is { } same)
            {
                same.AddRange(run);
            }
            else
            {
                lines.Add(run);
            }
        }

        return lines;
    }

    /// <summary>Returns letters that are printed one after the other, from left to right.</summary>
    private static List<List<PdfLetter>> Runs(List<PdfLetter> row)
    {
        var runs = new List<List<PdfLetter>>();
        PdfLetter? before = null;
        foreach (var letter in row)
        {
            var goesOn =
                before is not null
                && Math.Abs(before.Baseline - letter.Baseline) <= SameHeight
                && letter.Left >= before.Left - (Back * letter.Size);
            if (!goesOn)
            {
                runs.Add([]);
            }

            runs[^1].Add(letter);
            before = letter;
        }

        return runs;
    }

    private static bool IsOver(List<PdfLetter> run, List<PdfLetter> line)
    {
        var words = line.Where(IsWord).OrderBy(letter => letter.Left).ToList();
        if (words.Count < FewestCovered)
        {
            return false;
        }

        var within = run.Where(letter => IsWord(letter) && letter.Right > words[0].Left && letter.Left < words[^1].Right).ToList();
        var covered = within.Count(letter => words.Exists(word => Shared(letter, word) > Covered * (letter.Right - letter.Left)));
        return covered >= FewestCovered && covered * 2 >= within.Count;
    }

    private static double Shared(PdfLetter letter, PdfLetter other) =>
        Math.Min(letter.Right, other.Right) - Math.Max(letter.Left, other.Left);

    private static bool IsWord(PdfLetter letter) => !letter.IsSpace && letter.Value.Any(char.IsLetterOrDigit);
}
