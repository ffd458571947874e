using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using HartwoodPolicyBot.Benchmarks.Turns;

namespace HartwoodPolicyBot.Benchmarks.Answers;

/// <summary>
/// Measures the search of the message extension while 50 queries a second come in, as people type. A query counts from the moment it
/// was due, so that one that waits behind others counts in full.
/// </summary>
internal static class ExtensionBenchmark
{
    private const int PerSecond = 50;
    private const int WarmUp = 10 * PerSecond;
    private const int Measured = 30 * PerSecond;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hartwood-extension-");
        await using var connector = await FakeConnector.StartAsync();
        try
        {
            using var bot = await MeasuredProcess.StartBotAsync(Path.Combine(folder.FullName, "extension.db"));
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            var typed = Repository.Questions().SelectMany(Typed).ToList();
            await RunAsync(http, bot, connector, typed, WarmUp);
            var took = (await RunAsync(http, bot, connector, typed, Measured)).Order().ToList();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{took.Count} queries at {PerSecond} a second: median {took[took.Count / 2]:F1} ms, "
                        + $"p99 {took[took.Count * 99 / 100]:F1} ms, slowest {took[^1]:F1} ms"
                )
            );
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Returns what the extension is asked while somebody types a question: Teams asks when they pause.</summary>
    private static IEnumerable<string> Typed(string question)
    {
        const int Pause = 5;
        for (var length = Pause; length < Math.Min(question.Length, 8 * Pause); length += Pause)
        {
            yield return question[..length];
        }
    }

    private static async Task<IReadOnlyList<double>> RunAsync(
        HttpClient http,
        MeasuredProcess bot,
        FakeConnector connector,
        List<string> typed,
        int queries
    )
    {
        var start = Stopwatch.GetTimestamp();
        var asked = new List<Task<double>>();
        for (var number = 0; number < queries; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / PerSecond);
            var wait = due - Stopwatch.GetElapsedTime(start);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, TimeProvider.System);
            }

            asked.Add(AskAsync(http, bot, connector, typed[number % typed.Count], number, start, due));
        }

        return await Task.WhenAll(asked);
    }

    private static async Task<double> AskAsync(
        HttpClient http,
        MeasuredProcess bot,
        FakeConnector connector,
        string words,
        int number,
        long start,
        TimeSpan due
    )
    {
        using var response = await http.PostAsJsonAsync(
            new Uri(bot.Address, "api/messages"),
            new
            {
                type = "invoke",
                name = "composeExtension/query",
                id = $"{Guid.NewGuid():N}",
                channelId = "msteams",
                serviceUrl = connector.ServiceUrl,
                from = new { id = $"29:{number % 40}", aadObjectId = $"person-{number % 40}" },
                recipient = new { id = "28:bot" },
                conversation = new
                {
                    id = $"19:{number % 40}@thread.v2",
                    conversationType = "groupChat",
                    tenantId = "tenant",
                },
                value = new
                {
                    commandId = "findInPolicy",
                    parameters = new[] { new { name = "query", value = words } },
                    queryOptions = new { skip = 0, count = 25 },
                },
            }
        );
        var answer = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        return answer.Contains("composeExtension", StringComparison.Ordinal)
            ? (Stopwatch.GetElapsedTime(start) - due).TotalMilliseconds
            : throw new InvalidOperationException($"The query was not answered: {answer}");
    }
}
