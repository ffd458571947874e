using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Home;

/// <summary>Registers the services of the practice managers' home.</summary>
internal static class HomeServices
{
    public static IServiceCollection AddHome(this IServiceCollection services)
    {
        services.AddSingleton<KnownStaff>();
        services.AddSingleton<TeamRoster>();
        services.AddSingleton<SetUpChecklist>();
        services.AddSingleton<WorkToDo>();
        services.AddSingleton(HomeAudit.Words);
        services.AddSingleton<IWelcomePart, HomeWelcomePart>();
        return services.AddSingleton<IConversation, HomeConversation>();
    }
}
