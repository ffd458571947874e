using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Status;

/// <summary>Registers the services of <c>status</c>.</summary>
internal static class StatusServices
{
    public static IServiceCollection AddStatus(this IServiceCollection services)
    {
        services.AddSingleton<ManagersStatus>();
        services.AddSingleton<IncidentsChannelStatus>();
        services.AddSingleton<StatusCheck>();
        services.AddSingleton(StatusAudit.Words);
        return services.AddSingleton<IConversation, StatusConversation>();
    }
}
