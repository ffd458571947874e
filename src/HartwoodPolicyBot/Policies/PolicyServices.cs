using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Policies;

/// <summary>Adds the policies, and what quotes them on cards, as services.</summary>
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
