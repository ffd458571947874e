namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Words beside each other on a page, with no wide gap or line between them.</summary>
internal sealed record PdfSegment(string Text, double Left, double Right, double Baseline, BlockLook Look, double FirstWord)
{
    /// <summary>Whether a line is drawn between it and the segment before it.</summary>
    public bool IsCut { get; init; }

    /// <summary>The heading that all of it is in.</summary>
    public PdfTag? Tag { get; init; }

    /// <summary>The bold words at its start, where others follow; otherwise null.</summary>
    public string? BoldStart { get; init; }

    /// <summary>Whether at least half of its letters are bold.</summary>
    public bool IsMostlyBold { get; init; }

    /// <summary>Whether the file says that all of it belongs to the page and not to the text.</summary>
    public bool IsOfPage { get; init; }

    public double Size => Look.Size;

    public bool HasLetters => Text.Any(char.IsLetter);
}

/// <summary>What is at one height of a page, from left to right.</summary>
internal sealed record PdfRow(IReadOnlyList<PdfSegment> Segments)
{
    private const double TableGap = 1.9;

    /// <summary>The marks of footnotes in it, which are not among its words.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>Whether it begins with such a mark, as a footnote does.</summary>
    public bool BeginsWithMark { get; init; }

    /// <summary>Whether other words are printed over its own.</summary>
    public bool IsPrintedOver { get; init; }

    public double Left => Segments[0].Left;

    public double Right => Segments[^1].Right;

    public double Baseline => Segments[0].Baseline;

    public double Size => Segments.Max(segment => segment.Size);

    /// <summary>The words, with a wide gap where the page has one.</summary>
    public string Text => string.Join("   ", Segments.Select(segment => segment.Text));

    /// <summary>The heading that all of its words are in, where the file is tagged.</summary>
    public PdfTag? Tag
    {
        get
        {
            var tags = Segments.Where(segment => segment.HasLetters).Select(segment => segment.Tag).Distinct().Take(2).ToList();
            return tags.Count == 1 ? tags[0] : null;
        }
    }

    /// <summary>The bold words at its start, with a number before them, where others follow; otherwise null.</summary>
    public string? BoldStart =>
        Segments.FirstOrDefault(segment => segment.HasLetters) is { BoldStart: { } start } words
            ? string.Join(' ', Segments.TakeWhile(segment => segment != words).Select(segment => segment.Text).Append(start))
            : null;

    /// <summary>Whether at least half of its letters are bold, and not all.</summary>
    public bool IsMostlyBold => !Look.Bold && Segments.Where(segment => segment.HasLetters).All(segment => segment.IsMostlyBold);

    /// <summary>Whether it has cells: wide gaps, and not only the one after a bullet or a number.</summary>
    public bool HasCells
    {
        get
        {
            if (Tag is not null)
            {
                return false;
            }

            var from =
                PlainWords.AfterDrawnBullet(Segments[0].Text + " ") is ""
                || Segments[0].Text.Length <= 5 && PlainWords.StartsWithListNumber(Segments[0].Text + " x")
                || PlainWords.NumberDepth(Segments[0].Text + " x") > 0 && Segments[0].Text.Length <= 6
                    ? 1
                    : 0;
            return Segments.Skip(from).Zip(Segments.Skip(from + 1)).Any(pair => pair.Second.Left - pair.First.Right > TableGap * Size);
        }
    }

    /// <summary>How the words look. A number before them says nothing.</summary>
    public BlockLook Look
    {
        get
        {
            var words = Segments.Where(segment => segment.HasLetters).DefaultIfEmpty(Segments[0]).ToList();
            return words.Skip(1).Aggregate(words[0].Look, (look, segment) => look.And(segment.Look)) with
            {
                Size = Segments.Min(segment => segment.Size),
            };
        }
    }
}
