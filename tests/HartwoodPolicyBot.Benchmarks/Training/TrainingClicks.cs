using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HartwoodPolicyBot.Benchmarks.Training;

/// <summary>Plays one person who does the whole training by tapping, as Teams sends it, and knows the right answers.</summary>
internal sealed class TrainingClicks(
    HttpClient http,
    Uri bot,
    string serviceUrl,
    int person,
    IReadOnlyDictionary<string, string> rightAnswers
)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");
    private int clicks;

    /// <summary>Returns how long each answer took.</summary>
    public List<TimeSpan> Answers { get; } = [];

    /// <summary>Returns how long every other click took: the role, the next scenario, the result.</summary>
    public List<TimeSpan> Others { get; } = [];

    public int Right { get; private set; }

    /// <summary>Returns the heading of the last card; null when a click was not answered with a card.</summary>
    public string? Result { get; private set; }

    public string PersonId => $"person-{person}";

    /// <param name="wrong">How many scenarios are answered wrongly.</param>
    /// <param name="think">How long the person thinks before each click, on average.</param>
    public async Task RunAsync(int wrong, TimeSpan think)
    {
        var chance = new Random(person);
        await Task.Delay(think * chance.NextDouble() * 2, TimeProvider.System);
        var card = await ClickAsync("training-role", "Clinical", Others);
        while (card is not null && Options(card) is { Count: > 0 } options)
        {
            var isWrong = wrong-- > 0;
            var right = options.Single(option => IsRight(card, option));
            var chosen = isWrong ? options.First(option => option != right) : right;
            await Task.Delay(think * chance.NextDouble() * 2, TimeProvider.System);
            var feedback = await ClickAsync("training-answer", Id(chosen), Answers);
            Right += isWrong ? 0 : 1;
            await Task.Delay(think * chance.NextDouble() * 2, TimeProvider.System);
            card = feedback is null ? null : await ClickAsync("training-next", Id(feedback["actions"]![0]!), Others);
        }

        Result = card?["body"]?.AsArray().FirstOrDefault()?["text"]?.GetValue<string>();
    }

    private static List<JsonNode> Options(JsonNode card) =>
        [
            .. card["body"]!
                .AsArray()
                .Select(element => element?["selectAction"])
                .OfType<JsonNode>()
                .Where(action => (string?)action["verb"] == "training-answer"),
        ];

    private static string Id(JsonNode action) => action["data"]!["id"]!.GetValue<string>();

    private bool IsRight(JsonNode card, JsonNode option)
    {
        var scenario = card["body"]!
            .AsArray()
            .Select(element => (string?)element?["text"])
            .OfType<string>()
            .First(rightAnswers.ContainsKey);
        return option["title"]!.GetValue<string>()[3..] == rightAnswers[scenario];
    }

    private async Task<JsonNode?> ClickAsync(string verb, string id, List<TimeSpan> times)
    {
        var activity = new JsonObject
        {
            ["type"] = "invoke",
            ["id"] = $"{person}-{++clicks}",
            ["name"] = "adaptiveCard/action",
            ["channelId"] = "msteams",
            ["serviceUrl"] = serviceUrl,
            ["from"] = new JsonObject
            {
                ["id"] = $"29:{person}",
                ["aadObjectId"] = PersonId,
                ["name"] = "Sam Taylor",
            },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = $"a:{person}",
                ["conversationType"] = "personal",
                ["tenantId"] = "tenant",
            },
            ["value"] = new JsonObject
            {
                ["action"] = new JsonObject
                {
                    ["type"] = "Action.Execute",
                    ["verb"] = verb,
                    ["data"] = new JsonObject { ["verb"] = verb, ["id"] = id },
                },
            },
        };
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(activity)) { Headers = { ContentType = Json } };
        var since = Stopwatch.GetTimestamp();
        using var response = await http.PostAsync(bot, content);
        var body = await response.Content.ReadAsByteArrayAsync();
        times.Add(Stopwatch.GetElapsedTime(since));
        return JsonNode.Parse(body) is JsonObject answer && (string?)answer["type"] == "application/vnd.microsoft.card.adaptive"
            ? answer["value"]
            : null;
    }
}
