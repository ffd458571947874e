using HartwoodPolicyBot.Start;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Routing;

/// <summary>Registers the services that route each turn to the feature that answers it.</summary>
internal static class RoutingServices
{
    public static IServiceCollection AddRouting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<BotOptions>(configuration, "Bot");
        services.AddSingleton<CommandList>();
        services.AddSingleton<RecentOffers>();
        services.AddSingleton<RecentTurns>();
        services.AddSingleton<StaffChatRecorder>();
        services.AddSingleton<PersonalChats>();
        services.AddSingleton<ManagerAccess>();
        services.AddSingleton<SenderLimit>();
        services.AddSingleton<SenderTurns>();
        services.AddSingleton<ClickDelivery>();
        services.AddSingleton<OngoingTasks>();
        services.AddSingleton<TurnRouter>();
        services.AddHostedService<MemoryAfterStart>();
        return services.AddSingleton<ITurnHandler, PolicyBot>();
    }
}
