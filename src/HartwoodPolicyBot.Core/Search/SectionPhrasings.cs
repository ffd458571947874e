using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Reads the file of phrasings of one section. A line "## " with the beginning of a clause, word for word, opens the phrasings
/// that this clause answers, and a line "> " below it is what the bot says above the clause.
/// </summary>
internal sealed class SectionPhrasings(
    string file,
    PolicySection section,
    Dictionary<string, string> seen,
    Dictionary<ClauseId, string> ownWords,
    List<string>? warnings = null
)
{
    private const string WholeSection = "Whole section";
    private const string ClauseMark = "## ";
    private const string OwnWordsMark = "> ";

    private const int Shown = 60;
    private bool isReworded;

    /// <summary>Returns the phrasings in the lines after the first, which is the heading.</summary>
    /// <exception cref="PhrasingFileException">A line names no clause, or a phrasing appears twice.</exception>
    public List<Phrasing> Read(string[] lines)
    {
        // Where there is one clause, nothing has to be said. Where there are several, a phrasing without a clause is about all.
        var clause = section.Clauses.Count == 1 ? 0 : (int?)null;
        var phrasings = new List<Phrasing>();
        for (var number = 1; number < lines.Length; number++)
        {
            var line = lines[number].Trim();
            if (line.StartsWith(ClauseMark, StringComparison.Ordinal))
            {
                clause = ClauseOf(line[ClauseMark.Length..].Trim(), number + 1);
            }
            else if (line.StartsWith(OwnWordsMark, StringComparison.Ordinal))
            {
                Keep(line[OwnWordsMark.Length..].Trim(), clause, number + 1);
            }
            else
            {
                phrasings.AddRange(
                    PhrasingFile.Phrasings(file, lines, number, number + 1, seen).Select(text => new Phrasing(text, clause))
                );
            }
        }

        return phrasings;
    }

    private int? ClauseOf(string beginning, int line)
    {
        isReworded = false;
        if (beginning == WholeSection)
        {
            return null;
        }

        var begun = section.Clauses.Where(clause => clause.Text.StartsWith(beginning, StringComparison.Ordinal)).ToList();
        var whole = begun.Find(clause => clause.Text.TrimEnd('.') == beginning.TrimEnd('.'));
        if (whole is not null || begun.Count == 1)
        {
            return (whole ?? begun[0]).Number;
        }

        var fault = new PhrasingFileException(
            file,
            line,
            $"must be \"{ClauseMark}\" and the beginning of one clause of \"{section.Heading}\", or \"{ClauseMark}{WholeSection}\"; "
                + $"\"{beginning}\" is the beginning of {(begun.Count == 0 ? "none" : $"{begun.Count} clauses")}"
        );
        if (warnings is null)
        {
            throw fault;
        }

        isReworded = true;
        var nearest = NearestClause.To(beginning, section);
        var place = nearest is null ? "the whole section" : $"the clause \"{Excerpt.Of(nearest.Text, Shown)}\"";
        warnings.Add($"{fault.Message} Its phrasings go to {place}.");
        return nearest?.Number;
    }

    private void Keep(string words, int? clause, int line)
    {
        // The bot's own words for a clause that was reworded may no longer be true, so they are left out.
        if (warnings is not null && (isReworded || clause is not { } known || ownWords.ContainsKey(new(section.Id, known))))
        {
            return;
        }

        if (clause is not { } number || !ownWords.TryAdd(new(section.Id, number), words))
        {
            throw new PhrasingFileException(
                file,
                line,
                clause is null
                    ? "is the bot's own words, and must be below a clause"
                    : "is a second line of the bot's own words for one clause"
            );
        }
    }
}
