using HartwoodPolicyBot.BotBuilder.Activities;
using HartwoodPolicyBot.BotBuilder.Authentication;
using HartwoodPolicyBot.BotBuilder.Connector;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Authentication;
using HartwoodPolicyBot.Teams.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Client;
using Microsoft.Rest;

namespace HartwoodPolicyBot.BotBuilder.Hosting;

/// <summary>
/// Registers the services that connect the bot to Teams with Bot Builder. The host must also call <c>AddTeams</c>, add an
/// <see cref="ITurnHandler"/>, and map the route.
/// </summary>
public static class BotBuilderServices
{
    public static IServiceCollection AddBotBuilder(this IServiceCollection services)
    {
        services.AddSingleton<ServiceClientCredentials>(provider =>
            BotCredentials.Of(provider.GetRequiredService<BotIdentity>(), provider.GetService<IMsalHttpClientFactory>())
        );
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<TeamsHttpHandler>(provider, OutsideHttp.NewHandler()));
        services.AddSingleton<TeamsConnectorFactory>();
        services.AddSingleton<ITeamsClient, BotBuilderClient>();

        services.AddSingleton<TeamsAuthentication>();
        services.AddSingleton<BotFrameworkAuthentication>(provider => provider.GetRequiredService<TeamsAuthentication>());
        services.AddSingleton<IBotFrameworkHttpAdapter, TeamsAdapter>();
        services.AddSingleton<IBot, TurnHandlerBot>();
        return services;
    }
}

/// <summary>Maps the route of the adapter.</summary>
public static class MessagesRoute
{
    /// <summary>
    /// Maps <c>POST /api/messages</c> straight after routing, so that the middleware for pages doesn't run for it.
    /// </summary>
    public static IEndpointConventionBuilder MapTeamsMessages(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/messages", ProcessAsync).ShortCircuit();

    private static Task ProcessAsync(HttpContext http)
    {
        var adapter = http.RequestServices.GetRequiredService<IBotFrameworkHttpAdapter>();
        return adapter.ProcessAsync(http.Request, http.Response, http.RequestServices.GetRequiredService<IBot>(), http.RequestAborted);
    }
}
