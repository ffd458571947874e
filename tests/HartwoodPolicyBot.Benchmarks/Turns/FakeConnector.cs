using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using HartwoodPolicyBot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Benchmarks.Turns;

/// <summary>Plays the Teams side of the connector: takes every message, and notes when it arrived and in which conversation.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Turn> turns = new(StringComparer.Ordinal);
    private int strays;

    private FakeConnector(WebApplication app, string address)
    {
        this.app = app;
        ServiceUrl = address + "/";
        app.MapMethods("/v3/conversations/{conversation}/{**rest}", ["POST", "PUT"], TakeAsync);
    }

    public string ServiceUrl { get; }

    /// <summary>Counts messages for unknown conversations.</summary>
    public int Strays => strays;

    public static async Task<FakeConnector> StartAsync()
    {
        var address = FreePort.NextAddress();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var connector = new FakeConnector(builder.Build(), address);
        await connector.app.StartAsync();
        return connector;
    }

    public void Expect(Turn turn) => turns[turn.Conversation] = turn;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        var length = (int)http.Request.ContentLength!.Value;
        var body = await http.Request.BodyReader.ReadAtLeastAsync(length, http.RequestAborted);
        var isCard = new SequenceReader<byte>(body.Buffer).TryReadTo(
            out ReadOnlySequence<byte> _,
            "application/vnd.microsoft.card.adaptive"u8
        );
        http.Request.BodyReader.AdvanceTo(body.Buffer.End);
        if (turns.TryGetValue((string)http.Request.RouteValues["conversation"]!, out var turn))
        {
            turn.Arrived(Stopwatch.GetTimestamp(), isCard);
        }
        else
        {
            Interlocked.Increment(ref strays);
        }

        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = ResourceResponse.Length;
        await http.Response.BodyWriter.WriteAsync(ResourceResponse);
    }

    private static readonly byte[] ResourceResponse = [.. """{"id":"1700000000000"}"""u8];
}
