using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Jobs;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Registers the services for manager questions, saved answers and unanswered questions.</summary>
internal static class ManagerQuestionServices
{
    private const string LexiconFile = "Content/lexicon.txt";

    public static IServiceCollection AddManagerQuestions(this IServiceCollection services)
    {
        services.AddSingleton(provider => Vectors(provider));
        services.AddSingleton<SavedAnswers>();
        services.AddSingleton(provider => new PolicyFollower(_ => provider.GetRequiredService<SavedAnswers>().ReadAgain));
        services.AddSingleton(provider => new PolicyEffectSource(
            (change, _) =>
                Task.FromResult(
                    SavedAnswerEffects.Of(
                        change,
                        provider.GetRequiredService<SavedAnswers>().All,
                        Lexicon.Load(ProgramFolder.Path(LexiconFile)),
                        provider.GetRequiredService<AnswerThreshold>()
                    )
                )
        ));
        services.AddSingleton<SavedAnswerEditor>();
        services.AddSingleton<SubmitManagerQuestion>();
        services.AddSingleton<ChangeManagerQuestion>();
        services.AddSingleton<ManagerQuestionLookup>();
        services.AddSingleton<ManagerQuestionNudges>();
        services.AddSingleton<QuestionsWithoutChannel>();
        services.AddSingleton<ManagerQuestionCardUpdates>();
        services.AddSingleton<SettleManagerQuestions>();
        services.AddSingleton<AnswerManagerQuestion>();
        services.AddSingleton<AnswerQuestionGroup>();
        services.AddSingleton<UnansweredQuestions>();
        services.AddSingleton<ManagerQuestionCards>();
        services.AddSingleton<OwnQuestions>();
        services.AddSingleton<ManagerThreadReplies>();
        services.AddTimedJob<ManagerQuestionJob>(ManagerQuestionJob.Every);
        services.AddSingleton<IConversation, AskManagerConversation>();
        services.AddSingleton<IConversation, OfferedWordsConversation>();
        services.AddSingleton<IConversation, AnswerManagerQuestionConversation>();
        services.AddSingleton<IConversation, UnansweredConversation>();
        services.AddSingleton<IConversation, SavedAnswersConversation>();
        services.AddDeliveryContent<ManagerQuestionDeliveries>(ManagerQuestionDeliveryKinds.All);
        services.AddSingleton(provider => new HeldInMemory("the saved answers", provider.GetRequiredService<SavedAnswers>().RefreshAsync));
        services.AddSingleton(ManagerQuestionAudit.Words);
        services.AddSingleton(ManagerQuestionAttempts.Words);
        services.AddSingleton<IRetention, ManagerQuestionRetention>();
        services.AddSingleton<IPersonalData, ManagerQuestionData>();
        return services;
    }

    private static QuestionVectors Vectors(IServiceProvider provider) =>
        new(provider.GetRequiredService<SearchLearning>().Everyday, new(provider.GetRequiredService<LearnedSearch>().Rarity));
}
