using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Answers;

/// <summary>Registers the services that answer questions from the policies and log them.</summary>
internal static class AnswerServices
{
    private const string AskedNextFile = "Content/asked-next.json";
    private const string PhrasingsFolder = "Content/Phrasings";
    private const string ContentFolder = "Content";
    private const string LearnedEnding = ".learned";
    private const string ThingsFile = "Content/things.txt";

    public static IServiceCollection AddAnswers(this IServiceCollection services)
    {
        services.AddSingleton(provider => new PolicyFollower(_ => provider.GetRequiredService<AskedNext>().Forget));
        services.AddSingleton(provider =>
            AskedNext.Load(
                ProgramFolder.Path(AskedNextFile),
                provider.GetRequiredService<PolicyLibrary>(),
                provider.GetRequiredService<SectionRanker>(),
                provider.GetRequiredService<ILogger<AskedNext>>()
            )
        );
        services.AddSingleton(_ => new PolicyContent("phrasings", PhrasingBank.PoliciesIn(ProgramFolder.Path(PhrasingsFolder))));
        services.AddSingleton(_ => new SearchContent(ProgramFolder.Path(ContentFolder), new()));
        services.AddSingleton(provider => new SearchLearning(
            provider.GetRequiredService<SearchContent>(),
            SqliteFile.Beside(provider.GetRequiredService<StorageOptions>(), LearnedEnding),
            provider.GetRequiredService<ILogger<SearchLearning>>()
        ));
        services.AddSingleton(provider => provider.GetRequiredService<SearchLearning>().Open(provider.GetRequiredService<PolicyLibrary>()));
        services.AddSingleton(provider => new SectionRanker(provider.GetRequiredService<LearnedSearch>().Ranker));
        services.AddSingleton(provider => provider.GetRequiredService<LearnedSearch>().Disclosures);
        services.AddSingleton<SearchRelearning>();
        services.AddSingleton(FollowWithSearch);
        services.AddSingleton(_ => new PolicyEffectSource(
            (change, _) => Task.FromResult(PhrasingEffects.Of(change, ProgramFolder.Path(PhrasingsFolder)))
        ));
        services.AddSingleton(_ => NamedThings.Load(ProgramFolder.Path(ThingsFile)));
        services.AddSingleton<RecentQuestions>();
        services.AddSingleton<AnswerThreshold>();
        services.AddSingleton<CitedSections>();
        services.AddSingleton<QuestionLogWriter>();
        services.AddSingleton<AnswerRemarks>();
        services.AddSingleton<AnswerQuestion>();
        services.AddSingleton<AnswerMessages>();
        services.AddSingleton<FindToInsert>();
        services.AddSingleton<InsertionCards>();
        services.AddSingleton<IConversation, InsertionConversation>();
        services.AddSingleton<IConversation, SectionConversation>();
        services.AddSingleton<QuestionConversation>();
        services.AddSingleton<IConversation>(provider => provider.GetRequiredService<QuestionConversation>());
        services.AddSingleton<IRetention, QuestionRetention>();
        return services.AddSingleton<IConversation, SavedAnswerConversation>();
    }

    private static PolicyFollower FollowWithSearch(IServiceProvider services)
    {
        var learning = services.GetRequiredService<SearchLearning>();
        var ranker = services.GetRequiredService<SectionRanker>();
        return new(next => learning.Prepare(next, ranker)) { Improve = (next, stopped) => learning.Improve(next, ranker, stopped) };
    }
}
