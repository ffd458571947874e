using HartwoodPolicyBot.Answers;
using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Jobs;
using HartwoodPolicyBot.ManagerQuestions;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Policies;

/// <summary>Everything about the policies as services.</summary>
internal static class PolicyServices
{
    private const string AskedNextFile = "Content/asked-next.json";
    private const string PhrasingsFolder = "Content/Phrasings";
    private const string LexiconFile = "Content/lexicon.txt";
    private const string DisclosuresFile = "Content/disclosures.txt";
    private const string ThingsFile = "Content/things.txt";
    private const string EverydayFile = "Content/everyday.txt";

    public static IServiceCollection AddPolicies(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<PolicyOptions>(configuration, "Policies");
        services.AddSingleton(provider => PolicyLibrary.Load(InProgramFolder(provider.GetRequiredService<PolicyOptions>().Folder)));
        services.AddSingleton(provider =>
            AskedNext.Load(
                InProgramFolder(AskedNextFile),
                provider.GetRequiredService<PolicyLibrary>(),
                provider.GetRequiredService<ILogger<AskedNext>>()
            )
        );
        services.AddSingleton(_ => new PolicyContent("phrasings", PhrasingBank.PoliciesIn(InProgramFolder(PhrasingsFolder))));
        services.AddSingleton(provider => Engine(provider.GetRequiredService<PolicyLibrary>()));
        services.AddSingleton(_ => Disclosures.Load(InProgramFolder(DisclosuresFile), new EngineSettings()));
        services.AddSingleton(_ => NamedThings.Load(InProgramFolder(ThingsFile)));
        services.AddSingleton<RecentQuestions>();
        services.AddSingleton<AnswerThreshold>();
        services.AddSingleton<QuestionLogWriter>();
        services.AddSingleton<AnswerQuestion>();
        services.AddSingleton(provider => Vectors(provider.GetRequiredService<PolicyLibrary>()));
        services.AddSingleton<SavedAnswers>();
        services.AddSingleton<SavedAnswerEditor>();
        services.AddSingleton<SubmitManagerQuestion>();
        services.AddSingleton<ManagerQuestionLookup>();
        services.AddSingleton<ManagerQuestionNudges>();
        services.AddSingleton<QuestionsWithoutChannel>();
        services.AddSingleton<ManagerQuestionCardUpdates>();
        services.AddSingleton<AnswerManagerQuestion>();
        services.AddSingleton<UnansweredQuestions>();
        services.AddSingleton<ManagerQuestionCards>();
        services.AddSingleton<OwnQuestions>();
        services.AddSingleton<ManagerThreadReplies>();
        services.AddTimedJob<ManagerQuestionJob>(ManagerQuestionJob.Every);
        services.AddSingleton<IConversation, AskManagerConversation>();
        services.AddSingleton<IConversation, AnswerManagerQuestionConversation>();
        services.AddSingleton<IConversation, SavedAnswersConversation>();
        services.AddSingleton<IConversation, UnansweredConversation>();
        services.AddSingleton<IDeliveryContent, ManagerQuestionDeliveries>();
        services.AddHostedService<SavedAnswerRefresh>();
        services.AddSingleton<QuestionConversation>();
        services.AddSingleton<IConversation>(provider => provider.GetRequiredService<QuestionConversation>());
        services.AddSingleton<IRetention, ManagerQuestionRetention>();
        services.AddSingleton<IPersonalData, ManagerQuestionData>();
        return services.AddSingleton<IRetention, QuestionRetention>();
    }

    private static SectionRanker Engine(PolicyLibrary library) =>
        new(
            library,
            PhrasingBank.Load(InProgramFolder(PhrasingsFolder), library),
            Lexicon.Load(InProgramFolder(LexiconFile)),
            new EngineSettings()
        );

    private static QuestionVectors Vectors(PolicyLibrary library)
    {
        var everyday = Lexicon.Load(InProgramFolder(EverydayFile));
        return new(everyday, new(() => new WordRarity(PhrasingBank.Load(InProgramFolder(PhrasingsFolder), library).All, everyday)));
    }

    /// <summary>What ships with the program is found wherever the program is started from.</summary>
    private static string InProgramFolder(string path) => Path.Combine(AppContext.BaseDirectory, path);
}
