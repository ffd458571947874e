using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Status;

/// <summary>Adds <c>status</c> as a service.</summary>
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
