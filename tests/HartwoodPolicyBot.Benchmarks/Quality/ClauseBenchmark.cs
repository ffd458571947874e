using System.Text.Json;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Benchmarks.Quality;

/// <summary>
/// Measures whether the clause that answers is the one that is set off, and whether the card has it with all that it can't be read
/// without: on questions of an author who has not seen the phrasings, and by cross-validation over the phrasings.
/// </summary>
internal static class ClauseBenchmark
{
    private const int Folds = 5;
    private static readonly string[] Sets = ["clauses.jsonl", "sixth.jsonl", "steering-2.jsonl"];
    private static readonly string Content = Path.Combine(AppContext.BaseDirectory, "Content");

    public static void Run()
    {
        var library = PolicyLibrary.Load(Path.Combine(Content, "Policies"));
        var bank = PhrasingBank.Load(Path.Combine(Content, "Phrasings"), library, Path.Combine(Content, "About-the-bot"));
        var lexicon = Lexicon.Load(Path.Combine(Content, "lexicon.txt"));
        var engine = new SectionRanker(library, bank, lexicon, new EngineSettings());
        var threshold = new AnswerThreshold(new PolicyOptions());
        foreach (var set in Sets)
        {
            Measure(set, engine, threshold);
        }

        foreach (var weight in new[] { 0, 0.1f, 0.2f, 0.3f })
        {
            CrossValidate(library, bank, lexicon, new EngineSettings(ClauseWordsWeight: weight));
        }
    }

    /// <summary>Prints how often the clause of a set's questions is set off, and which are wrong.</summary>
    private static void Measure(string set, SectionRanker engine, AnswerThreshold threshold)
    {
        var asked = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Questions", set))
            .Select(line => JsonSerializer.Deserialize<AskedClause>(line, JsonSerializerOptions.Web)!)
            .Where(question => question.Clause is not null)
            .Select(question => (Question: question, Cited: threshold.Cite(engine.Rank(question.Question, AnswerThreshold.MostCited))))
            .ToList();

        Console.WriteLine($"{set}: {asked.Count} questions");
        Console.WriteLine($"set off right: {Share(asked, answer => IsSetOff(answer.Question, answer.Cited))}");
        Console.WriteLine($"on the card: {Share(asked, answer => IsShown(answer.Question, answer.Cited))}");
        Console.WriteLine($"with all that belongs to it: {Share(asked, answer => IsWhole(answer.Question, answer.Cited))}");
        Console.WriteLine(
            $"sections on a card: {asked.Average(answer => answer.Cited.Count):F2}, "
                + $"clauses: {asked.Average(answer => Shown(answer.Cited).Count):F1}"
        );
        foreach (var (question, cited) in asked.Where(answer => !IsSetOff(answer.Question, answer.Cited)))
        {
            Console.WriteLine(
                $"- {question.Id} {question.Question} -> "
                    + $"{(cited.Count == 0 ? "refused" : $"{cited[0].Section.Heading}: {cited[0].Best.Text}")}"
                    + $"{(IsShown(question, cited) ? "" : " (not on the card)")}; accepted: {question.Section}: {question.Clause}"
            );
        }
    }

    /// <summary>Prints what the engine makes of questions.</summary>
    public static void Ask(string[] questions)
    {
        var engine = ShippedEngine.Load();
        foreach (var question in questions)
        {
            var ranking = engine.Rank(question, AnswerThreshold.MostCited);
            Console.WriteLine($"{question}: {ranking.Covered:F2} {ranking.Kind ?? "no kind"}, {ranking.Intent ?? "not about the bot"}");
            foreach (var found in ranking.Sections)
            {
                Console.WriteLine($"  {found.Score:F2} {found.Section.Heading}: {found.Best.Text}");
            }
        }
    }

    /// <summary>
    /// Answers each fifth of the phrasings from the other four, and prints how often the right clause of its section is set off.
    /// </summary>
    private static void CrossValidate(PolicyLibrary library, PhrasingBank bank, Lexicon lexicon, EngineSettings settings)
    {
        var outcomes = new List<bool>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var left = fold;
            var kept = bank.BySection.ToDictionary(
                section => section.Key,
                section => (IReadOnlyList<Phrasing>)[.. section.Value.Where((_, number) => number % Folds != left)]
            );
            var engine = new SectionRanker(
                library,
                new PhrasingBank { BySection = kept, NotCovered = PhrasingBank.Empty.NotCovered },
                lexicon,
                settings
            );
            foreach (var (id, phrasings) in bank.BySection.Where(section => library.Section(section.Key)!.Clauses.Count > 1))
            {
                outcomes.AddRange(
                    phrasings
                        .Where((phrasing, number) => number % Folds == left && phrasing.Clause is not null)
                        .Select(phrasing =>
                            (phrasing, Found: engine.Rank(phrasing.Text, 3).Sections.FirstOrDefault(found => found.Section.Id == id))
                        )
                        .Where(found => found.Found is not null)
                        .Select(found => found.Found!.Best.Number == found.phrasing.Clause)
                );
            }
        }

        Console.WriteLine(
            $"cross-validation over the phrasings, words {settings.ClauseWordsWeight}: "
                + $"{Share(outcomes, isRight => isRight)} where the section is found"
        );
    }

    private static bool IsSetOff(AskedClause question, IReadOnlyList<RankedSection> cited) =>
        cited.Count > 0 && question.Accepted.Contains(cited[0].Best.Text);

    private static bool IsShown(AskedClause question, IReadOnlyList<RankedSection> cited) =>
        Shown(cited).Any(text => question.Accepted.Contains(text));

    private static bool IsWhole(AskedClause question, IReadOnlyList<RankedSection> cited) =>
        IsShown(question, cited) && question.With.All(Shown(cited).Contains);

    private static List<string> Shown(IReadOnlyList<RankedSection> cited) =>
        [.. cited.SelectMany(section => section.Clauses).Select(clause => clause.Text)];

    private static string Share<T>(IReadOnlyCollection<T> all, Func<T, bool> isTrue) =>
        $"{100.0 * all.Count(isTrue) / all.Count:F1} % of {all.Count}";

    /// <summary>A question, and the clauses that an answer should have.</summary>
    /// <param name="Id">Its name in the set.</param>
    /// <param name="Question">The question.</param>
    /// <param name="Section">The heading of the section that answers it.</param>
    /// <param name="Clause">The clause that answers it.</param>
    /// <param name="Also">Other clauses that answer it as well.</param>
    /// <param name="With">Clauses without which the first can't be read.</param>
    private sealed record AskedClause(string Id, string Question, string Section, string Clause, string[] Also, string[] With)
    {
        public IReadOnlyList<string> Accepted => [Clause, .. Also];
    }
}
