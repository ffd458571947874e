using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Interests;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;

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
        services.AddSingleton(new AnswerNoteSource((turn, section, _) => Task.FromResult(Note(turn, section))));
        services.AddSingleton<IRetention, InterestRetention>();
        return services.AddSingleton<IPersonalData, InterestData>();
    }

    /// <summary>Says below the policy's section on conflicts of interest that one can be declared with the bot.</summary>
    private static AnswerNote? Note(ITurn turn, PolicySection section) =>
        section.Id == SocialMediaPolicy.IdOf(SocialMediaPolicy.ConflictsOfInterest)
            ? new(
                "You can declare an interest with me.",
                Sender.IsPersonal(turn) ? InterestOffer.Button() : PrivateChat.Button(turn, InterestsConversation.Command)
            )
            : null;
}
