using System.Globalization;
using System.Net;
using System.Runtime.ExceptionServices;
using System.Security.Claims;
using System.Text.Json;
using AdaptiveCards;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection;
using SdkActivity = Microsoft.Bot.Schema.Activity;

namespace HartwoodPolicyBot.Tests.BotBuilder;

/// <summary>Known oddities of the SDK, found by reading and trying it, must not affect a turn.</summary>
public sealed class AdapterTests(ConnectorHost bot) : IClassFixture<ConnectorHost>
{
    private BotFrameworkAuthentication Authentication => bot.Services.GetRequiredService<BotFrameworkAuthentication>();

    private ConnectorFactory Connectors => Authentication.CreateConnectorFactory(new ClaimsIdentity());

    [Theory]
    [InlineData("19:prüfung@thread.tacv2")]
    [InlineData("19:проверка")]
    [InlineData("a:\u0007bell")]
    [InlineData("a:line\r\nx-forged: header")]
    public async Task A_conversation_whose_id_does_not_fit_into_a_header_is_answered(string conversation)
    {
        bot.Answering();
        var chat = new Chat(bot, "personal") { Conversation = conversation };

        await chat.SayAsync("help");

        Assert.Equal(HttpStatusCode.OK, chat.Status);
        Assert.StartsWith(
            $"POST /v3/conversations/{Uri.EscapeDataString(conversation)}/activities",
            Assert.Single(bot.Arrived).Target,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("no such language")]
    public async Task A_turn_does_not_look_up_the_language_of_its_sender(string locale)
    {
        var chat = bot.Chat();
        var activity = chat.Activity("message");
        activity["text"] = "help";
        activity["locale"] = locale;
        var failed = 0;
        void Count(object? sender, FirstChanceExceptionEventArgs thrown) => failed += thrown.Exception is CultureNotFoundException ? 1 : 0;
        AppDomain.CurrentDomain.FirstChanceException += Count;
        await chat.SendAsync(activity);
        AppDomain.CurrentDomain.FirstChanceException -= Count;

        Assert.Equal(HttpStatusCode.OK, chat.Status);
        Assert.Equal(0, failed);
    }

    [Fact]
    public async Task A_card_arrives_as_the_port_writes_it()
    {
        bot.Answering();
        var card = new AdaptiveCard { FallbackText = "½ <ü>", Body = [new AdaptiveTextBlock("“Quoted” & \\ escaped 😀")] };
        await bot.RunAsync(client =>
            client.SendToConversationAsync(bot.Somewhere(), CardMessage.Of(card, "toast"), CancellationToken.None)
        );

        Assert.Equal(
            JsonSerializer.Serialize(card, TeamsJson.Wire.AdaptiveCard).Replace("\\uD83D\\uDE00", "😀", StringComparison.Ordinal),
            bot.Teams.Requests[^1].Body.GetProperty("attachments")[0].GetProperty("content").GetRawText()
        );
    }

    [Theory]
    [InlineData("29:2026-11-28T10:00:00Z", "29:2026-11-28T10:00:00Z")]
    [InlineData("2026-11-28T10:00:00Z", "2026-11-28T10:00:00Z")]
    [InlineData(7, null)]
    [InlineData(true, null)]
    public async Task An_id_is_used_exactly_as_it_was_sent_or_refused(object id, string? read)
    {
        bot.Answering(_ => Results.Json(new { members = new[] { new { id, name = "Asha" }, new { id = (object)"29:b", name = "Ben" } } }));
        var result = await bot.RunAsync(client => client.GetConversationMembersAsync(bot.Somewhere(), CancellationToken.None));

        Assert.Equal([(read, "Asha"), ("29:b", "Ben")], result.Value!.Select(member => (member.Id, member.Name!)));
    }

    [Theory]
    [InlineData(204, "application/json", "")]
    [InlineData(200, "application/json; charset=nonsense", """{"id":"1"}""")]
    [InlineData(206, "text/html", "<p>")]
    public async Task Any_success_status_counts_as_a_success(int status, string contentType, string body)
    {
        bot.Answering(http =>
        {
            http.Response.StatusCode = status;
            http.Response.ContentType = contentType;
            return body.Length == 0 ? Results.Empty : Results.Text(body, statusCode: status);
        });
        var result = await bot.SendAsync();

        Assert.Equal(TeamsOutcome.Done, result.Outcome);
        Assert.Single(bot.Arrived);
    }

    [Fact]
    public async Task The_wait_that_Teams_still_asks_for_after_the_last_attempt_is_in_the_result()
    {
        bot.Answering([.. Enumerable.Repeat(ConnectorHost.RetryAfter(503, "7"), 5)]);
        var result = await bot.SendAsync();

        Assert.Equal((TeamsOutcome.Unavailable, TimeSpan.FromSeconds(7), true), (result.Outcome, result.RetryAfter, result.IsServerFault));
    }

    [Fact]
    public async Task One_client_per_service_url_is_kept_after_its_turn()
    {
        var (here, there) = (bot.Teams.ServiceUrl.AbsoluteUri, bot.Teams.ServiceUrl.AbsoluteUri + "uk/");
        var client = await Connectors.CreateAsync(here, "", CancellationToken.None);
        client.Dispose();

        Assert.Same(client, await Connectors.CreateAsync(here, "", CancellationToken.None));
        Assert.NotSame(client, await Connectors.CreateAsync(there, "", CancellationToken.None));
        bot.Answering();
        var sent = await client.Conversations.SendToConversationAsync("a:b", new SdkActivity("message"), CancellationToken.None);
        Assert.StartsWith("sent-", sent.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_client_is_given_out_for_a_host_that_is_not_allowed() =>
        await Assert.ThrowsAnyAsync<Exception>(() => Connectors.CreateAsync("https://evil.example/", "", CancellationToken.None));

    [Fact]
    public async Task The_SDKs_own_methods_for_processing_a_turn_are_closed()
    {
        var activity = new SdkActivity("message") { ServiceUrl = bot.Teams.ServiceUrl.AbsoluteUri, ChannelId = "msteams" };

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            Authentication.AuthenticateRequestAsync(activity, "", CancellationToken.None)
        );
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            Authentication.AuthenticateStreamingRequestAsync("", "msteams", CancellationToken.None)
        );
        var users = await Authentication.CreateUserTokenClientAsync(new ClaimsIdentity(), CancellationToken.None);
        await Assert.ThrowsAsync<NotSupportedException>(() => users.GetUserTokenAsync("", "", "", "", CancellationToken.None));
    }
}
