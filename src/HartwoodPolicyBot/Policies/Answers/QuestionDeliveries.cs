using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies.Answers;

namespace HartwoodPolicyBot.Policies.Answers;

/// <summary>What the bot sends about questions to the practice manager: the card in the channel, and the answer to who asked.</summary>
internal sealed class QuestionDeliveries(QuestionDesk desk, QuestionCards cards) : IDeliveryContent
{
    public IEnumerable<string> Kinds => [QuestionKeys.Card, QuestionKeys.Answer];

    public async Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.Kind == QuestionKeys.Answer)
        {
            var answered = await desk.AnsweredAsync(delivery.Subject, Place.PersonIn(delivery.Place)!, cancellationToken);
            return answered.Count == 0 ? null : new(AskedCard.Answer(answered), 1);
        }

        return await desk.FindAsync(delivery.Subject, cancellationToken) is { } question
            ? new(await cards.ForManagerAsync(question, null, null, cancellationToken), question.Version, new DeliveryTarget.AlertsPost())
            : null;
    }
}
