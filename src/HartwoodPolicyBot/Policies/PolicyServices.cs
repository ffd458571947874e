using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Policies;

/// <summary>Registers the policies, and the services that quote them on cards.</summary>
internal static class PolicyServices
{
    public static IServiceCollection AddPolicies(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<PolicyOptions>(configuration, "Policies");
        services.AddSingleton(provider => PolicyLibrary.Load(ProgramFolder.Path(provider.GetRequiredService<PolicyOptions>().Folder)));
        services.AddSingleton<PolicyQuotes>();
        return services.AddSingleton<ContentNames>();
    }
}
