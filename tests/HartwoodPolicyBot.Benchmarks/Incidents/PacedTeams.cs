using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using HartwoodPolicyBot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Benchmarks.Incidents;

/// <summary>
/// Plays the Teams side of the connector with its rate limits: whoever writes too fast into one channel gets 429 and a time to wait.
/// </summary>
/// <remarks>Source: learn.microsoft.com, Teams "Rate limiting": per bot per thread.</remarks>
internal sealed partial class PacedTeams : IAsyncDisposable
{
    private static readonly (int Messages, TimeSpan Span)[] Windows =
    [
        (7, TimeSpan.FromSeconds(1)),
        (8, TimeSpan.FromSeconds(2)),
        (60, TimeSpan.FromSeconds(30)),
        (1800, TimeSpan.FromHours(1)),
    ];

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, int> posts = new(StringComparer.Ordinal);
    private readonly Lock pacing = new();
    private readonly List<long> taken = [];
    private int refused;
    private int ids;

    private PacedTeams(WebApplication app, string address)
    {
        this.app = app;
        ServiceUrl = address + "/";
        app.MapPost("/v3/conversations", PostAsync);
        app.MapMethods(
            "/v3/conversations/{conversation}/{**rest}",
            ["POST", "PUT"],
            () => Results.Json(new { id = $"{Interlocked.Increment(ref ids)}" }, statusCode: 201)
        );
    }

    public string ServiceUrl { get; }

    /// <summary>Returns how often each reference was posted in the channel.</summary>
    public IReadOnlyDictionary<string, int> Posts => posts;

    /// <summary>Counts the requests that were over the limit.</summary>
    public int Refused => refused;

    public static async Task<PacedTeams> StartAsync()
    {
        var address = FreePort.NextAddress();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var teams = new PacedTeams(builder.Build(), address);
        await teams.app.StartAsync();
        return teams;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> PostAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        if (Wait() is { } wait)
        {
            Interlocked.Increment(ref refused);
            request.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        posts.AddOrUpdate(Reference().Match(body).Value, 1, (_, count) => count + 1);
        var id = Interlocked.Increment(ref ids);
        return Results.Json(new { id = $"19:incidents@thread.tacv2;messageid={id}", activityId = $"{id}" }, statusCode: 201);
    }

    /// <summary>Returns how long a message has to wait; null when it may pass, and then it is counted.</summary>
    private TimeSpan? Wait()
    {
        lock (pacing)
        {
            var now = TimeProvider.System.GetTimestamp();
            foreach (var (messages, span) in Windows)
            {
                if (taken.Count >= messages && TimeProvider.System.GetElapsedTime(taken[^messages], now) is var since && since < span)
                {
                    return span - since;
                }
            }

            taken.Add(now);
            return null;
        }
    }

    [GeneratedRegex(@"INC-\d{4}-\d{4,}", RegexOptions.None, 1000)]
    private static partial Regex Reference();
}
