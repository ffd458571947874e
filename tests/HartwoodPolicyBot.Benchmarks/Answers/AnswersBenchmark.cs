using System.Diagnostics;
using System.Text.Json;
using HartwoodPolicyBot.Benchmarks.Quality;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Benchmarks.Answers;

/// <summary>Measures how well saved answers are found again by people who ask in other words, and how fast among many.</summary>
internal static class AnswersBenchmark
{
    private const int Answers = 2_000;
    private static readonly string Content = Path.Combine(AppContext.BaseDirectory, "Content");

    public static async Task RunAsync()
    {
        var library = PolicyLibrary.Load(Path.Combine(Content, "Policies"));
        var bank = PhrasingBank.Load(Path.Combine(Content, "Phrasings"), library, Path.Combine(Content, "About-the-bot"));
        var engine = new SectionRanker(library, bank, Lexicon.Load(Path.Combine(Content, "lexicon.txt")), new EngineSettings());
        var everyday = Lexicon.Load(Path.Combine(Content, "everyday.txt"));
        var vectors = new QuestionVectors(everyday, new(() => new WordRarity(bank.All, everyday)));
        Measure(engine, vectors);
        MeasureGroups(engine, vectors);
        MeasureManyGaps(engine, vectors, bank);
        var many = Many(bank);
        MeasureSpeed(engine, vectors, many);
        await LiveAnswers.MeasureAsync(engine, vectors, many);
    }

    /// <summary>
    /// Asks the same 60 questions in six wordings each, and measures how many groups they make and how pure the groups are.
    /// </summary>
    private static void MeasureGroups(SectionRanker engine, QuestionVectors vectors)
    {
        var groups = new QuestionGrouping(vectors);
        var ofQuestion = new Dictionary<Guid, string>();
        foreach (
            var (id, text) in Curated
                .Load()
                .SelectMany(set => set.Same.Prepend(set.Question).Select(text => (set.Id, text)))
                .OrderBy(asked => asked.text, StringComparer.Ordinal)
        )
        {
            var question = new UnansweredQuestion(Guid.NewGuid(), default, text, true);
            ofQuestion[question.Id] = id;
            groups.Add(engine.Read(text), [question]);
        }

        var made = groups.LargestFirst();
        var together = made.Where(group => group.Questions.Count > 1).ToList();
        var right = together.Sum(group => group.Questions.CountBy(id => ofQuestion[id]).Max(count => count.Value));
        Console.WriteLine(
            $"{ofQuestion.Count} wordings of 60 questions: {made.Count} groups, "
                + $"{together.Sum(group => group.Questions.Count)} wordings not alone, of these "
                + $"{100.0 * right / together.Sum(group => group.Questions.Count):F1} % in the right company; the largest "
                + $"group holds {made[0].Questions.Count}"
        );
    }

    private static void Measure(SectionRanker engine, QuestionVectors vectors)
    {
        var sets = Curated.Load();
        var index = Index(sets.Select(set => set.Made()), engine, vectors);
        var far = MeasuredQuestion
            .Load("second.jsonl")
            .Concat(MeasuredQuestion.Load("third.jsonl"))
            .Select(question => Found(question.Question))
            .ToList();
        Console.WriteLine("| asked | given | given, of another question | offered | offered, of another question only |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (
            var (name, part) in new[]
            {
                ("one half", sets.Where((_, place) => place % 2 == 1).ToList()),
                ("the other half", [.. sets.Where((_, place) => place % 2 == 0)]),
                ("all", sets),
            }
        )
        {
            Row($"the same in other words, {name}", [.. part.SelectMany(set => set.Same.Select(text => (set.Id, Found(text))))]);
            Row(
                $"another question in much the same words, {name}",
                [.. part.SelectMany(set => set.Other.Select(text => ("", Found(text))))]
            );
        }

        Row("what none of them answers (second.jsonl, third.jsonl)", far.ConvertAll(found => ("", found)));

        IReadOnlyList<Similar<SavedAnswer>> Found(string text) => index.Nearest(engine.Read(text), SavedAnswers.MostNear);
    }

    private static void Row(string name, List<(string Id, IReadOnlyList<Similar<SavedAnswer>> Found)> asked) =>
        Console.WriteLine(
            $"| {name} ({asked.Count}) "
                + $"| {Share(asked, one => Given(one.Found)?.By == one.Id)} | "
                + $"{Share(asked, one => Given(one.Found) is { } given && given.By != one.Id)} "
                + $"| {Share(asked, one => Offered(one.Found).Any(answer => answer.By == one.Id))} | "
                + $"{Share(asked, one => Offered(one.Found) is { Count: > 0 } offered && offered.All(answer => answer.By != one.Id))} "
                + "|"
        );

    private static SavedAnswer? Given(IReadOnlyList<Similar<SavedAnswer>> found) =>
        found.Count > 0 && found[0].Likeness >= SavedAnswers.Same ? found[0].Item : null;

    private static List<SavedAnswer> Offered(IReadOnlyList<Similar<SavedAnswer>> found) =>
        [.. found.Where(answer => answer.Likeness >= SavedAnswers.Near).Select(answer => answer.Item)];

    /// <summary>Groups as many unanswered questions as the command reads at most, each one different.</summary>
    private static void MeasureManyGaps(SectionRanker engine, QuestionVectors vectors, PhrasingBank bank)
    {
        var texts = bank.All.Take(UnansweredQuestions.MostRead).ToList();
        var groups = new QuestionGrouping(vectors);
        var clock = Stopwatch.GetTimestamp();
        foreach (var text in texts)
        {
            groups.Add(engine.Rank(text, 1).Text, [new UnansweredQuestion(Guid.NewGuid(), default, text, true)]);
        }

        Console.WriteLine(
            $"{texts.Count} different questions are put into {groups.LargestFirst().Count} groups within "
                + $"{Stopwatch.GetElapsedTime(clock).TotalMilliseconds:F0} ms"
        );
    }

    private static QuestionIndex<SavedAnswer> Index(IEnumerable<SavedAnswer> answers, SectionRanker engine, QuestionVectors vectors) =>
        new(answers.SelectMany(answer => answer.Wordings.Select(wording => (answer, wording.Text))), engine, vectors);

    private static List<SavedAnswer> Many(PhrasingBank bank)
    {
        var texts = bank.NotCovered.Values.SelectMany(kind => kind).ToList();
        return
        [
            .. Enumerable
                .Range(0, Answers)
                .Select(number =>
                    Curated.Made($"{number}", [texts[number], texts[(number + 1_000) % texts.Count], texts[(number + 2_000) % texts.Count]])
                ),
        ];
    }

    private static void MeasureSpeed(SectionRanker engine, QuestionVectors vectors, List<SavedAnswer> many)
    {
        var clock = Stopwatch.GetTimestamp();
        var index = Index(many, engine, vectors);
        Console.WriteLine(
            $"{Answers} answers with 3 wordings each are taken in within {Stopwatch.GetElapsedTime(clock).TotalMilliseconds:F0} ms"
        );
        var questions = MeasuredQuestion.Load("second.jsonl").ConvertAll(question => question.Question);
        Console.WriteLine(
            $"A question, policy and {Answers} answers: "
                + $"{Speed.Of(questions, 40, question => index.Nearest(engine.Rank(question, 3).Text, SavedAnswers.MostNear))}"
        );
    }

    private static string Share<T>(List<T> all, Func<T, bool> isTrue) => $"{100.0 * all.Count(isTrue) / all.Count:F1} %";
}

/// <summary>Is a saved answer to measure with: other wordings of its question, and questions that only look like it.</summary>
internal sealed record Curated(string Id, string Question, string Answer, string[] Same, string[] Other)
{
    private static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    public static List<Curated> Load() =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Answers", "curated.jsonl"))
                .Select(line => JsonSerializer.Deserialize<Curated>(line, Json)!),
        ];

    public SavedAnswer Made() => Made(Id, [Question]);

    /// <summary>Makes a saved answer that can be recognised by its name.</summary>
    public static SavedAnswer Made(string name, string[] wordings)
    {
        var answer = new SavedAnswer
        {
            Id = Guid.NewGuid(),
            Text = "An answer.",
            By = name,
            ById = "",
        };
        answer.Wordings.AddRange(
            wordings.Select(
                (text, place) =>
                    new AnswerWording
                    {
                        AnswerId = answer.Id,
                        Number = place + 1,
                        Text = text,
                    }
            )
        );
        return answer;
    }
}
