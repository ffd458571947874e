using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Answers;

/// <summary>Registers the services that answer questions from the policies and log them.</summary>
internal static class AnswerServices
{
    private const string AskedNextFile = "Content/asked-next.json";
    private const string PhrasingsFolder = "Content/Phrasings";
    private const string AboutTheBotFolder = "Content/About-the-bot";
    private const string LexiconFile = "Content/lexicon.txt";
    private const string DisclosuresFile = "Content/disclosures.txt";
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
        services.AddSingleton(provider => Engine(provider.GetRequiredService<PolicyLibrary>(), provider));
        services.AddSingleton<SectionRanker>();
        services.AddSingleton(provider => FollowWith(provider.GetRequiredService<SectionRanker>(), provider));
        services.AddSingleton(_ => new PolicyEffectSource(
            (change, _) => Task.FromResult(PhrasingEffects.Of(change, ProgramFolder.Path(PhrasingsFolder)))
        ));
        services.AddSingleton(_ => Disclosures.Load(ProgramFolder.Path(DisclosuresFile), new EngineSettings()));
        services.AddSingleton(_ => NamedThings.Load(ProgramFolder.Path(ThingsFile)));
        services.AddSingleton<RecentQuestions>();
        services.AddSingleton<AnswerThreshold>();
        services.AddSingleton<QuestionLogWriter>();
        services.AddSingleton<AnswerRemarks>();
        services.AddSingleton<AnswerQuestion>();
        services.AddSingleton<AnswerMessages>();
        services.AddSingleton<IConversation, SectionConversation>();
        services.AddSingleton<QuestionConversation>();
        services.AddSingleton<IConversation>(provider => provider.GetRequiredService<QuestionConversation>());
        services.AddSingleton<IRetention, QuestionRetention>();
        return services.AddSingleton<IConversation, SavedAnswerConversation>();
    }

    private static PolicyFollower FollowWith(SectionRanker ranker, IServiceProvider services) =>
        new(next =>
        {
            var trained = Engine(next, services);
            return () => ranker.Replace(trained);
        });

    private static TrainedRanker Engine(PolicyLibrary library, IServiceProvider services)
    {
        var bank = PhrasingBank.LoadWhatFits(ProgramFolder.Path(PhrasingsFolder), library, ProgramFolder.Path(AboutTheBotFolder));
        foreach (var warning in bank.Warnings)
        {
            services.GetRequiredService<ILogger<SectionRanker>>().PhrasingsMoved(warning);
        }

        return new(library, bank, Lexicon.Load(ProgramFolder.Path(LexiconFile)), new EngineSettings());
    }
}
