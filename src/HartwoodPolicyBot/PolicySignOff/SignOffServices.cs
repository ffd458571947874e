using AdaptiveCards;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Jobs;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.PolicySignOff;

/// <summary>Registers the services for policy sign-off.</summary>
internal static class SignOffServices
{
    private const string BriefsFolder = "Content/Reading";

    public static IServiceCollection AddPolicySignOff(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
            PolicyBriefs.Load(Path.Combine(AppContext.BaseDirectory, BriefsFolder), provider.GetRequiredService<PolicyLibrary>())
        );
        services.AddSingleton(provider => new PolicyFollower(next =>
        {
            var briefs = PolicyBriefs.LoadWhatFits(Path.Combine(AppContext.BaseDirectory, BriefsFolder), next);
            return () => provider.GetRequiredService<PolicyBriefs>().Replace(briefs);
        }));
        services.AddSingleton(_ => new PolicyEffectSource((change, _) => Task.FromResult(Effects(change))));
        services.AddSingleton(_ => new PublishedOffer(policy =>
            AdaptiveExecuteAction.Of("Ask everyone to read it", SignOffVerbs.Offer, policy.Slug)
        ));
        services.AddSingleton(provider => new PolicyContent("brief", provider.GetRequiredService<PolicyBriefs>().Policies));
        services.AddSingleton<OwnSignOffs>();
        services.AddSingleton<SignOffReminders>();
        services.AddSingleton<IDailyReminderSource>(provider => provider.GetRequiredService<SignOffReminders>());
        services.AddSingleton<SignOffRounds>();
        services.AddSingleton<SignOffCard>();
        services.AddSingleton<IConversation, SignOffConversation>();
        services.AddSingleton<IConversation, SignOffRoundConversation>();
        services.AddSingleton<IDailyReminderPart, SignOffReminderPart>();
        services.AddSingleton<IWelcomePart, SignOffWelcomePart>();
        services.AddDeliveryContent<SignOffDeliveries>(SignOffDeliveryKinds.All);
        services.AddSingleton(SignOffAudit.Words);
        services.AddSingleton<IRetention, SignOffRetention>();
        services.AddSingleton<IPersonalData, SignOffData>();
        return services.AddTimedJob<SignOffJob>(SignOffJob.Every);
    }

    /// <summary>Says which lines of a brief a new version no longer has, besides those that are left out already.</summary>
    private static IReadOnlyList<PolicyEffect> Effects(PolicyChange change)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, BriefsFolder);
        var before = change.Before is null ? [] : PolicyBriefs.LoadWhatFits(folder, new PolicyLibrary([change.Before])).SetAside;
        return
        [
            .. PolicyBriefs
                .LoadWhatFits(folder, new PolicyLibrary([change.After]))
                .SetAside.Except(before)
                .Select(line => new PolicyEffect(
                    PolicyEffectKind.Brief,
                    $"The main points will leave out “{line.Quote}”, because the policy no longer says it.",
                    line.Section
                )),
        ];
    }
}
