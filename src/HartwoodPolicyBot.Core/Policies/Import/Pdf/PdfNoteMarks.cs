namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Tells the raised marks of footnotes from the letters beside them.</summary>
internal static class PdfNoteMarks
{
    private const double Small = 0.8;
    private const double Raised = 0.2;
    private const double RaisedRow = 0.6;
    private const double SameMark = 0.3;
    private const int MostLetters = 12;
    private const string RaisedMarks = "*†‡ivx";

    /// <summary>Says whether a letter of a row may be such a mark: a small raised figure, also a Roman one, or a sign.</summary>
    /// <param name="ordered">The letters of the row, from left to right.</param>
    /// <param name="i">Which of them.</param>
    /// <param name="size">The size of the largest letters of the row.</param>
    /// <param name="baseline">The height that these stand at.</param>
    public static bool MayBe(List<PdfLetter> ordered, int i, double size, double baseline) =>
        ordered[i].Size < Small * size
        && ordered[i].Baseline > baseline + (Raised * size)
        && ordered[i].Value.All(mark => char.IsDigit(mark) || RaisedMarks.Contains(mark))
        && !IsInWord(ordered, i);

    /// <summary>Says whether all letters of a row are raised over the next one, as marks of footnotes are.</summary>
    public static bool AreOver(List<PdfLetter> row, PdfLetter below) =>
        row.TrueForAll(letter => letter.Size <= Small * below.Size)
        && row[0].Baseline - below.Baseline <= RaisedRow * below.Size
        && row.Count <= MostLetters;

    /// <summary>Puts the figures of a mark such as "12" together.</summary>
    public static List<string> Joined(List<PdfLetter> marks)
    {
        var joined = new List<string>();
        for (var i = 0; i < marks.Count; i++)
        {
            if (i > 0 && marks[i].Left - marks[i - 1].Right < SameMark * marks[i].Size)
            {
                joined[^1] += marks[i].Value;
            }
            else
            {
                joined.Add(marks[i].Value);
            }
        }

        return joined;
    }

    /// <summary>
    /// Says whether a letter is in a word with other letters than figures and marks. It is one of smaller words then, which stand a little
    /// higher in the next column.
    /// </summary>
    private static bool IsInWord(List<PdfLetter> ordered, int i)
    {
        var first = i;
        while (first > 0 && IsNext(first - 1))
        {
            first--;
        }

        for (var next = first; ; next++)
        {
            if (ordered[next].Value.Any(char.IsLetter) && !ordered[next].Value.All(RaisedMarks.Contains))
            {
                return true;
            }

            if (next + 1 >= ordered.Count || !IsNext(next))
            {
                return false;
            }
        }

        bool IsNext(int left) =>
            Math.Abs(ordered[left].Size - ordered[left + 1].Size) < SameMark
            && Math.Abs(ordered[left].Baseline - ordered[left + 1].Baseline) < SameMark
            && ordered[left + 1].Left - ordered[left].Right < SameMark * ordered[left].Size;
    }
}
