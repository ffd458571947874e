using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Jobs;
using HartwoodPolicyBot.Monitoring.Evidence;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Monitoring;

/// <summary>Registers the services for monitoring.</summary>
internal static class MonitoringServices
{
    public static IServiceCollection AddMonitoring(this IServiceCollection services)
    {
        services.AddSingleton<MonitoringReports>();
        services.AddSingleton<MonitoringLists>();
        services.AddSingleton<MonthlyPost>();
        services.AddSingleton<EvidenceIncidents>();
        services.AddSingleton<EvidenceAccounts>();
        services.AddSingleton<EvidenceGuidance>();
        services.AddSingleton<EvidencePack>();
        services.AddSingleton<EvidencePolicies>();
        services.AddSingleton<EvidenceStaff>();
        services.AddSingleton<EvidenceDocument>();
        services.AddFileContent<EvidenceFile>(EvidenceFile.Kind);
        foreach (var audience in Enum.GetValues<Audience>())
        {
            services.AddFileContent<ReportWorkbook>(ReportWorkbook.KindOf(audience), audience);
            services.AddFileContent<ReportPrint>(ReportPrint.KindOf(audience), audience);
        }

        services.AddSingleton<IConversation, MonitoringConversation>();
        services.AddDeliveryContent<MonitoringDeliveries>(MonthlyPost.Described);
        services.AddSingleton(MonitoringAudit.Words);
        services.AddSingleton<IRetention, MonitoringRetention>();
        return services.AddTimedJob<MonitoringJob>(MonitoringJob.Every);
    }
}
