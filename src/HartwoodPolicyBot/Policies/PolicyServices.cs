using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Policies.Answers;
using HartwoodPolicyBot.Core.Policies.Questions;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Policies.Answers;

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
        services.AddSingleton<Abstention>();
        services.AddSingleton<QuestionLog>();
        services.AddSingleton<PolicyAnswers>();
        services.AddSingleton(provider => Vectors(provider.GetRequiredService<PolicyLibrary>()));
        services.AddSingleton<ManagerAnswers>();
        services.AddSingleton<AnswerBook>();
        services.AddSingleton<QuestionDesk>();
        services.AddSingleton<AskedQuestions>();
        services.AddSingleton<QuestionNudges>();
        services.AddSingleton<UnpostedQuestions>();
        services.AddSingleton<CardUpdates>();
        services.AddSingleton<AnsweringDesk>();
        services.AddSingleton<QuestionGaps>();
        services.AddSingleton<QuestionCards>();
        services.AddSingleton<OwnQuestions>();
        services.AddSingleton<ManagersThread>();
        services.AddTimedJob<QuestionJob>(QuestionJob.Every);
        services.AddSingleton<IConversation, AskManagerConversation>();
        services.AddSingleton<IConversation, AnsweringConversation>();
        services.AddSingleton<IConversation, AnswersConversation>();
        services.AddSingleton<IConversation, GapsConversation>();
        services.AddSingleton<IDeliveryContent, QuestionDeliveries>();
        services.AddHostedService<AnswerRefresh>();
        services.AddSingleton<PolicyConversation>();
        services.AddSingleton<IConversation>(provider => provider.GetRequiredService<PolicyConversation>());
        services.AddSingleton<IRetention, ManagerQuestionRetention>();
        services.AddSingleton<IPersonalData, ManagerQuestionData>();
        return services.AddSingleton<IRetention, QuestionRetention>();
    }

    private static QuestionEngine Engine(PolicyLibrary library) =>
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
