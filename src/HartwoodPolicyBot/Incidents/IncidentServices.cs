using HartwoodPolicyBot.Channels;
using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Jobs;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Status;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Everything about incidents as services.</summary>
internal static class IncidentServices
{
    public static IServiceCollection AddIncidents(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<IncidentOptions>(configuration, "Incidents");
        services
            .AddOptions<IncidentOptions>()
            .Validate<StaffOptions>(
                (incidents, staff) => !staff.IsPracticeManager(incidents.SpeakUpPerson),
                "Incidents:SpeakUpPerson is in Staff:PracticeManagers too: a report about a practice manager must go to somebody who is none."
            );
        services.AddSingleton(provider => new AlwaysReachable([
            .. provider.GetRequiredService<StaffOptions>().PracticeManagers,
            .. provider.GetRequiredService<IncidentOptions>().SpeakUpPerson is { Length: > 0 } person ? (string[])[person] : [],
        ]));
        services.AddSingleton<ChannelLookup>();
        services.AddSingleton<IncidentAccess>();
        services.AddSingleton<ReportWriter>();
        services.AddSingleton<IncidentStore>();
        services.AddSingleton<IncidentHandling>();
        services.AddSingleton<ReportFormReader>();
        services.AddSingleton<ReportIntake>();
        services.AddSingleton<StatusCheck>();
        services.AddSingleton<IConversation, ReportConversation>();
        services.AddSingleton<IConversation, MessageReportConversation>();
        services.AddSingleton<IConversation, IncidentHandlingConversation>();
        services.AddSingleton<IConversation, ChannelConversation>();
        services.AddSingleton<IDeliveryContent, IncidentDeliveries>();
        services.AddSingleton<IRetention, IncidentRetention>();
        services.AddSingleton<IPersonalData, IncidentData>();
        services.AddSingleton<IncidentClocks>();
        services.AddSingleton<UndeliveredSpeakUpReports>();
        services.AddSingleton<ReportsWithoutChannel>();
        services.AddSingleton<SpeakUpHandover>();
        return services.AddTimedJob<IncidentClockJob>(IncidentClockJob.Every);
    }
}
