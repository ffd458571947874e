using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Authentication;
using HartwoodPolicyBot.Teams.Connector;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Polly;

namespace HartwoodPolicyBot.Teams.Hosting;

/// <summary>The Teams edge as services. The host adds an <see cref="IBot"/> and maps the endpoint.</summary>
public static class TeamsServices
{
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BotIdentity>().Bind(configuration).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotIdentity>, BotIdentityValidation>();
        services.AddOptions<ConnectorOptions>().Bind(configuration.GetSection("Teams:Connector")).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<BotIdentity>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ConnectorOptions>>().Value);

        services.AddSingleton<ActivityRules>();
        services.AddSingleton<ServiceHosts>(provider => new(
            provider.GetRequiredService<ConnectorOptions>().AllowedServiceHosts,
            allowLoopback: !provider.GetRequiredService<BotIdentity>().HasCredentials));
        services.AddSingleton<IBotToken>(provider => provider.GetRequiredService<BotIdentity>() switch
        {
            { HasCredentials: false } => new NoBotToken(),
            { MicrosoftAppType: BotIdentity.UserAssignedMsi } identity => new ManagedIdentityBotToken(identity),
            var identity => new SecretBotToken(identity),
        });

        services.AddSingleton<ConversationPacer>();
        services.AddSingleton<ResiliencePipeline<HttpResponseMessage>>(provider =>
            ConnectorRetries.Pipeline(provider.GetRequiredService<ConnectorOptions>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IConnectorClient>(provider => ActivatorUtilities.CreateInstance<ConnectorClient>(provider, ConnectorHttp()));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<MessagesEndpoint>(provider, Validator(provider)));
        return services;
    }

    private static object[] Validator(IServiceProvider provider)
    {
        var identity = provider.GetRequiredService<BotIdentity>();
        if (!identity.HasCredentials)
        {
            return [];
        }

        var address = identity.ToBotFromChannelOpenIdMetadataUrl;
        var documents = new HttpDocumentRetriever { RequireHttps = !new Uri(address).IsLoopback };
        var keys = new ConfigurationManager<OpenIdConnectConfiguration>(address, new OpenIdConnectConfigurationRetriever(), documents);
        return [new ConnectorTokenValidator(identity, keys)];
    }

    /// <summary>No redirects: a redirect would carry the token to a host that nobody checked.</summary>
    private static HttpClient ConnectorHttp() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // Our trace ids mean nothing to Teams.
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
