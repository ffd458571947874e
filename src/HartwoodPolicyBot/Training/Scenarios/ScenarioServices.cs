using AdaptiveCards;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Core.Training.Scenarios;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Jobs;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Training.Scenarios;

/// <summary>Registers the services with which practice managers look after the training scenarios.</summary>
internal static class ScenarioServices
{
    /// <param name="services">The services.</param>
    /// <param name="file">The file with the scenarios that came with the bot.</param>
    public static IServiceCollection AddScenarios(this IServiceCollection services, string file)
    {
        services.AddSingleton(provider => new TrainingScenarios(
            File.Exists(file) ? file : null,
            provider.GetRequiredService<TrainingModule>(),
            provider.GetRequiredService<TrainingOptions>(),
            provider.GetRequiredService<IDbContextFactory<HartwoodDbContext>>()
        ));
        services.AddSingleton<ScenarioAnswers>();
        services.AddSingleton<ReviewScenario>();
        services.AddSingleton<EditScenarios>();
        services.AddSingleton<ScenarioHandover>();
        services.AddSingleton<IConversation, ScenariosConversation>();
        services.AddSingleton<IConversation, WriteScenarioConversation>();
        services.AddDeliveryContent<ScenarioDeliveries>(ScenarioHandover.Described);
        services.AddSingleton(Offer);
        services.AddSingleton(Work);
        services.AddSingleton(ScenarioAudit.Words);
        services.AddSingleton<IRetention, ScenarioRetention>();
        services.AddSingleton<IPersonalData, ScenarioData>();
        return services.AddSingleton(provider => new HeldInMemory(
            "the training scenarios",
            provider.GetRequiredService<TrainingScenarios>().RefreshAsync
        ));
    }

    /// <summary>Offers to mend what a version that was just published no longer says.</summary>
    private static PublishedOffer Offer(IServiceProvider services) =>
        new(policy =>
            policy.Slug == SocialMediaPolicy.Slug && ToMend(services) is > 0 and var count
                ? AdaptiveExecuteAction.Of(count == 1 ? "Mend 1 scenario" : $"Mend {count} scenarios", ScenarioVerbs.ToMend, "1")
                : null
        )
        {
            IsForMinorToo = true,
        };

    private static WorkSource Work(IServiceProvider services) =>
        new(_ =>
            Task.FromResult<IReadOnlyList<AdaptiveExecuteAction>>(
                ToMend(services) is > 0 and var count
                    ?
                    [
                        BotVerbs.CommandButton(
                            count == 1
                                ? "1 training scenario no longer fits the policy"
                                : $"{count} training scenarios no longer fit the policy",
                            ScenarioVerbs.ToMendCommand
                        ),
                    ]
                    : []
            )
        );

    private static int ToMend(IServiceProvider services) =>
        services.GetRequiredService<TrainingScenarios>().All().Count(scenario => scenario.DoesNotFit is not null);
}
