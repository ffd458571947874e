using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Authentication;
using HartwoodPolicyBot.Teams.Connector;
using HartwoodPolicyBot.Teams.Files;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Polly;

namespace HartwoodPolicyBot.Teams.Hosting;

/// <summary>The Teams edge as services. The host adds an <see cref="ITurnHandler"/> and maps the endpoint.</summary>
public static class TeamsServices
{
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BotIdentity>().Bind(configuration).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotIdentity>, BotIdentityValidation>();
        services
            .AddOptions<ConnectorOptions>()
            .Bind(configuration.GetSection("Teams:Connector"))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<BotIdentity>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ConnectorOptions>>().Value);

        services.AddSingleton<SigningKeys>();
        services.AddSingleton<ActivityRules>();
        services.AddSingleton<ServiceHosts>(provider =>
            new(
                provider.GetRequiredService<ConnectorOptions>().AllowedServiceHosts,
                allowLoopback: !provider.GetRequiredService<BotIdentity>().HasCredentials
            )
        );
        services.AddSingleton<IBotToken>(provider =>
            provider.GetRequiredService<BotIdentity>() switch
            {
                { HasCredentials: false } => new NoBotToken(),
                { MicrosoftAppType: BotIdentity.UserAssignedMsi } identity => new ManagedIdentityBotToken(identity),
                var identity => new SecretBotToken(identity, provider.GetService<IMsalHttpClientFactory>()),
            }
        );

        services.AddSingleton<ConversationPacer>();
        services.AddSingleton<ResiliencePipeline<HttpResponseMessage>>(provider =>
            ConnectorRetries.Pipeline(provider.GetRequiredService<ConnectorOptions>(), provider.GetRequiredService<TimeProvider>())
        );
        services.AddSingleton<ITeamsClient>(provider => ActivatorUtilities.CreateInstance<ConnectorClient>(provider, OutsideHttp()));
        services.AddFiles(configuration);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<MessagesEndpoint>(provider, Validator(provider)));
        return services;
    }

    private static void AddFiles(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TeamsFileOptions>().Bind(configuration.GetSection("Teams:Files")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<TeamsFileOptions>>().Value);
        services.AddSingleton<UploadHosts>(provider =>
            new(
                provider.GetRequiredService<TeamsFileOptions>().AllowedUploadHosts,
                allowLoopback: !provider.GetRequiredService<BotIdentity>().HasCredentials
            )
        );
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FileUpload>(provider, OutsideHttp()));
    }

    /// <summary>None in Development without credentials; the endpoint then takes calls from this machine only.</summary>
    private static object[] Validator(IServiceProvider provider) =>
        provider.GetRequiredService<BotIdentity>().HasCredentials
            ? [ActivatorUtilities.CreateInstance<ConnectorTokenValidator>(provider)]
            : [];

    /// <summary>No redirects: a redirect would carry the token, or a file, to a host that nobody checked.</summary>
    private static HttpClient OutsideHttp() =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                // Our trace ids mean nothing to Teams.
                ActivityHeadersPropagator = null,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
}
