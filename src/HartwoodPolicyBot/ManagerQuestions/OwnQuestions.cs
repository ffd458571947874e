using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Makes the card of a person's open manager questions, with the state of each.</summary>
internal sealed class OwnQuestions(ManagerQuestionLookup questions, DeliveryBacklog deliveries)
{
    public async Task<TeamsActivity> CardAsync(PersonId personId, string? banner, CancellationToken cancellationToken)
    {
        var open = await questions.OpenOfAsync(personId, cancellationToken);
        var states = await deliveries.StatesAsync(
            open.Select(question => ManagerQuestionDeliveryKinds.CardKey(new(question.Id))),
            cancellationToken
        );
        return OwnQuestionsCard.Message(
            [
                .. open.Select(question =>
                    (
                        question,
                        states.TryGetValue(ManagerQuestionDeliveryKinds.CardKey(new(question.Id)), out var state)
                            ? state
                            : (DeliveryState?)null
                    )
                ),
            ],
            banner
        );
    }
}
