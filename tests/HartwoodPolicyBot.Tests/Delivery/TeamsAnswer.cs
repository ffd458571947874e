using Microsoft.AspNetCore.Http;

namespace HartwoodPolicyBot.Tests.Delivery;

/// <summary>Is one answer that Teams may give to any request, and what it says about that request.</summary>
/// <param name="Name">The name in the test's list.</param>
/// <param name="Status">The status; 0 for no answer.</param>
/// <param name="Body">The body.</param>
internal sealed record TeamsAnswer(string Name, int Status, string Body = "")
{
    public static IReadOnlyList<TeamsAnswer> All { get; } =
    [
        new("400 not a known activity", 400, """{"error":{"code":"BadArgument","message":"Activity is not a known activity id"}}"""),
        new("401", 401),
        new("403", 403, """{"error":{"code":"ServiceError","message":"Unknown"}}"""),
        new("403 removed", 403, """{"error":{"code":"BotNotInConversationRoster","message":"The bot is not part of the roster."}}"""),
        new("404", 404),
        new("409", 409),
        new("412", 412),
        new("413", 413),
        new("429", 429),
        new("500", 500),
        new("502", 502),
        new("503", 503),
        new("504", 504),
        new("redirect", 307),
        new("nonsense", 200, "<html>Welcome to the airport's wireless network"),
        new("closed connection", 0),
        new("no answer in time", 0),
    ];

    /// <summary>Says whether Teams took the request, although the answer doesn't tell.</summary>
    public bool IsTaken => Status is >= 200 and < 300;

    /// <summary>Says whether Teams refuses the message for ever, so that a practice manager must send it again.</summary>
    public bool IsFinalForPost => Status is 400 or 413;

    /// <summary>Says whether Teams refuses to change the message, so that it is posted anew.</summary>
    public bool IsRefusedEdit => Status is 400 or 403 or 404 or 409 or 412;

    public static TeamsAnswer Named(string name) => All.Single(answer => answer.Name == name);

    /// <param name="http">The request.</param>
    /// <param name="end">Breaks off a request that gets no answer.</param>
    public IResult Give(HttpContext http, CancellationToken end)
    {
        if (Status == 0 && Name == "closed connection")
        {
            http.Abort();
            return Results.Empty;
        }

        if (Status == 307)
        {
            http.Response.Headers.Location = "https://example.com/elsewhere";
        }

        return Status == 0 ? new Hanging(end) : Results.Text(Body, "text/html", statusCode: Status);
    }

    /// <summary>Keeps the connection open and sends nothing, until the other side has had enough.</summary>
    private sealed class Hanging(CancellationToken end) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var gone = new TaskCompletionSource();
            await using var aborted = httpContext.RequestAborted.Register(() => gone.TrySetResult());
            await using var ended = end.Register(() => gone.TrySetResult());
            await gone.Task;
            httpContext.Abort();
        }
    }
}
