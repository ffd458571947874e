using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Jobs;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Registers the services for incidents.</summary>
internal static class IncidentServices
{
    public static IServiceCollection AddIncidents(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<FollowUpOptions>(configuration, "Incidents");
        services.AddSingleton(provider =>
            FollowUpKeyFile.Read(provider.GetRequiredService<FollowUpOptions>(), provider.GetRequiredService<StorageOptions>())
        );
        services.AddSingleton<FollowUpCodes>();
        services.AddSingleton<RestoredCodes>();
        services.AddSingleton<EarlierCodes>();
        services.AddSingleton<IRetention>(provider => provider.GetRequiredService<EarlierCodes>());
        services.AddSingleton<IChannelCards, OpenIncidentCards>();
        services.AddSingleton<IncidentAccess>();
        services.AddSingleton<ReportWriter>();
        services.AddSingleton<IncidentStore>();
        services.AddSingleton<ReportDestinations>();
        services.AddSingleton<IncidentChanges>();
        services.AddSingleton<IncidentHandling>();
        services.AddSingleton<IncidentList>();
        services.AddSingleton<OpenIncidents>();
        services.AddSingleton<IncidentEffects>();
        services.AddSingleton(provider => new PolicyEffectSource(provider.GetRequiredService<IncidentEffects>().FindAsync));
        services.AddSingleton<SpeakUpReports>();
        services.AddSingleton<ReportFormReader>();
        services.AddSingleton<ReportIntake>();
        services.AddSingleton<CurrentIncidentCard>();
        services.AddSingleton<OpenIncident>();
        services.AddSingleton<IConversation, ReportConversation>();
        services.AddSingleton<IConversation, OwnReportConversation>();
        services.AddSingleton<IConversation, MessageReportConversation>();
        services.AddSingleton<IConversation, IncidentHandlingConversation>();
        services.AddSingleton<IConversation, IncidentListConversation>();
        services.AddSingleton<IConversation, SpeakUpConversation>();
        services.AddSingleton<IWelcomePart, SpeakUpWelcomePart>();
        services.AddDeliveryContent<IncidentDeliveries>(IncidentDeliveryKinds.Cards);
        services.AddDeliveryContent<IncidentNoticeDeliveries>(IncidentDeliveryKinds.Notices);
        services.AddSingleton(IncidentAudit.Words);
        services.AddSingleton<IRetention, IncidentRetention>();
        services.AddSingleton<IPersonalData, IncidentData>();
        services.AddSingleton<IncidentClocks>();
        services.AddSingleton<UndeliveredSpeakUpReports>();
        services.AddSingleton<ReportsWithoutChannel>();
        services.AddSingleton<SpeakUpHandover>();
        return services.AddTimedJob<IncidentClockJob>(IncidentClockJob.Every);
    }
}
