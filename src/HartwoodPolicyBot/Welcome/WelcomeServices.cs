using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Welcome;

/// <summary>Adds the welcome, help and small talk as services.</summary>
internal static class WelcomeServices
{
    public static IServiceCollection AddWelcome(this IServiceCollection services)
    {
        services.AddSingleton<Installations>();
        services.AddSingleton<InstallationConversation>();
        services.AddSingleton<SmallTalkConversation>();
        return services.AddSingleton<IConversation>(provider => provider.GetRequiredService<SmallTalkConversation>());
    }
}
