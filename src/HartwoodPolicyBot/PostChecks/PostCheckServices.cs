using HartwoodPolicyBot.Core.PostChecks;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.PostChecks;

/// <summary>Registers the services that check a post before it goes out.</summary>
internal static class PostCheckServices
{
    private const string BankFolder = "Content/Posts";
    private const string LearnedEnding = ".concerns";
    private const string WordsFile = "Content/post-words.txt";

    public static IServiceCollection AddPostChecks(this IServiceCollection services)
    {
        services.AddSingleton(_ => new PostCheckSettings());
        services.AddSingleton(provider => new ConcernLearning(
            ProgramFolder.Path(BankFolder),
            ProgramFolder.Path(WordsFile),
            SqliteFile.Beside(provider.GetRequiredService<StorageOptions>(), LearnedEnding),
            provider.GetRequiredService<PostCheckSettings>(),
            provider.GetRequiredService<ILogger<ConcernLearning>>()
        ));
        services.AddSingleton(provider => new Lazy<ConcernClassifier>(() =>
            provider.GetRequiredService<ConcernLearning>().Open(provider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping)
        ));
        services.AddSingleton<CheckPost>();
        services.AddSingleton<CountPostChecks>();
        services.AddSingleton<IRetention>(provider => provider.GetRequiredService<CountPostChecks>());
        services.AddSingleton<PostCheckCard>();
        services.AddSingleton<IConversation, PostCheckConversation>();
        return services.AddSingleton<IConversation, MessageCheckConversation>();
    }
}
