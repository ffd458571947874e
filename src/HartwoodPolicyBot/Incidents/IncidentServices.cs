using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Incidents;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Everything about incidents as services.</summary>
internal static class IncidentServices
{
    public static IServiceCollection AddIncidents(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<IncidentOptions>(configuration, "Incidents");
        services.AddSingleton<AlertChannels>();
        services.AddSingleton<IncidentAudit>();
        services.AddSingleton<IncidentAccess>();
        services.AddSingleton<IncidentRegister>();
        services.AddSingleton<IncidentDesk>();
        services.AddSingleton<ReportReader>();
        services.AddSingleton<SelfCheck>();
        services.AddSingleton<IConversation, ReportConversation>();
        services.AddSingleton<IConversation, TriageConversation>();
        services.AddSingleton<IConversation, ChannelConversation>();
        services.AddSingleton<IDeliveryContent, IncidentDeliveries>();
        return services.AddHostedService<SelfCheckAtStart>();
    }
}
