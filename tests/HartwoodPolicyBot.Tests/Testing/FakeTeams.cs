using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Testing;

/// <summary>Teams' side of the connector, over HTTP on this machine: records what the bot sends, and answers as a test says.</summary>
public sealed class FakeTeams : IAsyncDisposable
{
    private readonly ConcurrentQueue<TeamsRequest> requests = new();
    private readonly WebApplication app;
    private int ids;

    public FakeTeams()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(ReceiveAsync);
    }

    public Uri ServiceUrl => new(app.Urls.First());

    /// <summary>Answers a request in place of the usual 201 with an id; null for the usual one.</summary>
    public Func<TeamsRequest, HttpContext, IResult?> Answer { get; set; } = (_, _) => null;

    public IReadOnlyList<TeamsRequest> Requests => [.. requests];

    /// <summary>What was said in one conversation, oldest first.</summary>
    public IReadOnlyList<TeamsRequest> In(string conversation) =>
        [.. requests.Where(request => request.Path.Contains(conversation, StringComparison.Ordinal))];

    public Task StartAsync() => app.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext http)
    {
        var body = http.Request.ContentLength > 0 ? await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body) : default;
        var path = http.Request.Path.Value + http.Request.QueryString;
        var request = new TeamsRequest(http.Request.Method, path, http.Request.Headers.Authorization.ToString(), body);
        requests.Enqueue(request);
        var result = Answer(request, http) ?? Results.Json(new { id = $"sent-{Interlocked.Increment(ref ids)}" }, statusCode: 201);
        await result.ExecuteAsync(http);
    }
}

/// <summary>One request of the bot to Teams.</summary>
public sealed record TeamsRequest(string Method, string Path, string Authorization, JsonElement Body);
