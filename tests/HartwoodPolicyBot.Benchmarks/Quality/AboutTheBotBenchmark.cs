using System.Text.Json;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Benchmarks.Quality;

/// <summary>
/// Measures whether what people ask about the bot itself is told apart, on wordings of an author who has seen none of the
/// phrasings, and how many questions about a policy are taken for one of them.
/// </summary>
internal static class AboutTheBotBenchmark
{
    /// <summary>Up to this many words there is often only one way to say a thing, so its wording may be in the phrasings.</summary>
    private const int FewWords = 3;

    public static void Run()
    {
        var engine = ShippedEngine.Load();
        Right("house.jsonl", engine);
        Right("requests.jsonl", engine);
        Report("house-not.jsonl", engine, [.. Lines("house-not.jsonl").Select(line => Text(line, "text"))]);
        foreach (var set in new[] { "dev.jsonl", "second.jsonl", "third.jsonl", "fourth.jsonl", "clauses.jsonl" })
        {
            Report(
                $"{set}, of what the policy covers",
                engine,
                [
                    .. Lines(set)
                        .Where(line => !line.TryGetProperty("sections", out var sections) || sections.GetArrayLength() > 0)
                        .Select(line => Text(line, "question")),
                ]
            );
        }
    }

    private static void Right(string set, SectionRanker engine)
    {
        var wordings = Lines(set)
            .Select(line => (Text: Text(line, "text"), Intent: Text(line, "intent")))
            .Select(line => (line.Text, line.Intent, Found: engine.Rank(line.Text, 1).Intent))
            .ToList();
        Console.WriteLine($"{set}, about the bot, right: {Share(wordings, line => line.Found == line.Intent)}");
        Console.WriteLine(
            "of these, more than three words: "
                + Share([.. wordings.Where(line => Terms.Words(line.Text).Count > FewWords)], line => line.Found == line.Intent)
        );
        Console.WriteLine($"seen as about the bot: {Share(wordings, line => line.Found is not null)}");
        foreach (var (text, intent, found) in wordings.Where(line => line.Found != line.Intent))
        {
            Console.WriteLine($"- {text} -> {found ?? "a question"}; right: {intent}");
        }
    }

    private static void Report(string set, SectionRanker engine, List<string> questions)
    {
        var taken = questions.Select(text => (text, engine.Rank(text, 1).Intent)).Where(line => line.Intent is not null).ToList();
        Console.WriteLine($"{set}: {taken.Count} of {questions.Count} taken for one");
        foreach (var (text, intent) in taken)
        {
            Console.WriteLine($"- {text} -> {intent}");
        }
    }

    private static string Text(JsonElement line, string property) => line.GetProperty(property).GetString()!;

    private static IEnumerable<JsonElement> Lines(string set) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Questions", set))
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line));

    private static string Share<T>(List<T> all, Func<T, bool> isTrue) => $"{100.0 * all.Count(isTrue) / all.Count:F1} % of {all.Count}";
}
