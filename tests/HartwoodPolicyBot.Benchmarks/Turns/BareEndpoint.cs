using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Benchmarks.Turns;

/// <summary>
/// Is the baseline: it parses an activity and posts one small reply to its service URL, and nothing else. A bot on ASP.NET Core
/// cannot do less in a turn.
/// </summary>
internal static class BareEndpoint
{
    public const string Argument = "bare";
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public static async Task RunAsync(string address)
    {
        using var http = new HttpClient(
            new SocketsHttpHandler
            {
                UseProxy = false,
                UseCookies = false,
                AllowAutoRedirect = false,
                ActivityHeadersPropagator = null,
            }
        );
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        await using var app = builder.Build();
        app.MapGet("/health/ready", _ => Task.CompletedTask);
        app.MapPost("/api/messages", request => AnswerAsync(http, request));
        await app.RunAsync();
    }

    private static async Task AnswerAsync(HttpClient http, HttpContext request)
    {
        var message = (await JsonSerializer.DeserializeAsync(request.Request.BodyReader, Wire.Default.Message, request.RequestAborted))!;
        var reply = message with { Id = "", Text = "Noted.", From = message.Recipient, Recipient = message.From, ReplyToId = message.Id };
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(reply, Wire.Default.Message))
        {
            Headers = { ContentType = Json },
        };
        using var sent = await http.PostAsync(
            new Uri($"{message.ServiceUrl}v3/conversations/{message.Conversation.Id}/activities/{message.Id}"),
            content,
            request.RequestAborted
        );
        sent.EnsureSuccessStatusCode();
    }
}
