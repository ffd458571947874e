using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Bot.Files;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Training;

namespace HartwoodPolicyBot.Training;

/// <summary>Everything about training as services.</summary>
internal static class TrainingServices
{
    private const string ScenariosFile = "Content/Training/social-media.json";

    public static IServiceCollection AddTraining(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<TrainingOptions>(configuration, "Training");
        services.AddSingleton(Module);
        services.AddSingleton<RunningAttempts>();
        services.AddSingleton<TrainingDesk>();
        services.AddSingleton<TrainingAnswers>();
        services.AddSingleton<TrainingReminders>();
        services.AddSingleton<IDueWork>(provider => provider.GetRequiredService<TrainingReminders>());
        services.AddSingleton<TrainingAssigning>();
        services.AddSingleton<TrainingOffice>();
        services.AddSingleton<UnheardHelp>();
        services.AddSingleton<TrainingRecords>();
        services.AddSingleton<TrainingAddress>();
        services.AddSingleton<TrainingRound>();
        services.AddSingleton<IConversation, TrainingConversation>();
        services.AddSingleton<IConversation, StatusConversation>();
        services.AddSingleton<IFileContent, RecordsFile>();
        services.AddSingleton<IUnderWay, TrainingUnderWay>();
        services.AddSingleton<IWelcomePart, TrainingWelcome>();
        services.AddSingleton<IDeliveryContent, TrainingDeliveries>();
        services.AddSingleton<IDuePart, TrainingDue>();
        services.AddSingleton<IRetention, TrainingRetention>();
        services.AddSingleton<IPersonalData, TrainingData>();
        return services.AddTimedJob<TrainingJob>(TrainingJob.Every);
    }

    /// <summary>What ships with the program is found wherever the program is started from.</summary>
    private static TrainingModule Module(IServiceProvider services)
    {
        var file = Path.Combine(AppContext.BaseDirectory, ScenariosFile);
        var slug = ScenarioFile.PolicyOf(file);
        if (services.GetRequiredService<TaughtPolicies>().Find(slug) is { } policy)
        {
            return ScenarioFile.Load(file, policy, services.GetRequiredService<TrainingOptions>());
        }

        services.GetRequiredService<ILogger<TrainingModule>>().TrainingNotOffered(slug);
        return new TrainingModule(new(slug, slug, "", []), [], []);
    }
}
