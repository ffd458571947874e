using System.Net.Http.Headers;
using HartwoodPolicyBot.Teams.Authentication;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using Microsoft.Rest;

namespace HartwoodPolicyBot.BotBuilder.Authentication;

/// <summary>
/// Creates the credentials that put the bot's token on each request to Teams. The configuration says which kind.
/// </summary>
/// <remarks>
/// The SDK's own credentials (MsalAppCredentials) are not used, for three reasons. They keep tokens in a cache of the whole
/// process, which outlives a host and its secret. They block a thread while one request asks for a token. They can't be
/// cancelled.
/// </remarks>
internal static class BotCredentials
{
    /// <summary>Returns the credentials that <paramref name="identity"/> names, which has been validated already.</summary>
    /// <param name="identity">The bot's identity.</param>
    /// <param name="http">Makes the HTTP clients for the token service; null for the library's own.</param>
    public static ServiceClientCredentials Of(BotIdentity identity, IMsalHttpClientFactory? http) =>
        identity switch
        {
            { HasCredentials: false } => new NoCredentials(),
            { MicrosoftAppType: BotIdentity.UserAssignedMsi } => new ManagedIdentityCredentials(identity, http),
            _ => new SecretCredentials(identity, http),
        };

    /// <summary>Sends no token, for Development without credentials.</summary>
    private sealed class NoCredentials : ServiceClientCredentials;

    /// <summary>Sets the token that Microsoft's library gets and caches until it is about to expire.</summary>
    private abstract class MsalCredentials : ServiceClientCredentials
    {
        public sealed override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var token = await GetTokenAsync(cancellationToken);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
        }

        protected abstract Task<AuthenticationResult> GetTokenAsync(CancellationToken cancellationToken);
    }

    /// <summary>Gets tokens with the application's secret (MicrosoftAppType SingleTenant).</summary>
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

    /// <summary>Gets tokens for the machine's user-assigned managed identity (MicrosoftAppType UserAssignedMSI).</summary>
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
