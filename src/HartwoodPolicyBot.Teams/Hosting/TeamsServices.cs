using HartwoodPolicyBot.Teams.Authentication;
using HartwoodPolicyBot.Teams.Connector;
using HartwoodPolicyBot.Teams.Files;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Polly;

namespace HartwoodPolicyBot.Teams.Hosting;

/// <summary>
/// Registers the services of this project: options, rules, limits and files. The host also adds a project that talks to Teams,
/// such as HartwoodPolicyBot.BotBuilder.
/// </summary>
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
        services.AddSingleton<ConnectorTokenValidator>();
        services.AddSingleton<ActivityRules>();
        services.AddSingleton<ServiceHosts>(provider =>
            new(
                provider.GetRequiredService<ConnectorOptions>().AllowedServiceHosts,
                allowLoopback: !provider.GetRequiredService<BotIdentity>().HasCredentials
            )
        );
        services.AddSingleton<ConversationPacer>();
        services.AddSingleton<ResiliencePipeline<HttpResponseMessage>>(provider =>
            ConnectorRetries.Pipeline(provider.GetRequiredService<ConnectorOptions>(), provider.GetRequiredService<TimeProvider>())
        );
        services.AddFiles(configuration);
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
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FileUpload>(provider, OutsideHttp.NewClient()));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FileDownload>(provider, OutsideHttp.NewClient()));
    }
}
