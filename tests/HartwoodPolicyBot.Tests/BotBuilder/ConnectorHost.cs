using System.Collections.Concurrent;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.BotBuilder;

/// <summary>
/// Runs the bot and gives access to its connector. Attempts never time out, so that only the connector's waits move the clock.
/// </summary>
public sealed class ConnectorHost : BotHost
{
    private readonly ConcurrentQueue<(string Target, DateTimeOffset At)> arrived = new();

    public ConnectorHost() => With("Teams:Connector:AttemptTimeout", "01:00:00");

    public ITeamsClient Connector => Services.GetRequiredService<ITeamsClient>();

    /// <summary>
    /// Returns the requests since <see cref="Answering"/>: method and target as they were on the wire, and the fake time.
    /// </summary>
    public IReadOnlyList<(string Target, DateTimeOffset At)> Arrived => [.. arrived];

    public ConversationAddress Somewhere() => new(Teams.ServiceUrl, $"a:{Guid.NewGuid()}");

    /// <summary>Makes Teams give these answers, one a request, and the usual one after the last; null is the usual one.</summary>
    public void Answering(params Func<HttpContext, IResult?>[] answers)
    {
        var left = new ConcurrentQueue<Func<HttpContext, IResult?>>(answers);
        arrived.Clear();
        Teams.Answer = (_, http) =>
        {
            arrived.Enqueue(
                ($"{http.Request.Method} {http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget}", Time.GetUtcNow())
            );
            return left.TryDequeue(out var answer) ? answer(http) : null;
        };
    }

    /// <summary>Runs a call of the connector, and moves the clock to whatever it waits for.</summary>
    public Task<TeamsResult<T>> RunAsync<T>(Func<ITeamsClient, Task<TeamsResult<T>>> call)
        where T : class => Time.RunAsync(Task.Run(() => call(Connector)));

    public Task<TeamsResult<SentMessage>> SendAsync(ConversationAddress? to = null) =>
        RunAsync(connector => connector.SendToConversationAsync(to ?? Somewhere(), Message(), CancellationToken.None));

    public static TeamsActivity Message(string text = "Hello") => new() { Type = "message", Text = text };

    public static Func<HttpContext, IResult?> Status(int status) => _ => Results.StatusCode(status);

    public static Func<HttpContext, IResult?> RetryAfter(int status, string when) =>
        http =>
        {
            http.Response.Headers.RetryAfter = when;
            return Results.StatusCode(status);
        };
}
