namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Puts the letters of a page together to words, segments and rows.</summary>
internal static class PdfRows
{
    private const double Band = 12;
    private const double SameRow = 0.4;
    private const double MuchLarger = 2.2;
    private const double WordGap = 0.17;
    private const double WideGap = 1.15;
    private const double NarrowGap = 0.7;
    private const int FewestStarts = 4;
    private const double Raised = 0.2;
    private const double RaisedRow = 0.6;
    private const double Small = 0.8;
    private const double SamePlace = 0.12;
    private const int FewestSpaced = 4;
    private const double LeastTracking = 0.1;
    private const double MostTracking = 0.9;
    private const double SameMark = 0.3;
    private const string RaisedMarks = "*†‡ivx";
    private static readonly string[] Units = ["m", "cm", "mm", "km"];

    /// <summary>Returns the number of the part of a page that a height is in. Letters near to one are in its part or the next.</summary>
    public static int BandOf(double height) => (int)Math.Floor(height / Band);

    public static List<PdfRow> Of(IEnumerable<PdfLetter> letters, PdfRules rules)
    {
        var rows = new List<List<PdfLetter>>();
        foreach (var letter in WithoutCopies(letters).OrderByDescending(letter => letter.Baseline))
        {
            var last = rows.Count == 0 ? null : rows[^1];
            if (last is not null && Math.Abs(last[0].Baseline - letter.Baseline) <= SameRow * SizeOfBoth(last[0].Size, letter.Size))
            {
                last.Add(letter);
            }
            else if (last is not null && IsRaised(last, letter))
            {
                last.Insert(0, letter);
            }
            else
            {
                rows.Add([letter]);
            }
        }

        var apart = rows.ConvertAll(PdfOverprint.Apart);
        var starts = ColumnStarts(apart.SelectMany(lines => lines));
        var numbers = new PdfClauseNumbers(apart.SelectMany(lines => lines));
        return
        [
            .. apart
                .SelectMany(lines => lines.Select(line => Row(line, rules, starts, numbers) with { IsPrintedOver = lines.Count > 1 }))
                .Where(row => row.Segments.Count > 0),
        ];
    }

    /// <summary>Returns where several rows go on after a gap that is wider than one between words. A column of text begins there.</summary>
    private static HashSet<double> ColumnStarts(IEnumerable<List<PdfLetter>> rows) =>
        rows.SelectMany(row =>
            {
                var letters = row.Where(letter => !letter.IsSpace).OrderBy(letter => letter.Left).ToList();
                return letters
                    .Zip(letters.Skip(1))
                    .Where(pair => pair.Second.Left - pair.First.Right > NarrowGap * Math.Max(pair.First.Size, pair.Second.Size))
                    .Select(pair => Math.Round(pair.Second.Left))
                    .Distinct();
            })
            .CountBy(start => start)
            .Where(start => start.Value >= FewestStarts)
            .Select(start => start.Key)
            .ToHashSet();

    private static double SizeOfBoth(double one, double other) =>
        Math.Max(one, other) > MuchLarger * Math.Min(one, other) ? Math.Min(one, other) : Math.Max(one, other);

    /// <summary>Says whether all letters of a row are raised over the next one, as marks of footnotes are.</summary>
    private static bool IsRaised(List<PdfLetter> row, PdfLetter below) =>
        row.TrueForAll(letter => letter.Size <= Small * below.Size)
        && row[0].Baseline - below.Baseline <= RaisedRow * below.Size
        && row.Count <= 12;

    /// <summary>Leaves out letters that are drawn a second time in the same place, as programs do to make them bold.</summary>
    private static IEnumerable<PdfLetter> WithoutCopies(IEnumerable<PdfLetter> letters)
    {
        var seen = new Dictionary<(string, int, int), PdfLetter>();
        foreach (var letter in letters)
        {
            var (x, y) = ((int)Math.Floor(letter.Left), (int)Math.Floor(letter.Baseline));
            var isCopy = false;
            for (var near = 0; near < 9 && !isCopy; near++)
            {
                isCopy =
                    seen.TryGetValue((letter.Value, x + (near % 3) - 1, y + (near / 3) - 1), out var other)
                    && Math.Abs(other.Left - letter.Left) < SamePlace * letter.Size
                    && Math.Abs(other.Baseline - letter.Baseline) < SamePlace * letter.Size;
            }

            if (!isCopy)
            {
                seen[(letter.Value, x, y)] = letter;
                yield return letter;
            }
        }
    }

    /// <summary>Returns how far apart the letters of a row are set, as people do with headings; 0 for nearly all rows.</summary>
    private static double Tracking(List<PdfLetter> letters)
    {
        var gaps = letters
            .Zip(letters.Skip(1))
            .Where(pair => char.IsLetter(pair.First.Value.LastOrDefault()) && char.IsLetter(pair.Second.Value.FirstOrDefault()))
            .Select(pair => pair.Second.Left - pair.First.Right)
            .Order()
            .ToList();
        if (gaps.Count < FewestSpaced)
        {
            return 0;
        }

        var (small, size) = (gaps[gaps.Count / 5], letters.Max(letter => letter.Size));
        return small > LeastTracking * size && small < MostTracking * size ? small : 0;
    }

    /// <summary>Puts the figures of a mark such as "12" together.</summary>
    private static List<string> Joined(List<PdfLetter> marks)
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

    private static PdfRow Row(List<PdfLetter> letters, PdfRules rules, HashSet<double> starts, PdfClauseNumbers numbers)
    {
        var segments = new List<PdfSegment>();
        var open = new PdfSegmentBuilder(isCut: false);
        var size = letters.Max(letter => letter.Size);
        var baseline = letters.Find(letter => letter.Size == size)!.Baseline;
        PdfLetter? before = null;
        var marks = new List<PdfLetter>();
        var (sawSpace, beginsWithMark) = (false, false);
        var ordered = PdfSmallCapitals.Read([.. letters.OrderBy(letter => letter.Left)]);
        var tracking = Tracking(ordered);
        for (var i = 0; i < ordered.Count; i++)
        {
            var letter = ordered[i];
            if (letter.IsSpace)
            {
                sawSpace = true;
                before = letter.IsStruck && before is not null ? letter : before;
                continue;
            }

            var added = letter;
            if (
                letter.Size < Small * size
                && letter.Baseline > baseline + (Raised * size)
                && letter.Value.All(mark => char.IsDigit(mark) || RaisedMarks.Contains(mark))
                && !IsInWord(ordered, i)
            )
            {
                if (letter.Value is not ("2" or "3") || sawSpace || !Array.Exists(Units, unit => unit == open.LastWord))
                {
                    // A small raised figure, also a Roman one, is the mark of a footnote.
                    marks.Add(letter);
                    beginsWithMark |= before is null;
                    before = before is null ? null : before with { Right = letter.Right };
                    continue;
                }

                added = letter with { Value = letter.Value == "2" ? "²" : "³" };
            }

            if (before is not null)
            {
                var gap = letter.Left - before.Right - tracking;
                var isCut = gap > 0 && rules.Divides(before.Right, letter.Left, baseline);
                var wide = starts.Contains(Math.Round(letter.Left)) ? NarrowGap : WideGap;
                if (isCut || gap > wide * Math.Max(before.Size, letter.Size))
                {
                    segments.Add(open.Build());
                    open = new PdfSegmentBuilder(isCut);
                }
                else if (
                    sawSpace
                    || gap > WordGap * Math.Min(before.Size, letter.Size)
                    || (segments.Count == 0 && open.Length <= PdfClauseNumbers.Longest && numbers.EndBefore(open.Text, letter, gap))
                )
                {
                    open.Space();
                }
            }

            open.Add(added);
            before = letter;
            sawSpace = false;
        }

        if (before is not null)
        {
            segments.Add(open.Build());
        }

        return new PdfRow(segments) { Marks = Joined(marks), BeginsWithMark = beginsWithMark };
    }
}
