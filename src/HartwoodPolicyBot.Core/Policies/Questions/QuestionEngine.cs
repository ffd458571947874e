namespace HartwoodPolicyBot.Core.Policies.Questions;

/// <summary>
/// Ranks the sections of all policies for a question, and says how sure it is that one of them answers it. Sections that
/// have phrasings are ranked by what these teach and by their words; sections without, by their words alone.
/// </summary>
public sealed class QuestionEngine
{
    /// <summary>How much the words count beside the classifier; found by cross-validation over the bank.</summary>
    private const float WordsWeight = 0.2f;

    private readonly SectionIndex taught;
    private readonly SectionIndex untaught;
    private readonly SectionClassifier? classifier;
    private readonly IReadOnlyList<string> kinds;

    public QuestionEngine(PolicyLibrary library, PhrasingBank bank, Lexicon lexicon, TrainingSettings settings)
    {
        taught = new SectionIndex(library.Sections.Where(section => bank.BySection.ContainsKey(section.Id)), lexicon, bank.BySection);
        untaught = new SectionIndex(library.Sections.Where(section => !bank.BySection.ContainsKey(section.Id)), lexicon, PhrasingBank.Empty.BySection);
        kinds = [.. bank.NotCovered.Keys];
        if (taught.Sections.Count > 0)
        {
            var examples = taught.Sections.SelectMany((section, number) => bank.BySection[section.Id].Select(text => (text, number)))
                .Concat(kinds.SelectMany((kind, number) => bank.NotCovered[kind].Select(text => (text, taught.Sections.Count + number))))
                .ToList();
            classifier = new SectionClassifier(examples, taught.Sections.Count, taught.Sections.Count + kinds.Count, lexicon, settings);
        }
    }

    /// <summary>The <paramref name="most"/> best sections, and whether they answer the question.</summary>
    public Ranking Rank(string question, int most)
    {
        var terms = taught.Read(question);
        var (covered, ranked, kind) = Taught(question, terms);
        var words = Untaught(terms);
        var all = ranked.Concat(words)
            .OrderByDescending(candidate => candidate.Score)
            .Take(most);
        return new Ranking(
            [.. all.Select(candidate => new RankedSection(candidate.Section, candidate.Score, candidate.Index.Matching(candidate.Section, terms)))],
            Math.Max(covered, words.Select(candidate => candidate.Score).DefaultIfEmpty().Max()),
            kind);
    }

    private (float Covered, IEnumerable<Candidate> Ranked, string? Kind) Taught(string question, HashSet<string> terms)
    {
        if (classifier is null)
        {
            return (0, [], null);
        }

        var (covered, classes) = classifier.Classify(question);
        var ofSections = classes.AsSpan(0, taught.Sections.Count).ToArray();
        var shares = Math.Max(ofSections.Sum(), float.Epsilon);
        var words = taught.Score(terms);
        var most = Math.Max(words.Max(), float.Epsilon);
        var ranked = taught.Sections.Select((section, number) => new Candidate(
            section, taught, covered * (((1 - WordsWeight) * ofSections[number] / shares) + (WordsWeight * words[number] / most))));
        var kind = Array.IndexOf(classes, classes.Max()) - taught.Sections.Count;
        return (covered, ranked, kind >= 0 ? kinds[kind] : null);
    }

    private List<Candidate> Untaught(HashSet<string> terms)
    {
        if (untaught.Sections.Count == 0)
        {
            return [];
        }

        var full = Math.Max(untaught.FullScore(terms), float.Epsilon);
        return [.. untaught.Score(terms)
            .Select((score, number) => new Candidate(untaught.Sections[number], untaught, Math.Min(1, score / full)))
            .Where(candidate => candidate.Score > 0)];
    }

    private sealed record Candidate(PolicySection Section, SectionIndex Index, float Score);
}

/// <summary>What the engine found.</summary>
/// <param name="Sections">Best first.</param>
/// <param name="Covered">How likely it is that a policy answers the question, from 0 to 1.</param>
/// <param name="Kind">The kind of question that no policy covers, where that is the likeliest; "small talk".</param>
public sealed record Ranking(IReadOnlyList<RankedSection> Sections, float Covered, string? Kind);

/// <summary>A section that may answer a question.</summary>
/// <param name="Section">The section.</param>
/// <param name="Score">Comparable within one question.</param>
/// <param name="Clauses">The clauses to quote, best first; at least one.</param>
public sealed record RankedSection(PolicySection Section, float Score, IReadOnlyList<Clause> Clauses);
