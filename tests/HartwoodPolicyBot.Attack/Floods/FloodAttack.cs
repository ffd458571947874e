using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Attack.Changed;
using HartwoodPolicyBot.Attack.Common;
using HartwoodPolicyBot.Benchmarks.Turns;
using HartwoodPolicyBot.Teams.Connector;
using HartwoodPolicyBot.Tests.Storage.TakenOver;

namespace HartwoodPolicyBot.Attack.Floods;

/// <summary>
/// Puts the worst texts into every field of every form of a bot that runs in a process of its own, and measures the slowest request, and
/// how long another person waits while one floods.
/// </summary>
internal static class FloodAttack
{
    private static readonly TimeSpan SlowestRequest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(300);

    /// <summary>So much text fits into one request in any case.</summary>
    private const int Most = 200_000;

    /// <summary>The bar of the short form, which may run beside other work.</summary>
    private static readonly TimeSpan LongestShortWait = TimeSpan.FromSeconds(1);

    /// <summary>A request that takes this long twice is not sent a third time.</summary>
    private static readonly TimeSpan Hopeless = TimeSpan.FromSeconds(2);

    /// <summary>After this, a channel may get as many messages again as Teams allows at once.</summary>
    private static readonly TimeSpan ChannelPace = ConnectorOptions.Windows[2].Span + TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Rehearsal = TimeSpan.FromSeconds(10);

    /// <summary>Writes "é" as two bytes and not as six, so that a long text stays within the size of a request.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<IReadOnlyList<AttackRow>> RunAsync(AttackOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("hartwood-floods-");
        try
        {
            // This bot only lends its fake Teams, so that clicks made for it fit the process too.
            await using var lender = await AttackedBot.StartAsync();
            var file = Path.Combine(folder.FullName, "flood.db");
            File.Copy(Path.Combine(TakenOverBot.Folder, "build-2026-11-22.sqlite"), file);
            var fields = Fields(lender, await RecordedClicks.FindAsync()).ToList();
            return [await SlowestAsync(file, fields, options), await OthersWaitAsync(file, fields, options)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Returns every field that takes text, with a way to make an activity that has a text in it.</summary>
    private static IEnumerable<(string Field, Func<string, JsonObject> With)> Fields(AttackedBot bot, IReadOnlyList<RecordedClick> clicks)
    {
        foreach (var click in clicks.Where(click => click.Inputs.Count > 0).DistinctBy(click => click.Kind))
        {
            foreach (var input in click.Inputs)
            {
                yield return ($"{click.Verb}, {input}", text => click.ByOwner(bot, new Dictionary<string, string> { [input] = text }));
            }

            yield return (
                $"{click.Verb}, all fields",
                text =>
                    click.ByOwner(
                        bot,
                        click.Inputs.ToDictionary(input => input, _ => text[..Math.Min(text.Length, Most / click.Inputs.Count)])
                    )
            );
        }

        foreach (var click in clicks.DistinctBy(click => click.Verb))
        {
            yield return ($"{click.Verb}, id", text => WithData(click.ByOwner(bot), "id", text));
            yield return ($"{click.Verb}, kept", text => WithData(click.ByOwner(bot), "kept", new JsonObject { ["what"] = text }));
        }

        foreach (var activity in ValidActivities.Of(bot, []).Where(activity => (string?)activity["type"] is "message" or "invoke"))
        {
            foreach (var place in Mutation.TextPlaces(activity))
            {
                yield return ($"{activity["type"]} {activity["name"]}, {place}", text => Mutation.With(activity, place, text));
            }
        }
    }

    private static JsonObject WithData(JsonObject activity, string name, JsonNode value)
    {
        activity["value"]!["action"]!["data"]![name] = value;
        return activity;
    }

    /// <summary>
    /// Starts the bot, and waits. In its first seconds it rehearses its commands, which takes a processor too and is not what is
    /// measured here.
    /// </summary>
    private static async Task<MeasuredProcess> StartAsync(string file, IReadOnlyDictionary<string, string> settings)
    {
        var bot = await BotProcess.StartAsync(file, settings);
        await Task.Delay(Rehearsal, TimeProvider.System);
        return bot;
    }

    private static async Task<AttackRow> SlowestAsync(
        string file,
        List<(string Field, Func<string, JsonObject> With)> fields,
        AttackOptions options
    )
    {
        using var bot = await StartAsync(file, Unlimited);
        using var http = Client(bot);
        var chosen = options.IsShort ? fields.Where((_, at) => at % 60 == 0).ToList() : fields;
        var texts = options.IsShort ? WorstTexts.All.Take(6).ToList() : WorstTexts.All;

        // Everything runs once before it is timed, so that no request pays for code that is compiled.
        foreach (var (_, with) in chosen)
        {
            await SendAsync(http, with("The words of a test."));
            await SendAsync(http, with(new string('x', 100_000)));
        }

        var slowest = (Took: TimeSpan.Zero, What: "");
        var (sent, over) = (0, 0);
        foreach (var (field, with) in chosen)
        {
            foreach (var (name, text) in texts)
            {
                var took = await FastestAsync(http, with, text);
                sent++;
                if (took > SlowestRequest)
                {
                    over++;
                    Console.WriteLine($"over the bar: {took.TotalMilliseconds:F0} ms, {field}, {name}");
                }

                slowest = took > slowest.Took ? (took, $"{field}, {name}") : slowest;
            }
        }

        return new(
            $"slowest of {sent} requests with the worst texts in {chosen.Count} fields",
            $"{slowest.Took.TotalMilliseconds:F0} ms ({slowest.What}); {over} over the bar",
            "100 ms",
            slowest.Took <= SlowestRequest
        );
    }

    /// <summary>
    /// Lets one person send all that they may at once, the worst texts in all fields, and another ask one thing after the other.
    /// </summary>
    private static async Task<AttackRow> OthersWaitAsync(
        string file,
        List<(string Field, Func<string, JsonObject> With)> fields,
        AttackOptions options
    )
    {
        using var bot = await StartAsync(file, new Dictionary<string, string>(StringComparer.Ordinal));
        using var http = Client(bot);
        var forms = fields.Where(field => field.Field.EndsWith("all fields", StringComparison.Ordinal)).ToList();
        var ask = fields.First(field => field.Field == "message , text").With;
        for (var warm = 0; warm < 50; warm++)
        {
            await SendAsync(http, ask("can i stick a pic of reception on insta"), $"29:warm-{warm}");
        }

        // Written before they are sent: whoever floods has a machine of their own for that.
        var bodies = WorstTexts
            .All.SelectMany(text => forms.Select(form => form.With(text.Text)))
            .Take(options.IsShort ? 60 : 600)
            .Select((form, at) => Body(form, $"29:flood-{at / 150}"))
            .ToList();
        using var over = new CancellationTokenSource();
        var waits = WaitsAsync(http, ask, over.Token);
        await Parallel.ForEachAsync(
            bodies,
            new ParallelOptions { MaxDegreeOfParallelism = 60 },
            async (body, _) => await PostAsync(http, body)
        );
        await over.CancelAsync();
        var (longest, count) = await waits;
        var bar = options.IsShort ? LongestShortWait : LongestWait;
        return new(
            $"longest of {count} waits of another person and of /health/live while {bodies.Count} such forms arrive, 60 at once",
            $"{longest.TotalMilliseconds:F0} ms",
            $"{bar.TotalMilliseconds:F0} ms",
            longest <= bar
        );
    }

    private static async Task<(TimeSpan Longest, int Count)> WaitsAsync(
        HttpClient http,
        Func<string, JsonObject> ask,
        CancellationToken over
    )
    {
        var (longest, count) = (TimeSpan.Zero, 0);
        while (!over.IsCancellationRequested)
        {
            var asked = await SendAsync(http, ask("can i stick a pic of reception on insta"), $"29:other-{count}");
            var since = Stopwatch.GetTimestamp();
            using var alive = await http.GetAsync("health/live", CancellationToken.None);
            var lived = Stopwatch.GetElapsedTime(since);
            longest = new[] { longest, asked, lived }.Max();
            count++;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
        }

        return (longest, count);
    }

    /// <summary>
    /// Returns how long a request takes. One that is over the bar is sent twice more and the fastest counts, because a text that is slow to
    /// read is slow each time, and anything else that the machine does is not. A click stays in its channel, so it may wait for the pace
    /// that Teams allows there: one that takes seconds is sent again when that has passed.
    /// </summary>
    private static async Task<TimeSpan> FastestAsync(HttpClient http, Func<string, JsonObject> with, string text)
    {
        var fastest = await SendAsync(http, with(text));
        if (fastest >= Hopeless)
        {
            await Task.Delay(ChannelPace, TimeProvider.System);
            fastest = await SendAsync(http, with(text));
        }

        for (var again = 0; again < 2 && fastest > SlowestRequest && fastest < Hopeless; again++)
        {
            var took = await SendAsync(http, with(text));
            fastest = took < fastest ? took : fastest;
        }

        return fastest;
    }

    private static Dictionary<string, string> Unlimited =>
        new(StringComparer.Ordinal) { ["Bot__MessagesPerMinute"] = "6000", ["Bot__Burst"] = "6000" };

    /// <summary>Waits for the bot's word before it sends a long body, also when the bot is slow to give it.</summary>
    private static HttpClient Client(MeasuredProcess bot) =>
        new(
            new SocketsHttpHandler
            {
                UseProxy = false,
                UseCookies = false,
                Expect100ContinueTimeout = TimeSpan.FromMinutes(1),
            }
        )
        {
            BaseAddress = bot.Address,
            Timeout = TimeSpan.FromMinutes(5),
        };

    private static Task<TimeSpan> SendAsync(HttpClient http, JsonObject activity, string? person = null) =>
        PostAsync(http, Body(activity, person));

    /// <summary>Returns an activity as it is sent, with a chat of its own, so that no chat's pace holds an answer up.</summary>
    private static byte[] Body(JsonObject activity, string? person)
    {
        activity["id"] = $"{Guid.NewGuid()}";
        if ((string?)activity["conversation"]!["conversationType"] == "personal")
        {
            activity["conversation"]!["id"] = $"a:{Guid.NewGuid()}";
        }
        else if ((string?)activity["type"] == "message")
        {
            activity["conversation"]!["id"] = $"19:{Guid.NewGuid()}@thread.tacv2";
        }

        if (person is not null)
        {
            activity["from"]!["id"] = person;
            activity["from"]!["aadObjectId"] = person[3..];
        }

        return Encoding.UTF8.GetBytes(activity.ToJsonString(Plain));
    }

    /// <summary>Returns how long the answer took.</summary>
    private static async Task<TimeSpan> PostAsync(HttpClient http, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/messages") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");

        // The bot refuses a body over its limit before it reads it, and would cut off a client that does not wait for its word.
        request.Headers.ExpectContinue = body.Length > Most;
        var since = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(since);
    }
}
