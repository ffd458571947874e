using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>Teams fails in every way it can, for ten minutes of the bot's time.</summary>
public sealed class OutageTests
{
    private const int Reports = 12;

    [Fact]
    public async Task An_outage_loses_nothing_keeps_each_reports_order_and_leaves_the_log_readable()
    {
        await using var practice = await Practice.OpenAsync(settings: ("Teams:Connector:AttemptTimeout", "01:00:00"));
        var owners = new List<Chat>();
        for (var number = 0; number < Reports; number++)
        {
            owners.Add(new Chat(practice.Bot, "personal"));
            await Practice.ReportAsync(owners[^1]);
        }

        var cards = new List<System.Text.Json.JsonElement>();
        for (var number = 1; number <= Reports; number++)
        {
            cards.Add(await practice.CardAsync($"INC-2026-{number:0000}"));
        }

        var before = practice.Bot.Log.All.Count;
        var failing = true;
        var turn = 0;
        practice.Bot.Teams.Answer = (_, http) => failing ? Fail(http, Interlocked.Increment(ref turn)) : null;
        foreach (var card in cards)
        {
            await practice.Channel.ExecuteAsync(CardReader.Button(card, "Acknowledge"));
            await practice.Channel.ExecuteAsync(CardReader.Button(card, "Deal with this"));
        }

        // The outage lasts ten minutes, or longer if a slow machine needs more time to send that often.
        var began = practice.Bot.Time.GetUtcNow();
        while (practice.Bot.Time.GetUtcNow() < began.AddMinutes(10) || (turn <= 100 && practice.Bot.Time.GetUtcNow() < began.AddHours(4)))
        {
            practice.Bot.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(3), TimeProvider.System);
        }

        Assert.Equal(
            0,
            await practice.Bot.ReadAsync(database => database.Deliveries.CountAsync(row => row.State == DeliveryState.GivenUp))
        );
        failing = false;
        await practice.DeliveredAsync();

        Assert.True(turn > 100, $"{turn} requests failed");
        foreach (var (owner, number) in owners.Select((owner, place) => (owner, place + 1)))
        {
            var told = Accepted(practice, owner.Conversation).Select(summary => summary[15..]).ToList();
            Assert.Equal(["A member of staff has seen your report."], told);
            Assert.Contains(
                "In progress",
                (await practice.CardsAsync($"INC-2026-{number:0000}"))[^1].Body.GetProperty("summary").GetString(),
                StringComparison.Ordinal
            );
        }

        var lines = practice.Bot.Log.All.Count - before;
        Assert.True(lines < 3 * turn, $"{lines} lines for {turn} failures");
        Assert.DoesNotContain(practice.Bot.Log.All, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    /// <summary>Returns the summaries of messages that Teams accepted; a message that failed is not in the chat.</summary>
    private static List<string> Accepted(Practice practice, string conversation) =>
        [
            .. practice
                .Bot.Teams.In(conversation)
                .Where(request =>
                    request.Method == "POST"
                    && request.Body.GetProperty("summary").GetString()!.StartsWith("INC-", StringComparison.Ordinal)
                )
                .Select(request => request.Body.GetProperty("summary").GetString()!)
                .Reverse()
                .DistinctBy(summary => summary)
                .Reverse(),
        ];

    private static IResult? Fail(HttpContext http, int turn)
    {
        switch (turn % 5)
        {
            case 0:
                http.Response.Headers.RetryAfter = "3";
                return Results.StatusCode(StatusCodes.Status429TooManyRequests);
            case 1:
                return Results.StatusCode(StatusCodes.Status500InternalServerError);
            case 2:
                return Results.StatusCode(StatusCodes.Status502BadGateway);
            case 3:
                http.Abort();
                return Results.Empty;
            default:
                return Results.StatusCode(StatusCodes.Status504GatewayTimeout);
        }
    }
}
