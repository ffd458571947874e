using System.Collections.Concurrent;
using System.Text;
using HartwoodPolicyBot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Tests;

/// <summary>Metrics and traces go to the collector that the settings name, and tell nothing of what people wrote.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, StringBuilder> received = new();
    private WebApplication? collector;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        collector = builder.Build();
        collector.MapPost(
            "/v1/{kind}",
            async (string kind, HttpRequest request) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body);
                var text = received.GetOrAdd(kind, _ => new StringBuilder());
                lock (text)
                {
                    text.Append(Encoding.Latin1.GetString(body.ToArray()));
                }
            }
        );
        await collector.StartAsync();
    }

    public async Task DisposeAsync() => await collector!.DisposeAsync();

    [Fact]
    public async Task A_question_is_counted_and_traced_without_its_words_or_the_name_of_whoever_asked()
    {
        await using (
            var bot = await BotHost.StartAsync(
                ("OTEL_EXPORTER_OTLP_ENDPOINT", collector!.Urls.First()),
                ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
            )
        )
        {
            await new Chat(bot, "personal") { Name = "Priya Patel" }.SayAsync("Can I share a picture of the wisteria behind reception?");
        }

        Assert.Contains("hartwood.questions", Text("metrics"), StringComparison.Ordinal);
        Assert.Contains("hartwood.turn.duration", Text("metrics"), StringComparison.Ordinal);
        Assert.Contains("turn", Text("traces"), StringComparison.Ordinal);
        Assert.All(
            new[] { "wisteria", "Priya Patel", "conversations/" },
            secret => Assert.DoesNotContain(secret, Text("metrics") + Text("traces"), StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task Nothing_is_sent_while_no_collector_is_named()
    {
        await using (var bot = await BotHost.StartAsync())
        {
            await bot.Chat().SayAsync("help");
        }

        Assert.Empty(received);
    }

    private string Text(string kind) => received.TryGetValue(kind, out var text) ? text.ToString() : "";
}
