using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Policies.Answers;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies.Answers;

/// <summary>A practice manager answers a question, in the channel's card or in their own chat.</summary>
internal sealed class AnsweringConversation(
    AskedQuestions questions,
    AnsweringDesk answering,
    QuestionCards cards,
    ForPracticeManagers managers
) : IConversation
{
    public IEnumerable<BotCommand> Commands => [];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(
                AnswerVerbs.Question,
                (turn, click, cancel) =>
                    StepAsync(
                        turn,
                        click,
                        async (_, id) =>
                            await questions.FindAsync(id, cancel) is { } found ? new(found, null) : new(null, AnswerErrors.Unknown),
                        cancel
                    )
            ),
            new(
                AnswerVerbs.Send,
                (turn, click, cancel) =>
                    StepAsync(turn, click, (by, id) => answering.AnswerAsync(by, id, AnswerInput.Read(click), cancel), cancel)
            ),
            new(
                AnswerVerbs.GiveAlways,
                (turn, click, cancel) => StepAsync(turn, click, (by, id) => answering.GiveAlwaysAsync(by, id, cancel), cancel)
            ),
        ];

    private Task<ClickAnswer> StepAsync(
        ITurnContext turn,
        CardClick click,
        Func<Author, Guid, Task<QuestionResult>> step,
        CancellationToken cancellationToken
    ) =>
        managers.ClickedAsync(
            turn,
            click.Verb,
            inOwnChat: false,
            async () =>
            {
                if (!Guid.TryParse(click.Id, out var id))
                {
                    return Unknown();
                }

                var (question, refusal) = await step(new(Sender.IdOf(turn), Sender.NameOf(turn)), id);
                return question is null
                    ? Unknown()
                    : new ClickAnswer.InPlace(
                        await cards.ForManagerAsync(question, refusal, refusal is null ? null : AnswerInput.Read(click), cancellationToken)
                    );
            },
            cancellationToken
        );

    private static ClickAnswer.Refused Unknown() => new(StatusCodes.Status400BadRequest, AnswerErrors.Unknown.Sentence);
}
