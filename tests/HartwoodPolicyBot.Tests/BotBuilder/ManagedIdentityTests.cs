using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Client;

namespace HartwoodPolicyBot.Tests.BotBuilder;

/// <summary>The bot gets its token with a user-assigned managed identity; for a secret, see <see cref="BotTokenTests"/>.</summary>
public sealed class ManagedIdentityTests : IAsyncLifetime
{
    private readonly Host bot = new();

    public Task InitializeAsync() => bot.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)bot).DisposeAsync();

    [Fact]
    public async Task A_managed_identity_gets_the_token_without_a_secret()
    {
        for (var turn = 0; turn < 3; turn++)
        {
            var chat = bot.Chat();
            using var response = await bot.PostAsync(Question(chat), bot.Bearer());
            Assert.Equal($"Bearer {FakeEntra.Token}", Assert.Single(chat.Sent).Authorization);
        }

        Assert.Equal(1, bot.Entra.Asked);
        Assert.Contains("/metadata/identity/oauth2/token", bot.Entra.LastRequest, StringComparison.Ordinal);
        Assert.Contains($"client_id={bot.Id}", bot.Entra.LastRequest, StringComparison.Ordinal);
        Assert.Contains("resource=https://api.botframework.com", Uri.UnescapeDataString(bot.Entra.LastRequest), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", bot.Entra.LastRequest, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Teams_may_send_the_turn_again_if_the_bot_got_no_token()
    {
        var chat = bot.Chat();
        var question = Question(chat);
        bot.Entra.Fault = () => FakeEntra.Json(System.Net.HttpStatusCode.BadRequest, """{"error":"invalid_request"}""");

        using var without = await bot.PostAsync(question, bot.Bearer());
        Assert.Equal(System.Net.HttpStatusCode.BadGateway, without.StatusCode);
        Assert.Empty(chat.Sent);

        bot.Entra.Fault = null;
        using var with = await bot.PostAsync(question, bot.Bearer());
        Assert.Equal(System.Net.HttpStatusCode.OK, with.StatusCode);
        Assert.Single(chat.Sent);
    }

    private static System.Text.Json.Nodes.JsonObject Question(Chat chat)
    {
        var activity = chat.Activity("message");
        activity["text"] = "help";
        return activity;
    }

    /// <summary>
    /// Runs the bot with a different managed identity each time, because the library caches tokens in the process by identity.
    /// </summary>
    private sealed class Host : BotHost, IAsyncLifetime
    {
        private readonly FakeBotFramework framework = new();

        public string Id { get; } = Guid.NewGuid().ToString();

        public FakeEntra Entra { get; } = new();

        public new async Task InitializeAsync()
        {
            await framework.StartAsync();
            With("MicrosoftAppType", "UserAssignedMSI");
            With("MicrosoftAppId", Id);
            With("MicrosoftAppTenantId", BotIdentities.Tenant);
            With("ToBotFromChannelOpenIdMetadataUrl", framework.Address);
            With("Teams:Connector:AllowedServiceHosts:0", "127.0.0.1");
            await base.InitializeAsync();
        }

        async Task IAsyncLifetime.DisposeAsync()
        {
            await DisposeAsync();
            await framework.DisposeAsync();
        }

        public string Bearer()
        {
            var claims = FakeBotFramework.Claims(Teams.ServiceUrl.AbsoluteUri);
            claims["aud"] = Id;
            return FakeBotFramework.Bearer(claims, framework.Key);
        }

        protected override void Configure(IServiceCollection services) => services.AddSingleton<IMsalHttpClientFactory>(Entra);
    }
}
