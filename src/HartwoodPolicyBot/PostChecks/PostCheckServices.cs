using HartwoodPolicyBot.Core.PostChecks;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.PostChecks;

/// <summary>Registers the services that check a post before it goes out.</summary>
internal static class PostCheckServices
{
    private const string BankFolder = "Content/Posts";
    private const string WordsFile = "Content/post-words.txt";

    public static IServiceCollection AddPostChecks(this IServiceCollection services)
    {
        services.AddSingleton(_ => new PostCheckSettings());
        services.AddSingleton(provider =>
        {
            var settings = provider.GetRequiredService<PostCheckSettings>();
            return new Lazy<ConcernClassifier>(() =>
                new(DraftBank.Load(ProgramFolder.Path(BankFolder)), Lexicon.Load(ProgramFolder.Path(WordsFile)), settings)
            );
        });
        services.AddSingleton<CheckPost>();
        services.AddSingleton<CountPostChecks>();
        services.AddSingleton<IRetention>(provider => provider.GetRequiredService<CountPostChecks>());
        services.AddSingleton<PostCheckCard>();
        services.AddSingleton<IConversation, PostCheckConversation>();
        return services.AddSingleton<IConversation, MessageCheckConversation>();
    }
}
