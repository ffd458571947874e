using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Makes the card of a manager question from the current state of everything that it shows.</summary>
internal sealed class ManagerQuestionCards(
    SavedAnswers answers,
    ManagerQuestionLookup questions,
    DeliveryBacklog deliveries,
    PolicyLibrary library
)
{
    public async Task<TeamsActivity> ForManagerAsync(
        ManagerQuestion question,
        Refusal? refusal,
        WrittenAnswer? typed,
        bool inOwnChat,
        CancellationToken cancellationToken
    ) => await MadeAsync(question, await WayOfAnswerAsync(question, cancellationToken), refusal, typed, inOwnChat, cancellationToken);

    /// <summary>Returns the card for the channel, with the version of everything on it that can change.</summary>
    internal async Task<DeliveryMessage> InChannelAsync(ManagerQuestion question, CancellationToken cancellationToken)
    {
        var delivery = await WayOfAnswerAsync(question, cancellationToken);
        return new(
            await MadeAsync(question, delivery, null, null, inOwnChat: false, cancellationToken),
            ManagerQuestionDeliveryKinds.CardVersion(question.Version, delivery),
            IsErasure: question.TakenBackAt is not null
        );
    }

    private async Task<DeliveryState?> WayOfAnswerAsync(ManagerQuestion question, CancellationToken cancellationToken) =>
        question.AnsweredTogether is { } together
            ? (
                await deliveries.FindAsync(
                    ManagerQuestionDeliveryKinds.AnswerKey(together, PersonId.Of(question.AskerId)),
                    cancellationToken
                )
            )?.State
            : null;

    private async Task<TeamsActivity> MadeAsync(
        ManagerQuestion question,
        DeliveryState? delivery,
        Refusal? refusal,
        WrittenAnswer? typed,
        bool inOwnChat,
        CancellationToken cancellationToken
    )
    {
        // Another instance may have just saved the answer.
        await answers.RefreshAsync(cancellationToken);
        var offered = question.Offered.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(library.Section).OfType<PolicySection>();
        // For a question that was asked again, QuestionId is the answered manager question, not a row of the log.
        var earlier = await questions.FindAsync(new(question.QuestionId), cancellationToken);
        var saved = question.GivenAs is { } id ? answers.Find(new Id<SavedAnswer>(id)) : null;
        return ManagerQuestionCard.Message(question, offered, earlier, saved, delivery, refusal, typed, inOwnChat);
    }
}
