using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace HartwoodPolicyBot.Testing;

/// <summary>
/// Plays the Teams side of the connector, over HTTP on this machine. Records what the bot sends, and answers as a test says.
/// </summary>
public sealed class FakeTeams : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ConcurrentQueue<TeamsRequest> requests = new();
    private readonly ConcurrentDictionary<TaskCompletionSource<TeamsRequest>, Func<TeamsRequest, bool>> awaited = new();
    private readonly WebApplication app;
    private int ids;

    public FakeTeams()
    {
        // Without the files of settings, which each of them would read and watch.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(ReceiveAsync);
    }

    public Uri ServiceUrl => new(app.Urls.First());

    /// <summary>Answers a request in place of the usual 201 with an id; null for the usual one.</summary>
    public Func<TeamsRequest, HttpContext, IResult?> Answer { get; set; } = (_, _) => null;

    public IReadOnlyList<TeamsRequest> Requests => [.. requests];

    /// <summary>Returns the messages of one conversation, oldest first.</summary>
    public IReadOnlyList<TeamsRequest> In(string conversation) =>
        [.. requests.Where(request => request.Path.Contains(conversation, StringComparison.Ordinal))];

    /// <summary>Returns the last request that matches, or waits for the first one.</summary>
    public async Task<TeamsRequest> ArrivedAsync(Func<TeamsRequest, bool> isIt)
    {
        var next = new TaskCompletionSource<TeamsRequest>(TaskCreationOptions.RunContinuationsAsynchronously);
        awaited[next] = isIt;
        if (requests.LastOrDefault(isIt) is { } before)
        {
            next.TrySetResult(before);
        }

        return await next.Task.WaitAsync(Patience);
    }

    public Task StartAsync() => app.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Answers as Teams does: with an id, and for a post in a channel with the ids of the thread and the message.</summary>
    private IResult Done(TeamsRequest request)
    {
        if (request.Method == "GET" && request.Path.Contains("/pagedmembers", StringComparison.OrdinalIgnoreCase))
        {
            return Results.Json(new { members = Array.Empty<object>() });
        }

        var id = Interlocked.Increment(ref ids);
        return
            request.Path == "/v3/conversations"
            && request.Body.TryGetProperty("channelData", out var data)
            && data.TryGetProperty("channel", out var channel)
            ? Results.Json(new { id = $"{channel.GetProperty("id").GetString()};messageid={id}", activityId = $"{id}" }, statusCode: 201)
            : Results.Json(new { id = $"sent-{id}" }, statusCode: 201);
    }

    private async Task ReceiveAsync(HttpContext http)
    {
        var body = http.Request.ContentLength > 0 ? await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body) : default;
        var path = http.Request.Path.Value + http.Request.QueryString;
        var request = new TeamsRequest(http.Request.Method, path, http.Request.Headers.Authorization.ToString(), body);
        requests.Enqueue(request);
        foreach (var (next, isIt) in awaited)
        {
            if (isIt(request) && awaited.TryRemove(next, out _))
            {
                next.TrySetResult(request);
            }
        }

        var result = Answer(request, http) ?? Done(request);
        await result.ExecuteAsync(http);
    }
}

/// <summary>Is one request of the bot to Teams.</summary>
public sealed record TeamsRequest(string Method, string Path, string Authorization, JsonElement Body);
