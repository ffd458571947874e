using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies.Answers;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Policies.Answers;

/// <summary>What the bot sends about questions to the practice manager: the card in the channel, the answer to who asked, and what keeps a question from being overlooked.</summary>
internal sealed class QuestionDeliveries(
    AskedQuestions questions,
    QuestionCards cards,
    AlertsChannel channel,
    DeliveryBacklog deliveries,
    StaffOptions staff
) : IDeliveryContent
{
    public IEnumerable<string> Kinds => [QuestionKeys.Card, QuestionKeys.Answer, QuestionKeys.NoChannel, QuestionKeys.Nudge];

    public async Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.Kind == QuestionKeys.Answer)
        {
            var answered = await questions.AnsweredAsync(delivery.Subject, Place.PersonIn(delivery.Place)!, cancellationToken);
            return answered.Count == 0 ? null : new(AskedCard.Answer(answered), 1);
        }

        if (await questions.FindAsync(delivery.Subject, cancellationToken) is not { } question)
        {
            return null;
        }

        return delivery.Kind switch
        {
            QuestionKeys.NoChannel => question.IsOpen
            && staff.IsPracticeManager(Place.PersonIn(delivery.Place))
            && !await channel.IsSetAsync(cancellationToken)
                ? new(QuestionNotices.NoChannel(question), question.Version)
                : null,
            QuestionKeys.Nudge => question.IsOpen
                ? new(
                    QuestionNotices.Nudge(question),
                    question.Version,
                    DeliveryThread.Of(await deliveries.FindAsync(QuestionKeys.CardKey(question.Id), cancellationToken))
                )
                : null,
            _ => await cards.InChannelAsync(question, cancellationToken),
        };
    }
}
