using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>Cuts the blocks of one section into clauses: a bullet is one, and so is each sentence of a paragraph.</summary>
internal sealed partial class ClauseReader
{
    private readonly List<Clause> clauses = [];
    private int paragraph;

    public IReadOnlyList<Clause> Read => clauses;

    public void Add(Block block)
    {
        if (block is ListBlock list)
        {
            var introducedBy = clauses.Count > 0 && clauses[^1].Text.EndsWith(':') ? clauses[^1].Number : (int?)null;
            foreach (var item in list)
            {
                Add(PolicyParser.PlainText(item), true, introducedBy);
            }
        }
        else
        {
            var first = clauses.Count;
            foreach (var sentence in SentenceEnd().Split(PolicyParser.PlainText(block)))
            {
                Add(
                    sentence,
                    false,
                    clauses.Count > first && !sentence.EndsWith(':') && PointsBack().IsMatch(sentence) ? clauses.Count - 1 : null
                );
            }
        }

        paragraph++;
    }

    private void Add(string text, bool isBullet, int? introducedBy)
    {
        if (text.Length > 0)
        {
            clauses.Add(new Clause(clauses.Count, text, isBullet, paragraph, introducedBy));
        }
    }

    /// <summary>White space after a full stop, question or exclamation mark and before a capital letter.</summary>
    [GeneratedRegex(@"(?<=[.!?][)”’""]?)\s+(?=[“‘""(]?\p{Lu})", RegexOptions.None, 1000)]
    private static partial Regex SentenceEnd();

    /// <summary>"This includes…" says little alone; "This policy…" says enough.</summary>
    [GeneratedRegex(@"^(?:This|These|That|Those|It|They)\s(?!polic|section|document)", RegexOptions.None, 1000)]
    private static partial Regex PointsBack();
}
