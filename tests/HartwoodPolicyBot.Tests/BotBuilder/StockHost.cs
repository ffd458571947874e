using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Rest;

namespace HartwoodPolicyBot.Tests.BotBuilder;

/// <summary>
/// Runs an echo bot on the SDK's own adapter and authentication, in Production, as its samples set it up. It is used only for
/// comparison: it shows this bot without its own rules.
/// </summary>
public sealed class StockHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http;

    private StockHost(WebApplication app)
    {
        this.app = app;
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    /// <summary>Starts it with an app id, so that it asks for tokens of <paramref name="tokens"/>.</summary>
    public static Task<StockHost> StartAsync(FakeBotFramework tokens)
    {
        // The SDK reads keys over https only, through a client that cannot be replaced, and caches them in the process by address.
        // The first request for an address decides how it is reached.
        var keys = $"https://{Guid.NewGuid():N}.example/openid";
        _ = new JwtTokenExtractor(new HttpClient(new KeysOnThisMachine(tokens)), new TokenValidationParameters(), keys, null);
        return StartAsync(
            new()
            {
                ["MicrosoftAppType"] = "SingleTenant",
                ["MicrosoftAppId"] = BotIdentities.App,
                ["MicrosoftAppTenantId"] = BotIdentities.Tenant,
                ["MicrosoftAppPassword"] = "a secret for tests",
                ["ToBotFromChannelOpenIdMetadataUrl"] = keys,
                ["ToBotFromEmulatorOpenIdMetadataUrl"] = keys,
                ["ToBotFromChannelTokenIssuer"] = FakeBotFramework.Issuer,
                ["ToChannelFromBotLoginUrl"] = "https://login.microsoftonline.com/botframework.com",
                ["ToChannelFromBotOAuthScope"] = "https://api.botframework.com",
                ["OAuthUrl"] = "https://token.example",
            },
            new FixedCredentials()
        );
    }

    /// <summary>Starts it without an app id.</summary>
    public static Task<StockHost> StartWithoutAppIdAsync() => StartAsync([], null);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => http.SendAsync(request);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    private static async Task<StockHost> StartAsync(Dictionary<string, string?> settings, FixedCredentials? credentials)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var stock = builder.Build();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(configuration, credentials));
        stock.MapPost("/api/messages", (HttpContext context) => adapter.ProcessAsync(context.Request, context.Response, new Echo()));
        await stock.StartAsync();
        return new StockHost(stock);
    }

    private sealed class Echo : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
            turnContext.SendActivityAsync("echo", cancellationToken: cancellationToken);
    }

    /// <summary>Replaces the token service, because the bot's own token is not compared.</summary>
    private sealed class FixedCredentials : ServiceClientCredentialsFactory
    {
        public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
            Task.FromResult(appId == BotIdentities.App);

        public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

        public override Task<ServiceClientCredentials> CreateCredentialsAsync(
            string appId,
            string audience,
            string loginEndpoint,
            bool validateAuthority,
            CancellationToken cancellationToken
        ) => Task.FromResult<ServiceClientCredentials>(new TokenCredentials(FakeEntra.Token));
    }

    private sealed class KeysOnThisMachine(FakeBotFramework tokens) : DelegatingHandler(new HttpClientHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri!;
            var here = new Uri(tokens.Address).GetLeftPart(UriPartial.Authority);
            request.RequestUri = new Uri(here + address.AbsolutePath);
            var response = await base.SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            response.Content = new StringContent(text.Replace(here, address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal));
            return response;
        }
    }
}
