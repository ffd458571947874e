using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Staff;

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
        services.AddSingleton(provider => new AlwaysReached([
            .. provider.GetRequiredService<StaffOptions>().PracticeManagers,
            .. provider.GetRequiredService<IncidentOptions>().SpeakUpPerson is { Length: > 0 } person ? (string[])[person] : [],
        ]));
        services.AddSingleton<AlertChannels>();
        services.AddSingleton<IncidentAccess>();
        services.AddSingleton<ReportWriter>();
        services.AddSingleton<IncidentRegister>();
        services.AddSingleton<IncidentDesk>();
        services.AddSingleton<ReportReader>();
        services.AddSingleton<ReportIntake>();
        services.AddSingleton<SelfCheck>();
        services.AddSingleton<IConversation, ReportConversation>();
        services.AddSingleton<IConversation, MessageReportConversation>();
        services.AddSingleton<IConversation, TriageConversation>();
        services.AddSingleton<IConversation, ChannelConversation>();
        services.AddSingleton<IDeliveryContent, IncidentDeliveries>();
        services.AddSingleton<IRetention, IncidentRetention>();
        services.AddSingleton<IPersonalData, IncidentData>();
        services.AddSingleton<IncidentClocks>();
        services.AddSingleton<UndeliveredReports>();
        services.AddSingleton<UnpostedReports>();
        services.AddSingleton<SpeakUpReports>();
        return services.AddTimedJob<ClockJob>(ClockJob.Every);
    }
}
