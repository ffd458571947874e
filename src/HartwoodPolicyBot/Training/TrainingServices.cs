using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Core.Training.Scenarios;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Jobs;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Training.Scenarios;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Training;

/// <summary>Registers the services for training.</summary>
internal static class TrainingServices
{
    private const int LongestShown = 60;

    /// <summary>A full path, because the program may be started from any folder.</summary>
    private static readonly string Scenarios = Path.Combine(AppContext.BaseDirectory, "Content/Training/social-media.json");

    public static IServiceCollection AddTraining(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<TrainingOptions>(configuration, "Training");
        services.AddSingleton<TrainingPolicies>();
        services.AddSingleton(Module);
        services.AddScenarios(Scenarios);
        services.AddSingleton(Follower);
        services.AddSingleton(provider => new PolicyEffectSource(
            (change, _) => Task.FromResult<IReadOnlyList<PolicyEffect>>(Effects(change, provider))
        ));
        services.AddSingleton(_ => new PolicyContent("training", File.Exists(Scenarios) ? [ScenarioFile.PolicyOf(Scenarios)] : []));
        services.AddSingleton<AttemptsInProgress>();
        services.AddSingleton<OwnTraining>();
        services.AddSingleton<RecordTrainingAnswer>();
        services.AddSingleton<TrainingReminders>();
        services.AddSingleton<IDailyReminderSource>(provider => provider.GetRequiredService<TrainingReminders>());
        services.AddSingleton<TrainingAssignments>();
        services.AddSingleton<MarkStaffAsLeft>();
        services.AddSingleton<WelcomeTrainee>();
        services.AddSingleton<TrainingStatus>();
        services.AddSingleton<HelpRequestHandover>();
        services.AddSingleton<TrainingRecords>();
        services.AddSingleton<TrainingAddress>();
        services.AddSingleton<AttemptCards>();
        services.AddSingleton<TrainingAnswerNote>();
        services.AddSingleton(provider => new AnswerNoteSource(provider.GetRequiredService<TrainingAnswerNote>().FindAsync));
        services.AddSingleton<IConversation, TrainingConversation>();
        services.AddSingleton<IConversation, TrainingStatusConversation>();
        services.AddFileContent<TrainingRecordsFile>(TrainingRecordsFile.Kind);
        services.AddSingleton<IOngoingTask, TrainingInProgress>();
        services.AddSingleton<IWelcomePart, TrainingWelcomePart>();
        services.AddDeliveryContent<TrainingDeliveries>(TrainingDeliveryKinds.All);
        services.AddSingleton<IDailyReminderPart, TrainingReminderPart>();
        services.AddSingleton(TrainingAudit.Words);
        services.AddSingleton<IRetention, TrainingRetention>();
        services.AddSingleton<IPersonalData, TrainingData>();
        return services.AddTimedJob<TrainingJob>(TrainingJob.Every);
    }

    /// <summary>
    /// Loads the scenarios. Without them, or without their policy, no training is offered, and <c>status</c> says so.
    /// </summary>
    private static TrainingModule Module(IServiceProvider services) =>
        File.Exists(Scenarios) && services.GetRequiredService<TrainingPolicies>().Find(ScenarioFile.PolicyOf(Scenarios)) is { } policy
            ? ScenarioFile.Load(Scenarios, policy, services.GetRequiredService<TrainingOptions>())
            : new TrainingModule(new("", "", "", []), [], []);

    /// <summary>Teaches each version that is published, without the scenarios that no longer fit it.</summary>
    private static PolicyFollower Follower(IServiceProvider services) =>
        new(next => services.GetRequiredService<TrainingScenarios>().Follow(TaughtOf(next.Document, services)));

    private static TrainingPolicy? TaughtOf(Func<string?, PolicyDocument?> find, IServiceProvider services) =>
        services.GetRequiredService<TrainingScenarios>().PolicySlug is { } slug && find(slug) is { } document
            ? services.GetRequiredService<TrainingPolicies>().Of(document)
            : null;

    private static TrainingModule ModuleOf(PolicyDocument? document, IServiceProvider services) =>
        services.GetRequiredService<TrainingScenarios>().Of(TaughtOf(slug => document?.Slug == slug ? document : null, services));

    /// <summary>Says which scenarios a new version sets aside, besides those that are set aside already.</summary>
    private static List<PolicyEffect> Effects(PolicyChange change, IServiceProvider services)
    {
        var before = ModuleOf(change.Before, services).SetAside.Select(aside => aside.Id).ToList();
        var after = ModuleOf(change.After, services);
        var effects = after
            .SetAside.Where(aside => !before.Contains(aside.Id))
            .Select(aside => new PolicyEffect(
                PolicyEffectKind.Scenario,
                $"Training scenario “{Shown(aside)}” will no longer be used. {aside.Why}",
                aside.Section
            ))
            .ToList();
        string Shown(SetAsideScenario aside) =>
            Excerpt.Of(services.GetRequiredService<TrainingScenarios>().Find(aside.Id)?.Text ?? aside.Id, LongestShown);
        return effects.Count > 0 && !after.IsOffered
            ?
            [
                new PolicyEffect(
                    PolicyEffectKind.Scenario,
                    "Too few training scenarios would be left, so no training would be offered.",
                    null
                ),
                .. effects,
            ]
            : effects;
    }
}
