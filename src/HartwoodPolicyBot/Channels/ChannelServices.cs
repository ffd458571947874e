using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Channels;

/// <summary>Registers the services that know the channels for reports.</summary>
internal static class ChannelServices
{
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<ChannelOptions>(configuration, "Incidents");
        services
            .AddOptions<ChannelOptions>()
            .Validate<StaffOptions>(
                (incidents, staff) => !staff.ActsAsManager(incidents.SpeakUpId),
                "Incidents:SpeakUpPerson is in Staff:PracticeManagers or Staff:Deputies too. A report about a practice manager or a "
                    + "deputy must go to someone else."
            );
        services.AddSingleton(provider => new AlwaysReachable([
            .. provider.GetRequiredService<StaffOptions>().ManagersAndDeputies,
            .. provider.GetRequiredService<ChannelOptions>().SpeakUpId is { } person ? (PersonId[])[person] : [],
            .. provider.GetRequiredService<StaffOptions>().PolicyAuthorId is { } author ? (PersonId[])[author] : [],
        ]));
        services.AddSingleton<ChannelLookup>();
        services.AddSingleton<IncidentsChannelAccess>();
        services.AddSingleton<ReturnedChannels>();
        services.AddSingleton(ChannelAudit.Words);
        return services.AddSingleton<IConversation, ChannelConversation>();
    }
}
