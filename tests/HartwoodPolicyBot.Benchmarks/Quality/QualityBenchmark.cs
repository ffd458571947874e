using System.Diagnostics;
using System.Text.Json;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Policies.Questions;

namespace HartwoodPolicyBot.Benchmarks.Quality;

/// <summary>
/// How well questions are understood: the engine and its parts on the questions to measure with, which are in no bank, and
/// the engine by cross-validation over the bank, where each fifth is answered by what the other four teach.
/// </summary>
internal static class QualityBenchmark
{
    private const int Folds = 5;
    private static readonly string Content = Path.Combine(AppContext.BaseDirectory, "Content");
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void Run()
    {
        var library = PolicyLibrary.Load(Path.Combine(Content, "Policies"));
        var bank = PhrasingBank.Load(Path.Combine(Content, "Phrasings"), library);
        var lexicon = Lexicon.Load(Path.Combine(Content, "lexicon.txt"));
        var threshold = (float)new PolicyOptions().LeastConfidence;
        var measured = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Questions", "dev.jsonl"))
            .Select(line => JsonSerializer.Deserialize<MeasuredQuestion>(line, Json)!).ToList();

        var clock = Stopwatch.StartNew();
        var engine = new QuestionEngine(library, bank, lexicon, new TrainingSettings());
        var training = clock.Elapsed;

        Console.WriteLine("| | accepted section first | within three | answered, of what is covered | refused, of what is not |");
        Console.WriteLine("|---|---|---|---|---|");
        Report("policy words alone (BM25F, stems)", new QuestionEngine(library, PhrasingBank.Empty, Lexicon.Empty, new TrainingSettings()), measured, threshold);
        Report("and the lexicon", new QuestionEngine(library, PhrasingBank.Empty, lexicon, new TrainingSettings()), measured, threshold);
        Report("phrasings, without the lexicon", new QuestionEngine(library, bank, Lexicon.Empty, new TrainingSettings()), measured, threshold);
        Report("all together: the bot", engine, measured, threshold);
        foreach (var kind in measured.GroupBy(question => question.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            Report($"of these: {kind.Key} ({kind.Count()})", engine, [.. kind], threshold);
        }

        var (answers, truths) = CrossValidated(library, bank, lexicon);
        Write("cross-validation over the bank", [.. answers.Zip(truths)], threshold);
        Console.WriteLine();
        Console.WriteLine($"Training {training.TotalMilliseconds:F0} ms. {Speed(engine, measured)}");
        Console.WriteLine();
        Console.WriteLine("Wrong:");
        foreach (var question in measured.Where(question => IsWrong(engine.Rank(question.Question, 3), question, threshold)))
        {
            var ranking = engine.Rank(question.Question, 3);
            Console.WriteLine($"- {question.Question} -> {ranking.Covered:F2} {ranking.Sections[0].Section.Heading}; accepted: {(question.Sections.Length == 0 ? "no answer" : string.Join(", ", question.Sections))}");
        }
    }

    private static void Report(string name, QuestionEngine engine, IReadOnlyList<MeasuredQuestion> questions, float threshold) =>
        Write(name, [.. questions.Select(question => (engine.Rank(question.Question, 3), question.Sections))], threshold);

    private static void Write(string name, List<(Ranking Ranking, string[] Accepted)> results, float threshold)
    {
        var covered = results.Where(result => result.Accepted.Length > 0).ToList();
        var uncovered = results.Where(result => result.Accepted.Length == 0).ToList();
        Console.WriteLine(
            $"| {name} | {Share(covered, result => IsAccepted(result, 1))} | {Share(covered, result => IsAccepted(result, 3))} "
            + $"| {Share(covered, result => result.Ranking.Covered >= threshold)} | {Share(uncovered, result => result.Ranking.Covered < threshold)} |");
    }

    private static string Share(List<(Ranking Ranking, string[] Accepted)> results, Func<(Ranking Ranking, string[] Accepted), bool> isTrue) =>
        results.Count == 0 ? "" : $"{100.0 * results.Count(isTrue) / results.Count:F1} %";

    private static bool IsAccepted((Ranking Ranking, string[] Accepted) result, int within) =>
        result.Ranking.Sections.Take(within).Any(section => result.Accepted.Contains(section.Section.Heading));

    private static bool IsWrong(Ranking ranking, MeasuredQuestion question, float threshold) => question.Sections.Length == 0
        ? ranking.Covered >= threshold
        : ranking.Covered < threshold || !IsAccepted((ranking, question.Sections), 1);

    private static (List<Ranking> Answers, List<string[]> Truths) CrossValidated(PolicyLibrary library, PhrasingBank bank, Lexicon lexicon)
    {
        var answers = new List<Ranking>();
        var truths = new List<string[]>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var left = fold;
            var engine = new QuestionEngine(library, new PhrasingBank { BySection = Without(bank.BySection, left), NotCovered = Without(bank.NotCovered, left) }, lexicon, new TrainingSettings());
            foreach (var (id, texts) in bank.BySection.Concat(bank.NotCovered))
            {
                string[] truth = library.Section(id) is { } section ? [section.Heading] : [];
                foreach (var text in texts.Where((_, number) => number % Folds == left))
                {
                    answers.Add(engine.Rank(text, 3));
                    truths.Add(truth);
                }
            }
        }

        return (answers, truths);
    }

    private static Dictionary<string, IReadOnlyList<string>> Without(IReadOnlyDictionary<string, IReadOnlyList<string>> texts, int fold) =>
        texts.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<string>)[.. entry.Value.Where((_, number) => number % Folds != fold)]);

    private static string Speed(QuestionEngine engine, List<MeasuredQuestion> questions)
    {
        const int Rounds = 40;
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var question in questions)
            {
                var clock = Stopwatch.StartNew();
                engine.Rank(question.Question, 3);
                times.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        // The first half warms up.
        var warm = times.Skip(times.Count / 2).Order().ToList();
        return $"A question: p50 {warm[warm.Count / 2]:F3} ms, p99 {warm[warm.Count * 99 / 100]:F3} ms.";
    }

    private sealed record MeasuredQuestion(string Question, string[] Sections, string Kind);
}
