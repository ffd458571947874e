namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Makes a policy of what was found in a file: its title, its headings, and the clauses below them.</summary>
internal sealed class PolicyBuilder
{
    private const int LongestQuote = 60;
    private readonly FoundDocument found;
    private readonly List<ImportedSection> sections = [];
    private readonly List<ImportDoubt> doubts = [];
    private readonly List<ImportedClause> clauses = [];
    private string heading = "";
    private int level = 1;
    private bool opened;

    private PolicyBuilder(FoundDocument found) => this.found = found;

    public static ImportedPolicy Build(FoundDocument found, string fileName)
    {
        found = TabbedHeadings.Divide(WithoutContents(LabelsBeside.Settle(found)));
        var control = DocumentControl.Of(found);
        var headings = FoundHeadings.Of(found);
        var builder = new PolicyBuilder(found);
        builder.Read(headings);
        return new ImportedPolicy(
            headings.Title ?? FoundTitle.Otherwise(found, fileName),
            control.Version,
            control.Owner,
            control.ApprovedOn,
            control.ReviewBy,
            builder.sections,
            builder.doubts
        );
    }

    private static FoundDocument WithoutContents(FoundDocument found)
    {
        var contents = ContentsList.Find([.. found.Blocks.Select(block => block.Raw)]);
        if (contents.Count == 0)
        {
            return found;
        }

        found.Doubt(contents.Min(), ImportDoubtKind.LeftOut, FoundDocument.LeftOutContents);
        return found.Without(contents);
    }

    private void Read(FoundHeadings headings)
    {
        if (headings.Doubt is { } general)
        {
            doubts.Add(general);
        }

        var noted = found.Doubts.OrderBy(doubt => doubt.Block).ToList();
        var next = 0;
        for (var i = 0; i < found.Blocks.Count; i++)
        {
            if (headings.Levels.TryGetValue(i, out var below))
            {
                Close();
                (heading, level, opened) = (found.Blocks[i].Text, below, true);
                if (headings.Unsure.Contains(i))
                {
                    Doubt(ImportDoubtKind.Heading, $"“{Quote(heading)}” may not be a heading. I read it as one.");
                }
            }
            else if (!headings.IsTitle(i))
            {
                Add(found.Blocks[i]);
                if (headings.Unsure.Contains(i))
                {
                    var unsure = found.Blocks[i].BoldStart ?? found.Blocks[i].Text;
                    Doubt(ImportDoubtKind.Heading, $"“{Quote(unsure)}” may be a heading. I read it as text.");
                }
            }

            for (; next < noted.Count && noted[next].Block <= i; next++)
            {
                Doubt(noted[next].Kind, noted[next].Sentence);
            }
        }

        for (; next < noted.Count; next++)
        {
            Doubt(noted[next].Kind, noted[next].Sentence);
        }

        Close();
        NoteSameHeadings();
    }

    private void Doubt(ImportDoubtKind kind, string sentence)
    {
        // A page of small drawings is one doubt, and not one for each of them. The same holds for struck-out words.
        var doubt = new ImportDoubt(kind, sentence, heading);
        if (kind is not (ImportDoubtKind.Picture or ImportDoubtKind.LeftOut) || !doubts.Contains(doubt))
        {
            doubts.Add(doubt);
        }
    }

    private void Close()
    {
        if (opened || clauses.Count > 0)
        {
            sections.Add(new ImportedSection(heading, level, [.. clauses]));
            clauses.Clear();
        }
    }

    private void Add(FoundBlock block)
    {
        var paragraph = clauses.Count == 0 ? 0 : clauses[^1].Paragraph;
        var isBullet = block.Kind != BlockKind.Paragraph || block.IsListItem || PlainWords.StartsWithListNumber(block.Text);
        if (clauses.Count > 0 && !(isBullet && clauses[^1].IsBullet))
        {
            paragraph++;
        }

        if (isBullet)
        {
            clauses.Add(new ImportedClause(block.Text, true, paragraph, block.Kind == BlockKind.Bullet ? block.Depth : 0));
        }
        else
        {
            clauses.AddRange(ClauseReader.SentencesOf(block.Text).Select(sentence => new ImportedClause(sentence, false, paragraph)));
        }
    }

    private void NoteSameHeadings()
    {
        foreach (
            var same in sections.Where(section => section.Heading.Length > 0).GroupBy(section => PolicyParser.AnchorOf(section.Heading))
        )
        {
            if (same.Count() > 1)
            {
                var first = same.First().Heading;
                doubts.Add(
                    new ImportDoubt(
                        ImportDoubtKind.SameHeading,
                        $"{same.Count()} sections have the heading “{Quote(first)}”. "
                            + "I kept them all. Give them different headings, or join them.",
                        first
                    )
                );
            }
        }
    }

    private static string Quote(string text) =>
        text.Length <= LongestQuote ? text : string.Concat(text.AsSpan(0, LongestQuote).TrimEnd(), "…");
}
