using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies.Answers;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Policies.Answers;

/// <summary>Makes the card of what a person waits for an answer to, with how far each question has come.</summary>
internal sealed class OwnQuestions(AskedQuestions questions, DeliveryBacklog deliveries)
{
    public async Task<Activity> CardAsync(string personId, string? banner, CancellationToken cancellationToken)
    {
        var open = await questions.OpenOfAsync(personId, cancellationToken);
        var states = await deliveries.StatesAsync(open.Select(question => QuestionKeys.CardKey(question.Id)), cancellationToken);
        return OwnQuestionsCard.Message(
            [
                .. open.Select(question =>
                    (question, states.TryGetValue(QuestionKeys.CardKey(question.Id), out var state) ? state : (DeliveryState?)null)
                ),
            ],
            banner
        );
    }
}
