namespace HartwoodPolicyBot.Tests.Policies.Corpus;

/// <summary>A file as a practice could send it, with what a careful reader would find in it.</summary>
/// <param name="Name">What is special about the file, for the name of a test.</param>
/// <param name="FileName">The name that it is sent under.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Headings">The headings in order, each after one mark for its level; none where nobody can tell them.</param>
/// <param name="Words">All words of the title and the body, in order.</param>
internal sealed record CorpusDocument(string Name, string FileName, byte[] Bytes, string[] Headings, string[] Words)
{
    /// <summary>Makes a document whose body is a policy of the corpus.</summary>
    /// <param name="name">What is special about the file.</param>
    /// <param name="ending">The ending of its name.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="policy">The policy that is in it.</param>
    /// <param name="before">Words of the body before the first heading, such as those of a cover page.</param>
    public static CorpusDocument Of(string name, string ending, byte[] bytes, CorpusPolicy policy, string before = "") =>
        new(
            name,
            $"document.{ending}",
            bytes,
            [.. policy.Blocks.OfType<HeadingPart>().Select(heading => $"{new string('#', heading.Level)} {heading.Text}")],
            ImportedFile.Split([policy.Title, before, .. policy.Blocks.SelectMany(block => block.Words)])
        );

    public override string ToString() => Name;
}

/// <summary>A title, and what is below it.</summary>
internal sealed record CorpusPolicy(string Title, params Part[] Blocks)
{
    /// <summary>Returns the same policy with other headings, such as numbered ones.</summary>
    public CorpusPolicy WithHeadings(Func<HeadingPart, string> text) =>
        new(Title, [.. Blocks.Select(block => block is HeadingPart heading ? heading with { Text = text(heading) } : block)]);

    /// <summary>Returns the same policy with its headings numbered as people type it: "1. Purpose", "1.1 Scope".</summary>
    public CorpusPolicy Numbered()
    {
        var numbers = new int[6];
        return WithHeadings(heading =>
        {
            numbers[heading.Level - 1]++;
            Array.Clear(numbers, heading.Level, numbers.Length - heading.Level);
            var number = string.Join('.', numbers.Take(heading.Level));
            return heading.Level == 1 ? $"{number}. {heading.Text}" : $"{number} {heading.Text}";
        });
    }

    /// <summary>Returns the same policy with its headings at the same level.</summary>
    public CorpusPolicy Flat() =>
        new(Title, [.. Blocks.Select(block => block is HeadingPart heading ? heading with { Level = 1 } : block)]);
}

internal abstract record Part
{
    public abstract IEnumerable<string> Words { get; }
}

internal sealed record HeadingPart(int Level, string Text) : Part
{
    public override IEnumerable<string> Words => [Text];
}

internal sealed record TextPart(string Text) : Part
{
    public override IEnumerable<string> Words => [Text];
}

internal sealed record ItemPart(string Text, int Depth = 0) : Part
{
    public override IEnumerable<string> Words => [Text];
}

internal sealed record RowPart(params string[] Cells) : Part
{
    public override IEnumerable<string> Words => Cells;
}
