using System.Net;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Authentication;

/// <summary>The bot's own token goes only to allowed hosts, and a turn can be repeated when there is no token.</summary>
public sealed class BotTokenTests : IAsyncLifetime
{
    private readonly AuthenticatedHost bot = new();
    private readonly FakeTeams elsewhere = new();

    public async Task InitializeAsync()
    {
        await elsewhere.StartAsync();
        await bot.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await elsewhere.DisposeAsync();
    }

    [Fact]
    public async Task A_stored_service_url_that_is_no_longer_allowed_gets_neither_message_nor_token()
    {
        var forged = new UriBuilder(elsewhere.ServiceUrl) { Host = "localhost" }.Uri;
        var connector = bot.Services.GetRequiredService<ITeamsClient>();
        var there = new ConversationAddress(forged, "a:b");

        Assert.Equal(
            TeamsOutcome.Refused,
            (await connector.SendToConversationAsync(there, new TeamsActivity { Text = "x" }, CancellationToken.None)).Outcome
        );
        Assert.Equal(TeamsOutcome.Refused, (await connector.DeleteActivityAsync(there, "1", CancellationToken.None)).Outcome);
        Assert.Equal(TeamsOutcome.Refused, (await connector.GetConversationMembersAsync(there, CancellationToken.None)).Outcome);
        Assert.Equal(TeamsOutcome.Refused, (await connector.GetConversationMemberAsync(there, "29:p", CancellationToken.None)).Outcome);
        Assert.Equal(
            TeamsOutcome.Refused,
            (await connector.CreateConversationAsync(forged, NewConversation.WithPerson("b", "p", "t"), CancellationToken.None)).Outcome
        );

        Assert.Empty(elsewhere.Requests);
        Assert.Equal(0, bot.Entra.Asked);
        Assert.Equal(5, bot.Log.All.Count(line => line == "Warning: Not sent: host localhost is not allowed"));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        bot.Teams.Answer = (_, http) =>
        {
            http.Response.Headers.Location = elsewhere.ServiceUrl.AbsoluteUri;
            return Results.StatusCode(status);
        };

        var attempt = await bot.AskAsync(bot.Bearer());

        Assert.Equal(HttpStatusCode.OK, attempt.Status);
        Assert.Single(attempt.Sent);
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, """{"error":"invalid_client","error_description":"the secret has expired"}""")]
    [InlineData(HttpStatusCode.BadRequest, "<html>")]
    [InlineData(HttpStatusCode.OK, "{}")]
    public async Task Teams_may_send_the_turn_again_if_the_bot_got_no_token(HttpStatusCode status, string answer)
    {
        var chat = bot.Chat();
        var activity = chat.Activity("message");
        activity["text"] = "help";
        bot.Entra.Fault = () => FakeEntra.Json(status, answer);

        var without = await bot.SendAsync(activity, bot.Bearer());
        Assert.Equal((HttpStatusCode.BadGateway, ""), (without.Status, without.Body));
        Assert.Empty(without.Sent);
        Assert.StartsWith("Error: No token for Teams: ", Assert.Single(without.Logged), StringComparison.Ordinal);

        bot.Entra.Fault = null;
        (await bot.SendAsync(activity, bot.Bearer())).AssertAnswered();
    }

    [Fact]
    public async Task A_token_is_not_shared_with_another_host()
    {
        (await bot.AskAsync(bot.Bearer())).AssertAnswered();
        var next = new AuthenticatedHost();
        await next.InitializeAsync();
        var attempt = await next.AskAsync(next.Bearer());
        await next.DisposeAsync();

        attempt.AssertAnswered();
        Assert.Equal((1, 1), (bot.Entra.Asked, next.Entra.Asked));
    }

    [Fact]
    public async Task The_log_holds_neither_the_secret_nor_a_token()
    {
        var bearer = bot.Bearer();
        await bot.AskAsync(bearer);
        await bot.AskAsync(bearer + "x");
        bot.Teams.Answer = (_, _) => Results.StatusCode(401);
        await bot.AskAsync(bearer);

        Assert.DoesNotContain(
            bot.Log.All,
            line =>
                line.Contains(FakeEntra.Token, StringComparison.Ordinal)
                || line.Contains("a secret for tests", StringComparison.Ordinal)
                || line.Contains(bearer.Split('.')[1], StringComparison.Ordinal)
        );
    }
}
