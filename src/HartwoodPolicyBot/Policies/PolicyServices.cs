using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Jobs;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Policies;

/// <summary>Registers the policies with their versions, and the services that quote and publish them.</summary>
internal static class PolicyServices
{
    public static IServiceCollection AddPolicies(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<PolicyOptions>(configuration, "Policies");
        services.AddSingleton(provider => ShippedPolicies.Load(ProgramFolder.Path(provider.GetRequiredService<PolicyOptions>().Folder)));
        services.AddSingleton(provider => new PolicyLibrary([
            .. provider.GetRequiredService<ShippedPolicies>().Policies.Select(policy => policy.Document),
        ]));
        services.AddSingleton<TakeOverShippedPolicies>();
        services.AddSingleton<PoliciesInForce>();
        services.AddSingleton<PolicyVersions>();
        services.AddSingleton<PolicyDrafts>();
        services.AddSingleton<PublishPolicy>();
        services.AddSingleton<PolicyUse>();
        services.AddSingleton<PolicyReader>();
        services.AddSingleton<PolicyUpload>();
        services.AddSingleton(PolicyReviewPages.FileKind);
        services.AddSingleton<PolicyReviewPages>();
        services.AddSingleton<PublishedCards>();
        services.AddSingleton<IConversation, PolicyUpdateConversation>();
        services.AddSingleton<IConversation, PolicyVersionsConversation>();
        services.AddSingleton(PolicyAudit.Words);
        services.AddSingleton<IRetention, PolicyRetention>();
        services.AddSingleton<IPersonalData, PolicyData>();
        services.AddSingleton(provider => new HeldInMemory("the policies", provider.GetRequiredService<PoliciesInForce>().RefreshAsync)
        {
            // A version may come into force with the day.
            AtLeast = TimeSpan.FromSeconds(30),
        });
        services.AddSingleton<PolicyQuotes>();
        return services.AddSingleton<ContentNames>();
    }
}
