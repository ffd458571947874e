using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>A practice manager answers a question, in the channel's card or in their own chat.</summary>
internal sealed class AnswerManagerQuestionConversation(
    ManagerQuestionLookup questions,
    AnswerManagerQuestion answering,
    ManagerQuestionCards cards,
    ManagerAccess managers
) : IConversation
{
    public IEnumerable<BotCommand> Commands => [];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(
                ManagerQuestionVerbs.Question,
                (turn, click, cancel) =>
                    StepAsync(
                        turn,
                        click,
                        async (_, id) =>
                            await questions.FindAsync(id, cancel) is { } found
                                ? new(found, null)
                                : new(null, ManagerQuestionRefusals.Unknown),
                        cancel
                    )
            ),
            new(
                ManagerQuestionVerbs.Send,
                (turn, click, cancel) =>
                    StepAsync(turn, click, (by, id) => answering.AnswerAsync(by, id, AnswerTextInput.Read(click), cancel), cancel)
            ),
            new(
                ManagerQuestionVerbs.GiveAlways,
                (turn, click, cancel) => StepAsync(turn, click, (by, id) => answering.GiveAlwaysAsync(by, id, cancel), cancel)
            ),
        ];

    private Task<ClickAnswer> StepAsync(
        ITurn turn,
        CardClick click,
        Func<AnswerAuthor, Id<ManagerQuestion>, Task<ManagerQuestionResult>> step,
        CancellationToken cancellationToken
    ) =>
        managers.ClickedAsync(
            turn,
            click.Verb,
            inOwnChat: false,
            async () =>
            {
                if (Ids.Read<ManagerQuestion>(click.Id) is not { } id)
                {
                    return Unknown();
                }

                var (question, refusal) = await step(new(Sender.IdOf(turn), Sender.NameOf(turn)), id);
                return question is null
                    ? Unknown()
                    : new ClickAnswer.InPlace(
                        await cards.ForManagerAsync(
                            question,
                            refusal,
                            refusal is null ? null : AnswerTextInput.Read(click),
                            cancellationToken
                        )
                    );
            },
            cancellationToken
        );

    private static ClickAnswer.Refused Unknown() => new(ManagerQuestionRefusals.Unknown);
}
