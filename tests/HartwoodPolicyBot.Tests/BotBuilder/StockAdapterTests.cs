using System.Net;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Authentication;
using Microsoft.AspNetCore.Http;
using Xunit.Abstractions;

namespace HartwoodPolicyBot.Tests.BotBuilder;

/// <summary>
/// Shows why the SDK's own adapter and authentication are not used, by comparing their reaction to forged requests with this bot's. A
/// new version of the SDK that does better makes a test fail.
/// </summary>
public sealed class StockAdapterTests(StockAdapterTests.Hosts hosts, ITestOutputHelper output) : IClassFixture<StockAdapterTests.Hosts>
{
    private static readonly Forgery Good = new("nothing wrong", "200, answered", "200, answered");

    private AuthenticatedHost Bot => hosts.Bot;

    [Fact]
    public async Task Forged_requests_are_refused_here_whatever_the_stock_adapter_does()
    {
        var (expected, actual) = (new List<string>(), new List<string>());

        // The good request shows that the others are refused because of what is wrong with them.
        foreach (var forgery in Forgeries.All.Prepend(Good))
        {
            expected.Add(Line(forgery.Name, forgery.Here, forgery.Stock));
            actual.Add(Line(forgery.Name, await AskAsync(Bot.Http.SendAsync, forgery), await AskAsync(hosts.Stock.SendAsync, forgery)));
        }

        output.WriteLine(Line("request", "this bot", "stock adapter"));
        actual.ForEach(output.WriteLine);
        Assert.True(Forgeries.All.Count >= 40, $"{Forgeries.All.Count} requests");
        Assert.Equal(expected, actual);
    }

    [Fact]
    public async Task Without_an_app_id_the_stock_adapter_accepts_anybodys_turns_in_production()
    {
        await using var open = await StockHost.StartWithoutAppIdAsync();
        var forgery = Forgeries.All.Single(forgery => forgery.Name == "no token");

        Assert.Equal("200, answered", await AskAsync(open.SendAsync, forgery));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task The_stock_adapter_gives_up_at_the_first_failure_of_Teams(int status)
    {
        Bot.Teams.Answer = (_, _) => Results.StatusCode(status);
        var chat = Bot.Chat();
        using var response = await hosts.Stock.SendAsync(Good.Request(Bot, chat));
        Bot.Teams.Answer = (_, _) => null;

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Single(chat.Sent);
    }

    [Fact]
    public async Task The_stock_adapter_follows_Teams_to_another_host()
    {
        await using var elsewhere = new FakeTeams();
        await elsewhere.StartAsync();
        Bot.Teams.Answer = (_, http) =>
        {
            http.Response.Headers.Location = elsewhere.ServiceUrl.AbsoluteUri;
            return Results.StatusCode(307);
        };
        using var response = await hosts.Stock.SendAsync(Good.Request(Bot, Bot.Chat()));
        Bot.Teams.Answer = (_, _) => null;

        Assert.NotEmpty(elsewhere.Requests);
    }

    /// <summary>Returns the status, and whether the bot answered in the conversation.</summary>
    private async Task<string> AskAsync(Func<HttpRequestMessage, Task<HttpResponseMessage>> send, Forgery forgery)
    {
        var chat = Bot.Chat();
        using var response = await send(forgery.Request(Bot, chat));
        return chat.Sent.Count > 0 ? $"{(int)response.StatusCode}, answered" : $"{(int)response.StatusCode}";
    }

    private static string Line(string request, string here, string stock) => $"{request, -60}{here, -16}{stock}";

    public sealed class Hosts : IAsyncLifetime
    {
        public AuthenticatedHost Bot { get; } = new();

        public StockHost Stock { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await Bot.InitializeAsync();
            Stock = await StockHost.StartAsync(Bot.BotFramework);
        }

        public async Task DisposeAsync()
        {
            await Stock.DisposeAsync();
            await Bot.DisposeAsync();
        }
    }
}
