using System.Net;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Client;

namespace HartwoodPolicyBot.Tests.Authentication;

/// <summary>Runs the bot as in production: with credentials, so that every caller must show a token.</summary>
public sealed class AuthenticatedHost : BotHost, IAsyncLifetime
{
    public FakeBotFramework BotFramework { get; } = new();

    public FakeEntra Entra { get; } = new();

    public string ServiceUrl => Teams.ServiceUrl.AbsoluteUri;

    public new async Task InitializeAsync()
    {
        await BotFramework.StartAsync();
        With("MicrosoftAppType", "SingleTenant");
        With("MicrosoftAppId", BotIdentities.App);
        With("MicrosoftAppTenantId", BotIdentities.Tenant);
        With("MicrosoftAppPassword", "a secret for tests");
        With("ToBotFromChannelOpenIdMetadataUrl", BotFramework.Address);
        With("Teams:Connector:AllowedServiceHosts:0", "127.0.0.1");
        await base.InitializeAsync();
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await BotFramework.DisposeAsync();
    }

    /// <summary>Returns a good token with one thing changed.</summary>
    public string Bearer(Action<JsonObject>? change = null)
    {
        var claims = FakeBotFramework.Claims(ServiceUrl);
        change?.Invoke(claims);
        return FakeBotFramework.Bearer(claims, BotFramework.Key);
    }

    /// <summary>Asks a question with a good activity in which one thing is changed, under <paramref name="bearer"/>.</summary>
    public async Task<Attempt> AskAsync(string? bearer, Action<JsonObject>? change = null)
    {
        var chat = Chat();
        var activity = chat.Activity("message");
        activity["text"] = "May I share an image of my workplace?";
        change?.Invoke(activity);
        return await SendAsync(activity, bearer);
    }

    public async Task<Attempt> SendAsync(JsonObject activity, string? bearer)
    {
        var (sent, logged) = (Teams.Requests.Count, Log.All.Count);
        using var response = await PostAsync(activity.ToJsonString(), bearer: bearer);
        var body = await response.Content.ReadAsStringAsync();
        var warnings = Log.All.Skip(logged).Where(line => !line.StartsWith("Information", StringComparison.Ordinal));
        return new(response.StatusCode, body, [.. Teams.Requests.Skip(sent)], [.. warnings]);
    }

    protected override void Configure(IServiceCollection services) => services.AddSingleton<IMsalHttpClientFactory>(Entra);
}

/// <summary>Holds the outcome of one request: its answer, what the bot sent to Teams, and what it logged above information.</summary>
public sealed record Attempt(HttpStatusCode Status, string Body, IReadOnlyList<TeamsRequest> Sent, IReadOnlyList<string> Logged)
{
    public void AssertAnswered()
    {
        Assert.Equal(HttpStatusCode.OK, Status);
        Assert.Single(Sent);
        Assert.Empty(Logged);
    }

    /// <summary>
    /// Asserts that nothing was sent, that the caller was told nothing, and that one log line gives the reason and no more.
    /// </summary>
    public void AssertRefused(HttpStatusCode status, string reason)
    {
        Assert.Equal(status, Status);
        Assert.Empty(Sent);
        Assert.Empty(Body);
        Assert.Equal([$"Warning: Activity refused with {(int)status}: {reason}"], Logged);
    }
}
