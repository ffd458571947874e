namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Puts the letters of one row together to words and segments, and takes the marks of footnotes out.</summary>
internal sealed class PdfRowBuilder
{
    private static readonly string[] Units = ["m", "cm", "mm", "km"];
    private readonly PdfGaps gaps;
    private readonly List<PdfLetter> ordered;
    private readonly double size;
    private readonly double baseline;
    private readonly double tracking;
    private readonly List<PdfSegment> segments = [];
    private readonly List<PdfLetter> marks = [];
    private PdfSegmentBuilder open = new(isCut: false);
    private PdfLetter? before;
    private bool sawSpace;
    private bool beginsWithMark;

    private PdfRowBuilder(List<PdfLetter> letters, PdfGaps gaps)
    {
        this.gaps = gaps;
        size = letters.Max(letter => letter.Size);
        baseline = letters.Find(letter => letter.Size == size)!.Baseline;
        ordered = PdfSmallCapitals.Read([.. letters.OrderBy(letter => letter.Left)]);
        tracking = PdfGaps.Tracking(ordered);
    }

    public static PdfRow Build(List<PdfLetter> letters, PdfGaps gaps) => new PdfRowBuilder(letters, gaps).Build();

    private PdfRow Build()
    {
        for (var i = 0; i < ordered.Count; i++)
        {
            var letter = ordered[i];
            if (letter.IsSpace)
            {
                sawSpace = true;
                before = letter.IsStruck && before is not null ? letter : before;
            }
            else if (!PdfNoteMarks.MayBe(ordered, i, size, baseline))
            {
                Add(letter, letter);
            }
            else if (IsPower(letter))
            {
                Add(letter, letter with { Value = letter.Value == "2" ? "²" : "³" });
            }
            else
            {
                marks.Add(letter);
                beginsWithMark |= before is null;
                before = before is null ? null : before with { Right = letter.Right };
            }
        }

        if (before is not null)
        {
            segments.Add(open.Build());
        }

        return new PdfRow(segments) { Marks = PdfNoteMarks.Joined(marks), BeginsWithMark = beginsWithMark };
    }

    /// <summary>Says whether a raised figure belongs to a unit, as in "10 m²", and is no mark of a footnote.</summary>
    private bool IsPower(PdfLetter letter) => letter.Value is "2" or "3" && !sawSpace && Array.Exists(Units, unit => unit == open.LastWord);

    /// <summary>Adds a letter to the word before it, or begins another word or segment.</summary>
    private void Add(PdfLetter letter, PdfLetter added)
    {
        if (before is not null)
        {
            var gap = letter.Left - before.Right - tracking;
            var isCut = gaps.IsCut(before, letter, gap, baseline);
            if (isCut || gaps.IsWide(before, letter, gap))
            {
                segments.Add(open.Build());
                open = new PdfSegmentBuilder(isCut);
            }
            else if (
                sawSpace
                || PdfGaps.IsBetweenWords(before, letter, gap)
                || (segments.Count == 0 && gaps.IsAfterNumber(open, letter, gap))
            )
            {
                open.Space();
            }
        }

        open.Add(added);
        before = letter;
        sawSpace = false;
    }
}
