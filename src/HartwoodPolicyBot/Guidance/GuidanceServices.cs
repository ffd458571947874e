using HartwoodPolicyBot.Core.Guidance;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Jobs;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Guidance;

/// <summary>Registers the services for national guidance.</summary>
internal static class GuidanceServices
{
    public static IServiceCollection AddGuidance(this IServiceCollection services)
    {
        services.AddSingleton(_ => GuidanceFile.Load(ProgramFolder.Path("Content/guidance.json")));
        services.AddSingleton<CheckGuidance>();
        services.AddSingleton<GuidanceReminders>();
        services.AddSingleton<IConversation, GuidanceConversation>();
        services.AddSingleton(GuidanceWork);
        services.AddDeliveryContent<GuidanceDeliveries>(GuidanceReminders.Described);
        services.AddSingleton(GuidanceAudit.Words);
        services.AddSingleton<IRetention, GuidanceRetention>();
        services.AddSingleton<IPersonalData, GuidanceData>();
        return services.AddTimedJob<GuidanceJob>(GuidanceJob.Every);
    }

    /// <summary>Puts the check on the practice managers' home from the reminder until somebody makes it.</summary>
    private static WorkSource GuidanceWork(IServiceProvider services) =>
        new(async cancel =>
            (await services.GetRequiredService<CheckGuidance>().StatusAsync(cancel)).IsDue
                ? [BotVerbs.CommandButton("National guidance: check whether it has changed", GuidanceVerbs.Command)]
                : []
        );
}
