using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;

namespace HartwoodPolicyBot.Benchmarks.Turns;

/// <summary>Types one command as a practice manager, who may use all of them.</summary>
internal static class CommandTurn
{
    public const string Manager = "7c2b8c0a-1111-4222-8333-444455556666";
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <summary>Returns the time until the request was answered, in milliseconds.</summary>
    public static async Task<double> AskAsync(MeasuredProcess bot, FakeConnector connector, string command)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var turn = new Turn($"command-{Guid.NewGuid():N}");
        connector.Expect(turn);
        var message = new Message
        {
            Type = "message",
            Id = turn.Conversation,
            ChannelId = "msteams",
            ServiceUrl = connector.ServiceUrl,
            Text = command,
            From = new Account("29:manager", "Sam Taylor", Manager),
            Recipient = new Account("28:bot", "Hartwood Policy Bot"),
            Conversation = new Chat(turn.Conversation, "personal", "tenant"),
        };
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(message, Wire.Default.Message))
        {
            Headers = { ContentType = Json },
        };
        var since = Stopwatch.GetTimestamp();
        using var response = await http.PostAsync(new Uri(bot.Address, "api/messages"), content);
        var took = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        response.EnsureSuccessStatusCode();
        return turn.Messages > 0 ? took : throw new InvalidOperationException($"\"{command}\" was not answered.");
    }
}
