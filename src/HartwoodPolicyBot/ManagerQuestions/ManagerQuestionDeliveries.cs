using HartwoodPolicyBot.Channels;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Delivery;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>
/// Makes the messages about manager questions: the card in the channel, the answer to the asker, and the reminders of questions
/// that have waited too long.
/// </summary>
internal sealed class ManagerQuestionDeliveries(
    ManagerQuestionLookup questions,
    ManagerQuestionCards cards,
    IncidentsChannelAccess channel,
    DeliveryBacklog deliveries,
    StaffOptions staff
) : IDeliveryContent
{
    public async Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.Kind == ManagerQuestionDeliveryKinds.Answer)
        {
            var answered = await questions.AnsweredAsync(delivery.Subject, Recipient.PersonIn(delivery.Place)!.Value, cancellationToken);
            return answered.Count == 0 ? null : new(AskedQuestionCard.Answer(answered), 1);
        }

        if (await questions.FindAsync(new(delivery.Subject), cancellationToken) is not { } question)
        {
            return null;
        }

        if (question.TakenBackAt is not null)
        {
            return delivery switch
            {
                // Whoever never saw the question hears nothing of it.
                { SentAt: null } => null,
                { Kind: ManagerQuestionDeliveryKinds.Card } => await cards.InChannelAsync(question, cancellationToken),
                _ => new(ManagerQuestionNotices.Withdrawn(question), question.Version, IsErasure: true),
            };
        }

        return delivery.Kind switch
        {
            ManagerQuestionDeliveryKinds.NoChannel => question.IsOpen
            && staff.ActsAsManager(Recipient.PersonIn(delivery.Place))
            && !await channel.IsSetAsync(cancellationToken)
                ? new(ManagerQuestionNotices.NoChannel(question), question.Version)
                : null,
            ManagerQuestionDeliveryKinds.Nudge => question.IsOpen
                ? new(
                    ManagerQuestionNotices.Nudge(question),
                    question.Version,
                    DeliveryThread.Of(await deliveries.FindAsync(ManagerQuestionDeliveryKinds.CardKey(new(question.Id)), cancellationToken))
                )
                : null,
            _ => await cards.InChannelAsync(question, cancellationToken),
        };
    }
}
