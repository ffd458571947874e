using System.Text.Json;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Benchmarks.Quality;

/// <summary>
/// Measures what a chat needs beyond single questions: telling disclosures from questions, and reading follow-ups with the question
/// before.
/// </summary>
internal static class ChatBenchmark
{
    private static readonly string Content = Path.Combine(AppContext.BaseDirectory, "Content");

    public static void Run()
    {
        var engine = ShippedEngine.Load();
        MeasureDisclosures(Disclosures.Load(Path.Combine(Content, "disclosures.txt"), new EngineSettings()));
        MeasureFollowUps(engine);
    }

    private static void MeasureDisclosures(Disclosures disclosures)
    {
        var messages = Lines("disclosed.jsonl", "disclosed-2.jsonl")
            .Select(line => (Text: line.GetProperty("text").GetString()!, Tells: line.GetProperty("disclosure").GetBoolean()))
            .ToList();
        Console.WriteLine(
            $"Disclosures seen: {Share(messages.Where(message => message.Tells), message => disclosures.Tells(message.Text))}; "
                + "questions not taken for one: "
                + $"{Share(messages.Where(message => !message.Tells), message => !disclosures.Tells(message.Text))}"
        );
        foreach (var (text, tells) in messages.Where(message => disclosures.Tells(message.Text) != message.Tells))
        {
            Console.WriteLine($"- {(tells ? "missed" : "false")}: {text}");
        }
    }

    private static void MeasureFollowUps(SectionRanker engine)
    {
        var threshold = (float)new PolicyOptions().LeastConfidence;
        var chats = Lines("followups.jsonl", "followups-2.jsonl")
            .Select(line =>
                (
                    Before: line.GetProperty("before").GetString()!,
                    Then: line.GetProperty("then").GetString()!,
                    IsFollowUp: line.GetProperty("followUp").GetBoolean(),
                    Accepted: line.GetProperty("sections").EnumerateArray().Select(heading => heading.GetString()!).ToArray()
                )
            )
            .ToList();
        Console.WriteLine(
            $"Follow-ups seen: {Share(chats.Where(chat => chat.IsFollowUp), chat => Needs(chat.Then))}; "
                + $"others not taken for one: {Share(chats.Where(chat => !chat.IsFollowUp), chat => !Needs(chat.Then))}"
        );
        QualityTable.Begin();
        QualityTable.Row(
            "follow-ups, read alone",
            [.. chats.Where(chat => chat.IsFollowUp).Select(chat => Outcome.Of(engine.Rank(chat.Then, 3), chat.Accepted, threshold))]
        );
        QualityTable.Row("follow-ups, read as the bot does", [.. chats.Where(chat => chat.IsFollowUp).Select(Read)]);
        QualityTable.Row(
            "other questions after a question, read alone",
            [.. chats.Where(chat => !chat.IsFollowUp).Select(chat => Outcome.Of(engine.Rank(chat.Then, 3), chat.Accepted, threshold))]
        );
        QualityTable.Row("other questions after a question, read as the bot does", [.. chats.Where(chat => !chat.IsFollowUp).Select(Read)]);
        foreach (var chat in chats.Where(chat => Read(chat).IsWrong))
        {
            Console.WriteLine(
                $"- [{(chat.IsFollowUp ? "follow-up" : "other")}{(Needs(chat.Then) ? ", read with" : "")}] "
                    + $"{chat.Before} | {chat.Then} -> {(Read(chat).Answered ? Read(chat).Found[0] : "refused")}; accepted "
                    + $"{string.Join(", ", chat.Accepted)}"
            );
        }

        bool Needs(string then) => FollowUp.Needs(then, engine.Rank(then, 3));
        Outcome Read((string Before, string Then, bool IsFollowUp, string[] Accepted) chat) =>
            Outcome.Of(engine.Rank(Needs(chat.Then) ? $"{chat.Before} {chat.Then}" : chat.Then, 3), chat.Accepted, threshold);
    }

    private static List<JsonElement> Lines(params string[] names) =>
        [
            .. names
                .SelectMany(name => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Questions", name)))
                .Select(line => JsonSerializer.Deserialize<JsonElement>(line)),
        ];

    private static string Share<T>(IEnumerable<T> items, Func<T, bool> isTrue)
    {
        var all = items.ToList();
        return $"{100.0 * all.Count(isTrue) / all.Count:F1} % of {all.Count}";
    }
}
