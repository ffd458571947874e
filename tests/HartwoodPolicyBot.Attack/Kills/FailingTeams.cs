using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using HartwoodPolicyBot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Attack.Kills;

/// <summary>
/// Plays a Teams that has a bad day: it refuses posts with 503, takes posts without ever answering, breaks connections off after it took
/// the post, and answers late.
/// </summary>
internal sealed partial class FailingTeams : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Random random;
    private readonly Lock choosing = new();
    private readonly ConcurrentQueue<TakenPost> posts = new();
    private int ids;
    private int refused;

    private FailingTeams(WebApplication app, string address, int seed)
    {
        (this.app, random) = (app, new Random(seed));
        ServiceUrl = address + "/";
        app.MapPost("/v3/conversations", PostAsync);
        app.MapMethods(
            "/v3/conversations/{conversation}/{**rest}",
            ["POST", "PUT"],
            () => Results.Json(new { id = $"{Interlocked.Increment(ref ids)}" }, statusCode: 201)
        );
    }

    public string ServiceUrl { get; }

    /// <summary>Says whether it works as it should.</summary>
    public bool IsWell { get; set; }

    /// <summary>Returns every post that it took, oldest first.</summary>
    public IReadOnlyCollection<TakenPost> Posts => posts;

    /// <summary>Counts the posts that it refused.</summary>
    public int Refused => refused;

    public static async Task<FailingTeams> StartAsync(int seed)
    {
        var address = FreePort.NextAddress();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var teams = new FailingTeams(builder.Build(), address, seed);
        await teams.app.StartAsync();
        return teams;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> PostAsync(HttpRequest request)
    {
        var http = request.HttpContext;
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        int chance;
        int late;
        lock (choosing)
        {
            (chance, late) = (random.Next(100), random.Next(200));
        }

        if (!IsWell && chance < 15)
        {
            Interlocked.Increment(ref refused);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var post = new TakenPost(Reference().Match(body).Value);
        posts.Enqueue(post);
        if (!IsWell && chance < 25)
        {
            // Taken, and no answer until the bot has given up.
            await UntilGoneAsync(http.RequestAborted);
            return Results.Empty;
        }

        if (!IsWell && chance < 30)
        {
            http.Abort();
            return Results.Empty;
        }

        await Task.Delay(TimeSpan.FromMilliseconds(late), TimeProvider.System, CancellationToken.None);
        if (!http.RequestAborted.IsCancellationRequested)
        {
            post.AnsweredAt = TimeProvider.System.GetTimestamp();
        }

        var id = Interlocked.Increment(ref ids);
        return Results.Json(new { id = $"19:incidents@thread.tacv2;messageid={id}", activityId = $"{id}" }, statusCode: 201);
    }

    private static async Task UntilGoneAsync(CancellationToken gone)
    {
        var left = new TaskCompletionSource();
        await using var registered = gone.Register(left.SetResult);
        await left.Task;
    }

    [GeneratedRegex(@"INC-\d{4}-\d{4,}", RegexOptions.None, 1000)]
    private static partial Regex Reference();
}

/// <summary>Is a post that Teams took.</summary>
internal sealed class TakenPost(string reference)
{
    public string Reference => reference;

    /// <summary>When the answer was sent; null if it was withheld, or if the bot was no longer there to get it.</summary>
    public long? AnsweredAt { get; set; }
}
