using System.Diagnostics;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Core.TaughtPhrasings;

namespace HartwoodPolicyBot.Benchmarks.Quality;

/// <summary>
/// Measures what 200 taught phrasings do to the questions that were not taught: by cross-validation over the bank, and on the other
/// measured questions. For comparison, the same phrasings are also learned as if they were in the bank.
/// </summary>
internal static class TaughtBenchmark
{
    private const int Folds = 5;
    private const int Taught = 200;
    private const int Rounds = 5;
    private static readonly string[] Sets = ["dev.jsonl", "second.jsonl", "third.jsonl", "fourth.jsonl", "fifth.jsonl", "steering.jsonl"];
    private static readonly string Content = Path.Combine(AppContext.BaseDirectory, "Content");
    private static readonly EngineSettings Settings = new();
    private static readonly AnswerThreshold Threshold = new(new PolicyOptions());
    private static readonly PolicyLibrary Library = PolicyLibrary.Load(Path.Combine(Content, "Policies"));
    private static readonly Lexicon Lexicon = Lexicon.Load(Path.Combine(Content, "lexicon.txt"));

    public static void Run()
    {
        var bank = PhrasingBank.Load(Path.Combine(Content, "Phrasings"), Library, Path.Combine(Content, "About-the-bot"));
        var everyday = Lexicon.Load(Path.Combine(Content, "everyday.txt"));
        var vectors = new QuestionVectors(everyday, new(() => new WordRarity(bank.AboutThePractice, everyday)));
        var engine = new SectionRanker(Library, bank, Lexicon, Settings);
        List<MeasuredQuestion> measured = [.. Sets.SelectMany(MeasuredQuestion.Load)];

        // As a practice manager would: first what was answered wrongly or not at all.
        var covered = measured
            .Where(question => question.Sections.Length > 0)
            .OrderByDescending(question => Asked(engine, null, question.Question, question.Sections).IsWrong)
            .Take(Taught)
            .ToList();
        var wrong = covered.Count(question => Asked(engine, null, question.Question, question.Sections).IsWrong);
        var uncovered = measured.Where(question => question.Sections.Length == 0).Take(Taught).ToList();
        var right = covered.ConvertAll(question => Phrasing(question.Question, Heading(question.Sections[0])));
        var near = uncovered.ConvertAll(question => Phrasing(question.Question, engine.Rank(question.Question, 1).Sections[0].Section));
        List<MeasuredQuestion> others = [.. measured.Except(covered)];

        Console.WriteLine($"{Taught} taught, of which {wrong} had been answered wrongly or not at all; {others.Count} others");
        QualityTable.Begin();
        CrossValidate("cross-validation over the bank, nothing taught", bank, vectors, []);
        CrossValidate($"and {Taught} taught", bank, vectors, right);
        CrossValidate($"and {near.Count} taught that the policy does not cover, to the nearest section", bank, vectors, near);
        CrossValidate($"the first {Taught} learned as if they were in the bank", bank, vectors, [], right);
        Row("the questions not taught, nothing taught", engine, null, others);
        Row($"and {Taught} taught", engine, Index(right, engine, vectors), others);
        Row("the first learned as if they were in the bank", new(Library, With(bank, right), Lexicon, Settings), null, others);
        Row("what was taught itself", engine, Index(right, engine, vectors), covered);
        MeasureSpeed(engine, vectors, right, measured);
    }

    private static void CrossValidate(
        string name,
        PhrasingBank bank,
        QuestionVectors vectors,
        List<TaughtPhrasing> taught,
        List<TaughtPhrasing>? learned = null
    )
    {
        var outcomes = new List<Outcome>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var left = fold;
            var others = new PhrasingBank { BySection = Without(bank.BySection, left), NotCovered = Without(bank.NotCovered, left) };
            var engine = new SectionRanker(Library, With(others, learned ?? []), Lexicon, Settings);
            var index = Index(taught, engine, vectors);
            foreach (
                var (id, texts) in bank
                    .BySection.Select(section => (section.Key, section.Value.Select(phrasing => phrasing.Text).ToList()))
                    .Concat(bank.NotCovered.Select(kind => (kind.Key, kind.Value.ToList())))
            )
            {
                string[] accepted = Library.Section(id) is { } section ? [section.Heading] : [];
                outcomes.AddRange(texts.Where((_, number) => number % Folds == left).Select(text => Asked(engine, index, text, accepted)));
            }
        }

        QualityTable.Row(name, outcomes);
    }

    private static void Row(string name, SectionRanker engine, TaughtPhrasingIndex? index, List<MeasuredQuestion> questions) =>
        QualityTable.Row(name, questions.ConvertAll(question => Asked(engine, index, question.Question, question.Sections)));

    private static void MeasureSpeed(
        SectionRanker engine,
        QuestionVectors vectors,
        List<TaughtPhrasing> taught,
        List<MeasuredQuestion> measured
    )
    {
        var clock = Stopwatch.StartNew();
        var index = Index(taught, engine, vectors);
        var all = clock.Elapsed.TotalMilliseconds;
        clock.Restart();
        index = new(
            [.. taught, Phrasing("a question that nobody has asked yet", Library.Sections.First())],
            Library,
            engine,
            vectors,
            index
        );
        var texts = measured.ConvertAll(question => question.Question);
        Console.WriteLine();
        Console.WriteLine(
            $"In force {clock.Elapsed.TotalMilliseconds:F1} ms after it is taught beside {taught.Count} others, "
                + $"{all:F0} ms at a start. A question is compared with them in {Speed.Of(
                    texts,
                    Rounds,
                    text => index.Find(text, engine.Read(text))
                )}."
        );
    }

    private static Outcome Asked(SectionRanker engine, TaughtPhrasingIndex? index, string text, string[] accepted)
    {
        var ranking = engine.Rank(text, AnswerThreshold.MostCited);
        return index?.Find(text, ranking.Text) is { } taught
            ? new([taught.Section.Heading], true, accepted)
            : new([.. ranking.Sections.Select(section => section.Section.Heading)], Threshold.Cite(ranking).Count > 0, accepted);
    }

    private static TaughtPhrasingIndex Index(IEnumerable<TaughtPhrasing> taught, SectionRanker engine, QuestionVectors vectors) =>
        new(taught, Library, engine, vectors);

    private static PolicySection Heading(string heading) => Library.Sections.First(section => section.Heading == heading);

    private static TaughtPhrasing Phrasing(string question, PolicySection section) =>
        new()
        {
            Id = Guid.NewGuid(),
            Text = question,
            WordsHash = TaughtPhrasing.HashOf(question)!,
            PolicySlug = section.DocumentSlug,
            Heading = section.Heading,
            Clause = section.Clauses[0].Text,
            By = "Margaret Ellis",
            ById = "m",
        };

    /// <summary>Returns the bank with what was taught among its phrasings, without those that it has already.</summary>
    private static PhrasingBank With(PhrasingBank bank, List<TaughtPhrasing> taught)
    {
        var bySection = taught.ToLookup(one => one.SectionIn(Library)!.Id, StringComparer.Ordinal);
        return new()
        {
            BySection = bank.BySection.ToDictionary(
                section => section.Key,
                section =>
                    (IReadOnlyList<Phrasing>)[.. section.Value, .. bySection[section.Key].Select(one => new Phrasing(one.Text, null))]
            ),
            NotCovered = bank.NotCovered,
            AboutTheBot = bank.AboutTheBot,
        };
    }

    private static Dictionary<string, IReadOnlyList<T>> Without<T>(IReadOnlyDictionary<string, IReadOnlyList<T>> texts, int fold) =>
        texts.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<T>)[.. entry.Value.Where((_, number) => number % Folds != fold)]);
}
