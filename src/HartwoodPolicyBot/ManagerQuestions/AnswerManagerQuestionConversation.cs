using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Lets a practice manager answer a manager question, on its card in the channel or in their own chat.</summary>
internal sealed class AnswerManagerQuestionConversation(
    ManagerQuestionLookup questions,
    AnswerManagerQuestion answering,
    ManagerQuestionCards cards,
    ManagerAccess managers
) : IConversation
{
    /// <summary>The card of a question in the channel.</summary>
    private static readonly KeptCard Card = new(
        [ManagerQuestionDeliveryKinds.Card],
        click => Ids.Read<ManagerQuestion>(click.Id) is { } question ? ManagerQuestionDeliveryKinds.CardKey(question) : null
    );

    public IEnumerable<BotCommand> Commands => [];

    public IEnumerable<CardVerb> Verbs =>
        [
            Verb(
                ManagerQuestionAttempts.Question,
                async (_, _, id, cancel) =>
                    await questions.FindAsync(id, cancel) is { } found ? new(found, null) : new(null, ManagerQuestionRefusals.Unknown)
            ),
            Verb(
                ManagerQuestionAttempts.Send,
                (click, by, id, cancel) => answering.AnswerAsync(by, id, AnswerTextInput.Read(click), cancel)
            ),
            Verb(ManagerQuestionAttempts.GiveAlways, (_, by, id, cancel) => answering.GiveAlwaysAsync(by, id, cancel)),
        ];

    private CardVerb Verb(
        AuditedAttempt attempt,
        Func<CardClick, ActingManager, Id<ManagerQuestion>, CancellationToken, Task<ManagerQuestionResult>> step
    ) =>
        new(
            attempt.Code,
            (turn, click, cancel) =>
                managers.ClickedAsync(
                    turn,
                    attempt,
                    inOwnChat: false,
                    () => StepAsync(turn, click, (by, id) => step(click, by, id, cancel), cancel),
                    cancel
                )
        )
        {
            Card = Card,
        };

    private async Task<ClickAnswer> StepAsync(
        ITurn turn,
        CardClick click,
        Func<ActingManager, Id<ManagerQuestion>, Task<ManagerQuestionResult>> step,
        CancellationToken cancellationToken
    )
    {
        if (Ids.Read<ManagerQuestion>(click.Id) is not { } id)
        {
            return Unknown();
        }

        var (question, refusal) = await step(Sender.AsManager(turn), id);
        return question is null
            ? Unknown()
            : new ClickAnswer.InPlace(
                await cards.ForManagerAsync(
                    question,
                    refusal,
                    refusal is null ? null : AnswerTextInput.Read(click),
                    Sender.IsPersonal(turn),
                    cancellationToken
                )
            );
    }

    private static ClickAnswer.Refused Unknown() => new(ManagerQuestionRefusals.Unknown);
}
