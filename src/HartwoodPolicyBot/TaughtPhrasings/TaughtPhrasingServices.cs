using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.TaughtPhrasings;
using HartwoodPolicyBot.Jobs;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.TaughtPhrasings;

/// <summary>Registers the services with which practice managers teach the bot which section answers a question.</summary>
internal static class TaughtPhrasingServices
{
    public static IServiceCollection AddTaughtPhrasings(this IServiceCollection services)
    {
        services.AddSingleton<TaughtSections>();
        services.AddSingleton<SectionChoices>();
        services.AddSingleton<FindTaughtChanges>();
        services.AddSingleton<TeachSection>();
        services.AddSingleton<IConversation, TeachSectionConversation>();
        services.AddSingleton<IConversation, TaughtPhrasingsConversation>();
        services.AddSingleton(provider => new PolicyFollower(_ => provider.GetRequiredService<TaughtSections>().ReadAgain));
        services.AddSingleton(provider => new PolicyEffectSource(
            (change, _) => Task.FromResult(TaughtPhrasingEffects.Of(change, provider.GetRequiredService<TaughtSections>().All))
        ));
        services.AddSingleton(provider => new HeldInMemory(
            "what practice managers have taught",
            provider.GetRequiredService<TaughtSections>().RefreshAsync
        ));
        services.AddSingleton(TaughtPhrasingAudit.Words);
        services.AddSingleton(TaughtPhrasingAttempts.Words);
        return services.AddSingleton<IPersonalData, TaughtPhrasingData>();
    }
}
