using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace HartwoodPolicyBot.Teams.Authentication;

/// <summary>The bot's own token for Teams. Two kinds of credentials, and none at all in Development.</summary>
public interface IBotToken
{
    /// <summary>A bearer token, cached until it nears its end; null when none is needed.</summary>
    ValueTask<string?> GetAsync(CancellationToken cancellationToken);
}

/// <summary>Development without credentials: nobody asks for a token.</summary>
public sealed class NoBotToken : IBotToken
{
    public ValueTask<string?> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);
}

/// <summary>A token for the application's secret (MicrosoftAppType SingleTenant).</summary>
public sealed class SecretBotToken : IBotToken
{
    private readonly IConfidentialClientApplication application;
    private readonly string[] scopes;

    /// <param name="identity">Validated; with tenant and password.</param>
    /// <param name="http">How to reach the token service; the library's own way when null.</param>
    public SecretBotToken(BotIdentity identity, IMsalHttpClientFactory? http = null)
    {
        scopes = [identity.ToChannelFromBotOAuthScope];
        var builder = ConfidentialClientApplicationBuilder
            .Create(identity.MicrosoftAppId)
            .WithClientSecret(identity.MicrosoftAppPassword)
            .WithAuthority($"{identity.ToChannelFromBotLoginUrl.TrimEnd('/')}/{identity.MicrosoftAppTenantId}")
            .WithInstanceDiscovery(false);
        application = (http is null ? builder : builder.WithHttpClientFactory(http)).Build();
    }

    public async ValueTask<string?> GetAsync(CancellationToken cancellationToken) =>
        (await application.AcquireTokenForClient(scopes).ExecuteAsync(cancellationToken)).AccessToken;
}

/// <summary>A token for the machine's user-assigned managed identity (MicrosoftAppType UserAssignedMSI).</summary>
public sealed class ManagedIdentityBotToken(BotIdentity identity) : IBotToken
{
    private readonly IManagedIdentityApplication application = ManagedIdentityApplicationBuilder
        .Create(ManagedIdentityId.WithUserAssignedClientId(identity.MicrosoftAppId))
        .Build();
    private readonly string resource = identity.ToChannelFromBotOAuthScope.Replace("/.default", "", StringComparison.Ordinal);

    public async ValueTask<string?> GetAsync(CancellationToken cancellationToken) =>
        (await application.AcquireTokenForManagedIdentity(resource).ExecuteAsync(cancellationToken)).AccessToken;
}
