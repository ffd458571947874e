using System.Diagnostics;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Benchmarks.Quality;

/// <summary>
/// Measures how well questions are understood: the engine and its parts on the measured questions, which are in no bank, and the
/// engine by cross-validation over the bank, where each fifth is answered from the other four.
/// </summary>
internal static class QualityBenchmark
{
    private const int Folds = 5;
    private const int Rounds = 10;
    private static readonly string Content = Path.Combine(AppContext.BaseDirectory, "Content");
    private static readonly EngineSettings Settings = new();
    private static readonly float Threshold = (float)new PolicyOptions().LeastConfidence;

    public static void Run()
    {
        var library = PolicyLibrary.Load(Path.Combine(Content, "Policies"));
        var bank = PhrasingBank.Load(Path.Combine(Content, "Phrasings"), library, Path.Combine(Content, "About-the-bot"));
        var lexicon = Lexicon.Load(Path.Combine(Content, "lexicon.txt"));
        var clock = Stopwatch.StartNew();
        var engine = new SectionRanker(library, bank, lexicon, Settings);
        Console.WriteLine($"Training: {clock.Elapsed.TotalMilliseconds:F0} ms.");
        using var search = new FullTextSearch(library.Sections);
        var sets = QuestionSets.All();
        List<MeasuredQuestion> measured = [.. sets.Values.SelectMany(set => set)];

        Console.WriteLine($"{measured.Count} questions");
        QualityTable.Begin();
        Baseline("plain BM25", library, new PlainBm25(library.Sections, word => word).Rank, measured);
        Baseline("BM25 with stemming", library, new PlainBm25(library.Sections, Terms.Stem).Rank, measured);
        Baseline("BM25 with stemming (SQLite FTS5, Porter)", library, search.Rank, measured);
        Report("policy words alone (BM25F, stems)", new SectionRanker(library, PhrasingBank.Empty, Lexicon.Empty, Settings), measured);
        Report("and the lexicon: a policy without phrasings", new SectionRanker(library, PhrasingBank.Empty, lexicon, Settings), measured);
        Report("the bot without the lexicon", new SectionRanker(library, bank, Lexicon.Empty, Settings), measured);
        Report(
            "the bot without the search by words",
            new SectionRanker(library, bank, lexicon, Settings with { WordsWeight = 0, MatchWeight = 0 }),
            measured
        );
        Report("the bot without spelling", new SectionRanker(library, bank, lexicon, Settings with { CorrectsSpelling = false }), measured);
        Report("all together: the bot", engine, measured);
        ReportSets(engine, sets);
        QualityTable.Row("cross-validation over the bank", CrossValidated(library, bank, lexicon));
        Console.WriteLine();
        var texts = measured.ConvertAll(question => question.Question);
        Console.WriteLine(
            $"A question: {Speed.Of(texts, Rounds, question => engine.Rank(question, 3))}; SQLite FTS5: "
                + $"{Speed.Of(texts, Rounds, question => search.Rank(question))}."
        );
        BadInputBenchmark.Run(library, engine, Disclosures.Load(Path.Combine(Content, "disclosures.txt"), Settings));
        WrongAnswers.List(engine, measured, Threshold);
    }

    /// <summary>Measures the bot alone on each set, and lists what is wrong: seconds, where all of the above takes minutes.</summary>
    public static void RunSets()
    {
        var library = PolicyLibrary.Load(Path.Combine(Content, "Policies"));
        var bank = PhrasingBank.Load(Path.Combine(Content, "Phrasings"), library, Path.Combine(Content, "About-the-bot"));
        var engine = new SectionRanker(library, bank, Lexicon.Load(Path.Combine(Content, "lexicon.txt")), Settings);
        var sets = QuestionSets.All();
        QualityTable.Begin();
        ReportSets(engine, sets);
        WrongAnswers.List(engine, sets.SelectMany(set => set.Value), Threshold);
    }

    private static void ReportSets(SectionRanker engine, IReadOnlyDictionary<string, List<MeasuredQuestion>> sets)
    {
        foreach (var (set, questions) in sets)
        {
            Report($"of these: {set} ({questions.Count})", engine, questions);
        }

        foreach (
            var kind in sets.SelectMany(set => set.Value)
                .GroupBy(question => question.Kind)
                .OrderBy(kind => kind.Key, StringComparer.Ordinal)
        )
        {
            Report($"of these: {kind.Key} ({kind.Count()})", engine, [.. kind]);
        }
    }

    private static void Baseline(
        string name,
        PolicyLibrary library,
        Func<string, IReadOnlyList<string>> rank,
        List<MeasuredQuestion> questions
    ) =>
        QualityTable.Row(
            name,
            questions.ConvertAll(question =>
            {
                var found = rank(question.Question);
                return new Outcome([.. found.Select(id => library.Section(id)!.Heading)], found.Count > 0, question.Sections);
            })
        );

    private static void Report(string name, SectionRanker engine, List<MeasuredQuestion> questions) =>
        QualityTable.Row(
            name,
            questions.ConvertAll(question => Outcome.Of(engine.Rank(question.Question, 3), question.Sections, Threshold))
        );

    private static List<Outcome> CrossValidated(PolicyLibrary library, PhrasingBank bank, Lexicon lexicon)
    {
        var outcomes = new List<Outcome>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var left = fold;
            var engine = new SectionRanker(
                library,
                new PhrasingBank { BySection = Without(bank.BySection, left), NotCovered = Without(bank.NotCovered, left) },
                lexicon,
                Settings
            );
            foreach (
                var (id, texts) in bank
                    .BySection.Select(section => (section.Key, section.Value.Select(phrasing => phrasing.Text).ToList()))
                    .Concat(bank.NotCovered.Select(kind => (kind.Key, kind.Value.ToList())))
            )
            {
                string[] accepted = library.Section(id) is { } section ? [section.Heading] : [];
                outcomes.AddRange(
                    texts.Where((_, number) => number % Folds == left).Select(text => Outcome.Of(engine.Rank(text, 3), accepted, Threshold))
                );
            }
        }

        return outcomes;
    }

    private static Dictionary<string, IReadOnlyList<T>> Without<T>(IReadOnlyDictionary<string, IReadOnlyList<T>> texts, int fold) =>
        texts.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<T>)[.. entry.Value.Where((_, number) => number % Folds != fold)]);
}
