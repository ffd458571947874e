using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Policies.Answers;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Policies.Answers;

/// <summary>Makes the practice manager's card of a question from how everything stands.</summary>
public sealed class QuestionCards(ManagerAnswers answers, AskedQuestions questions, DeliveryBacklog deliveries, PolicyLibrary library)
{
    public async Task<Activity> ForManagerAsync(ManagerQuestion question, AnswerRefusal? refusal, WrittenAnswer? typed, CancellationToken cancellationToken)
    {
        // Another instance may have just taken the answer in.
        await answers.RefreshAsync(cancellationToken);
        var offered = question.Offered.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(library.Section).OfType<PolicySection>();
        var delivery = question.AnsweredTogether is { } together
            ? await deliveries.FindAsync(QuestionKeys.AnswerKey(together, question.AskerId), cancellationToken)
            : null;
        var earlier = await questions.FindAsync(question.QuestionId, cancellationToken);
        return ManagerQuestionCard.Message(question, offered, earlier, IsGivenAlways(question), delivery?.State, refusal, typed);
    }

    private bool IsGivenAlways(ManagerQuestion question) => question.GivenAs is { } given && answers.Find(given) is not null;
}
