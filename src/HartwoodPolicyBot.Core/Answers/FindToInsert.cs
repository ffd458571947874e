using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.Answers;

/// <summary>
/// Represents something that can be put into a message: a section with its best clause, or a saved answer. One of the two is set.
/// </summary>
public sealed record Insertion(PolicySection? Section, Clause? Clause, SavedAnswer? Answer);

/// <summary>
/// Finds sections and saved answers while somebody types a few words, which may break off in the middle. What is typed is not
/// logged, because nobody has asked a question yet.
/// </summary>
public sealed class FindToInsert(SectionRanker ranker, PolicyLibrary library, SavedAnswers answers)
{
    public const int Most = 5;
    private const int MostAnswers = 2;
    private const int LongestQuery = 200;

    /// <summary>
    /// Below this, the ranker's sections are left out: they are only the nearest to words that no policy has. It is far below what an
    /// answer needs, because a person chooses here.
    /// </summary>
    private const float LeastCovered = 0.2f;

    private static readonly char[] Between = [' ', ',', '.', '?', '!', ';', ':', '"', '“', '”', '(', ')', '/'];

    /// <summary>Returns at most five, sections first; the first sections of the policies where nothing is typed yet.</summary>
    public IReadOnlyList<Insertion> Find(string typed)
    {
        var query = typed.Length <= LongestQuery ? typed : Common.Excerpt.Cut(typed, LongestQuery);
        var words = query.Split(Between, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return [.. library.Sections.Take(Most).Select(section => new Insertion(section, section.Clauses[0], null))];
        }

        var saved = Saved(query, words).Take(MostAnswers).ToList();
        return [.. Sections(query, words).Take(Most - saved.Count), .. saved.Select(answer => new Insertion(null, null, answer))];
    }

    private IEnumerable<Insertion> Sections(string query, string[] words)
    {
        var ranking = ranker.Rank(query, Most);
        var inHeadings = library
            .Sections.Where(section => HasAll(section.Heading, words))
            .Select(section => new Insertion(section, section.Clauses[0], null));
        var ranked =
            ranking.Covered >= LeastCovered ? ranking.Sections.Select(found => new Insertion(found.Section, found.Best, null)) : [];
        var inClauses = library
            .Sections.Select(section => new Insertion(section, section.Clauses.FirstOrDefault(clause => HasAll(clause.Text, words)), null))
            .Where(found => found.Clause is not null);
        return inHeadings.Concat(ranked).Concat(inClauses).DistinctBy(found => found.Section!.Id);
    }

    private IEnumerable<SavedAnswer> Saved(string query, string[] words)
    {
        if (answers.All.Count == 0)
        {
            return [];
        }

        var found = answers.Find(ranker.Read(query));
        return new[] { found.Same }
            .OfType<SavedAnswer>()
            .Concat(answers.All.Where(answer => answer.Wordings.Exists(wording => HasAll(wording.Text, words))))
            .Concat(found.Near)
            .DistinctBy(answer => answer.Id);
    }

    /// <summary>Returns whether a text has all words, or words that begin so.</summary>
    private static bool HasAll(string text, string[] words)
    {
        var all = text.Split(Between, StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(words, word => Array.Exists(all, one => one.StartsWith(word, StringComparison.OrdinalIgnoreCase)));
    }
}
