using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Interests;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Interests;

/// <summary>Registers the services for declared interests.</summary>
internal static class InterestServices
{
    public static IServiceCollection AddInterests(this IServiceCollection services)
    {
        services.AddSingleton<OwnInterests>();
        services.AddSingleton<InterestList>();
        services.AddSingleton(provider => new DeclaredInterests(provider.GetRequiredService<OwnInterests>().AreNamedInAsync));
        services.AddSingleton<IConversation, InterestsConversation>();
        services.AddSingleton<IConversation, InterestListConversation>();
        services.AddSingleton<IDailyReminderSource, InterestReminders>();
        services.AddSingleton<IDailyReminderPart, InterestReminderPart>();
        services.AddSingleton(InterestAudit.Words);
        services.AddSingleton(
            AnswerNoteSource.Below(
                SocialMediaPolicy.ConflictsOfInterest,
                "You can declare an interest with me.",
                InterestOffer.Button(),
                InterestsConversation.Command
            )
        );
        services.AddSingleton<IRetention, InterestRetention>();
        return services.AddSingleton<IPersonalData, InterestData>();
    }
}
