using HartwoodPolicyBot.Core.PolicyConcerns;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.PolicyConcerns;

/// <summary>Registers the services for concerns that a policy discriminates.</summary>
internal static class PolicyConcernServices
{
    public static IServiceCollection AddPolicyConcerns(this IServiceCollection services)
    {
        services.AddSingleton<PolicyAuthors>();
        services.AddSingleton<ConcernCodes>();
        services.AddSingleton<RaisePolicyConcern>();
        services.AddSingleton<AnswerPolicyConcern>();
        services.AddSingleton<OwnPolicyConcerns>();
        services.AddSingleton<IConversation, RaiseConcernConversation>();
        services.AddSingleton<IConversation, AnswerConcernConversation>();
        services.AddDeliveryContent<ConcernDeliveries>(PolicyConcernDeliveryKinds.All);
        services.AddSingleton(PolicyConcernAudit.Words);
        services.AddSingleton<IRetention, PolicyConcernRetention>();
        return services.AddSingleton<IPersonalData, PolicyConcernData>();
    }
}
