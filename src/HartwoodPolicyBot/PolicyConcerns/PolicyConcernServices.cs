using HartwoodPolicyBot.Core.Common;
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
        services.AddSingleton(ConcernWork);
        return services.AddSingleton<IPersonalData, PolicyConcernData>();
    }

    private static WorkSource ConcernWork(IServiceProvider services) =>
        new(async cancel =>
            await services.GetRequiredService<AnswerPolicyConcern>().WaitingForManagersAsync(cancel) is > 0 and var waiting
                ? [BotVerbs.CommandButton($"{CountWords.Of(waiting, "concern")} about a policy to answer", "concerns")]
                : []
        );
}
