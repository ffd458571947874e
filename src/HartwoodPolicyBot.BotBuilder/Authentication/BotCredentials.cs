using System.Net.Http.Headers;
using HartwoodPolicyBot.Teams.Authentication;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using Microsoft.Rest;

namespace HartwoodPolicyBot.BotBuilder.Authentication;

/// <summary>Puts the bot's own token on each request to Teams. The kind of credentials comes from the configuration.</summary>
/// <remarks>
/// The SDK's own credentials (MsalAppCredentials) are not used: they keep tokens in a cache of the whole process, which outlives
/// a host and its secret, block a thread while one request asks for a token, and cannot be cancelled.
/// </remarks>
internal static class BotCredentials
{
    /// <summary>The credentials that <paramref name="identity"/> names; it has been validated.</summary>
    /// <param name="identity">Who the bot is.</param>
    /// <param name="http">How to reach the token service; the library's own way when null.</param>
    public static ServiceClientCredentials Of(BotIdentity identity, IMsalHttpClientFactory? http) =>
        identity switch
        {
            { HasCredentials: false } => new NoCredentials(),
            { MicrosoftAppType: BotIdentity.UserAssignedMsi } => new ManagedIdentityCredentials(identity, http),
            _ => new SecretCredentials(identity, http),
        };

    /// <summary>Development without credentials: nobody asks for a token.</summary>
    private sealed class NoCredentials : ServiceClientCredentials;

    /// <summary>Sets the token that a library of Microsoft gets, and keeps until it nears its end.</summary>
    private abstract class MsalCredentials : ServiceClientCredentials
    {
        public sealed override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var token = await GetTokenAsync(cancellationToken);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
        }

        protected abstract Task<AuthenticationResult> GetTokenAsync(CancellationToken cancellationToken);
    }

    /// <summary>A token for the application's secret (MicrosoftAppType SingleTenant).</summary>
    private sealed class SecretCredentials : MsalCredentials
    {
        private readonly IConfidentialClientApplication application;
        private readonly string[] scopes;

        public SecretCredentials(BotIdentity identity, IMsalHttpClientFactory? http)
        {
            scopes = [identity.ToChannelFromBotOAuthScope];
            var builder = ConfidentialClientApplicationBuilder
                .Create(identity.MicrosoftAppId)
                .WithClientSecret(identity.MicrosoftAppPassword)
                .WithAuthority($"{identity.ToChannelFromBotLoginUrl.TrimEnd('/')}/{identity.MicrosoftAppTenantId}")
                .WithInstanceDiscovery(false);
            application = (http is null ? builder : builder.WithHttpClientFactory(http)).Build();
        }

        protected override Task<AuthenticationResult> GetTokenAsync(CancellationToken cancellationToken) =>
            application.AcquireTokenForClient(scopes).ExecuteAsync(cancellationToken);
    }

    /// <summary>A token for the machine's user-assigned managed identity (MicrosoftAppType UserAssignedMSI).</summary>
    private sealed class ManagedIdentityCredentials : MsalCredentials
    {
        private readonly IManagedIdentityApplication application;
        private readonly string resource;

        public ManagedIdentityCredentials(BotIdentity identity, IMsalHttpClientFactory? http)
        {
            resource = identity.ToChannelFromBotOAuthScope.Replace("/.default", "", StringComparison.Ordinal);
            var builder = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(identity.MicrosoftAppId));
            application = (http is null ? builder : builder.WithHttpClientFactory(http)).Build();
        }

        protected override Task<AuthenticationResult> GetTokenAsync(CancellationToken cancellationToken) =>
            application.AcquireTokenForManagedIdentity(resource).ExecuteAsync(cancellationToken);
    }
}
