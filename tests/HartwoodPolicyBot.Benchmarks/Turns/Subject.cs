using System.Diagnostics;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace HartwoodPolicyBot.Benchmarks.Turns;

/// <summary>Puts load on a server: asks it a number of questions at once, and keeps the outcome of each.</summary>
/// <param name="process">The server.</param>
/// <param name="connector">Teams, which takes what the server sends.</param>
/// <param name="questions">The questions, asked over and over.</param>
/// <param name="name">Tells this load from others that run at the same time.</param>
/// <param name="atOnce">How many questions are asked at once.</param>
internal sealed class Subject(
    MeasuredProcess process,
    FakeConnector connector,
    IReadOnlyList<string> questions,
    string? name = null,
    int atOnce = Subject.AtOnce
) : IDisposable
{
    public const int AtOnce = 32;
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");
    private readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
        }
    );
    private readonly Uri messages = new(process.Address, "api/messages");
    private readonly List<Turn> all = [];
    private int asked;

    public MeasuredProcess Process => process;

    /// <summary>Returns every turn so far, including those of the warm-up.</summary>
    public IReadOnlyList<Turn> All => all;

    /// <summary>Asks so many questions, and waits for all answers.</summary>
    public async Task<Round> RunAsync(int questionsToAsk)
    {
        var processorTime = process.ProcessorTime;
        var since = Stopwatch.GetTimestamp();
        var left = new StrongBox<int>(questionsToAsk);
        var askers = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(() => AskAsync(left))));
        var took = Stopwatch.GetElapsedTime(since);
        List<Turn> turns = [.. askers.SelectMany(own => own)];
        all.AddRange(turns);
        return new Round(turns, took, process.ProcessorTime - processorTime);
    }

    public void Dispose()
    {
        http.Dispose();
        process.Dispose();
    }

    private async Task<List<Turn>> AskAsync(StrongBox<int> left)
    {
        var own = new List<Turn>();
        while (Interlocked.Decrement(ref left.Value) >= 0)
        {
            own.Add(await AskAsync());
        }

        return own;
    }

    /// <summary>Asks as a new person in a new conversation each time, so that no pace for one conversation limits the run.</summary>
    private async Task<Turn> AskAsync()
    {
        var number = Interlocked.Increment(ref asked);
        var turn = new Turn($"{name ?? process.Name}-{number}");
        connector.Expect(turn);
        var message = new Message
        {
            Type = "message",
            Id = $"m-{name}{number}",
            ChannelId = "msteams",
            ServiceUrl = connector.ServiceUrl,
            Text = questions[number % questions.Count],
            From = new Account($"29:{name}{number}", "Sam Taylor", $"person-{name}{number}"),
            Recipient = new Account("28:bot", "Hartwood Policy Bot"),
            Conversation = new Chat(turn.Conversation, "personal", "tenant"),
        };
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(message, Wire.Default.Message))
        {
            Headers = { ContentType = Json },
        };
        turn.Sent();
        try
        {
            using var response = await http.PostAsync(messages, content);
            turn.Answered((int)response.StatusCode);
        }
        catch (HttpRequestException)
        {
            turn.Answered(0);
        }

        return turn;
    }
}

/// <summary>Holds the outcome of one round of load.</summary>
internal sealed record Round(IReadOnlyList<Turn> Turns, TimeSpan Took, TimeSpan ProcessorTime)
{
    public double TurnsPerSecond => Turns.Count / Took.TotalSeconds;
}
