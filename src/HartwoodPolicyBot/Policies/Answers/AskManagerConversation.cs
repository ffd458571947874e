using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Policies.Answers;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies.Answers;

/// <summary>The asker's side of a question to the practice manager, and looking at an answer that was given before.</summary>
internal sealed class AskManagerConversation(
    QuestionDesk desk,
    OwnQuestions own,
    ManagerAnswers answers,
    PersonalChats chats,
    AlertsChannel channel
) : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                ["my questions", "my question"],
                async (turn, cancel) =>
                    Sender.IsPersonal(turn) ? await own.CardAsync(Sender.IdOf(turn), null, cancel) : OwnQuestionsCard.NotHere()
            ),
        ];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(AnswerVerbs.Ask, (turn, click, cancel) => SendAsync(turn, click, desk.SendAsync, cancel)),
            new(AnswerVerbs.AskAgain, (turn, click, cancel) => SendAsync(turn, click, desk.SendAgainAsync, cancel)),
            new(AnswerVerbs.AddLine, AddLineAsync),
            new(AnswerVerbs.TakeBack, TakeBackAsync),
            new(
                AnswerVerbs.Given,
                (_, click, _) =>
                    Task.FromResult<ClickAnswer>(
                        Guid.TryParse(click.Id, out var id) && answers.Find(id) is { } given
                            ? new ClickAnswer.Said(
                                GivenAnswerCard.Message(
                                    given,
                                    Guid.TryParse(click.Kept(AnswerVerbs.Logged), out var logged) ? logged : null
                                )
                            )
                            : Refused(AnswerErrors.Unknown)
                    )
            ),
        ];

    private async Task<ClickAnswer> SendAsync(
        ITurnContext turn,
        CardClick click,
        Func<Guid, Asker, bool, CancellationToken, Task<QuestionResult>> send,
        CancellationToken cancellationToken
    )
    {
        if (!Guid.TryParse(click.Id, out var id))
        {
            return Refused(AnswerErrors.Unknown);
        }

        var asker = new Asker(
            Sender.IdOf(turn),
            Sender.NameOf(turn),
            turn.Activity.ServiceUrl!,
            await chats.WithSenderAsync(turn.Activity, cancellationToken)
        );
        var hasChannel = await channel.IsSetAsync(cancellationToken);
        var (sent, refusal) = await send(id, asker, hasChannel, cancellationToken);
        return sent is null
            ? Refused(refusal!)
            : new ClickAnswer.Said(Sender.IsPersonal(turn) ? AskedCard.Receipt(sent, hasChannel) : AskedCard.ReceiptAmongOthers(sent));
    }

    private async Task<ClickAnswer> AddLineAsync(ITurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(click.Id, out var id))
        {
            return Refused(AnswerErrors.Unknown);
        }

        var line = click.Input(AnswerVerbs.Line) ?? "";
        var result = await desk.AddLineAsync(id, Sender.IdOf(turn), line, cancellationToken);
        var banner = result switch
        {
            { Refusal: { } refusal } => refusal.Sentence,
            { Question: not { IsOpen: true } } => null,
            { Question.Line: null } => "What you added is taken out again.",
            { Hidden: { } hidden } => $"Added. I hid what looks like {hidden}, in case it is a patient's.",
            _ => "Added for the practice manager.",
        };
        return await ReceiptAsync(
            turn,
            result,
            banner,
            result.Refusal is null ? null : Excerpt.Of(line, ManagerQuestion.LongestLine),
            cancellationToken
        );
    }

    private async Task<ClickAnswer> TakeBackAsync(ITurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(click.Id, out var id))
        {
            return Refused(AnswerErrors.Unknown);
        }

        var result = await desk.TakeBackAsync(id, Sender.IdOf(turn), cancellationToken);
        return click.Kept(AnswerVerbs.Listed) is not null && result.Question is not null
            ? new ClickAnswer.InPlace(
                await own.CardAsync(Sender.IdOf(turn), result.Refusal?.Sentence ?? OwnQuestionsCard.TakenBack, cancellationToken)
            )
            : await ReceiptAsync(turn, result, result.Refusal?.Sentence, null, cancellationToken);
    }

    private async Task<ClickAnswer> ReceiptAsync(
        ITurnContext turn,
        QuestionResult result,
        string? banner,
        string? typed,
        CancellationToken cancellationToken
    ) =>
        result.Question is { } question
            ? new ClickAnswer.InPlace(
                !Sender.IsPersonal(turn)
                    ? AskedCard.ReceiptAmongOthers(question, banner)
                    : AskedCard.Receipt(question, await channel.IsSetAsync(cancellationToken), banner, typed)
            )
            : Refused(result.Refusal!);

    private static ClickAnswer.Refused Refused(AnswerRefusal refusal) =>
        new(refusal == AnswerErrors.NotYours ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest, refusal.Sentence);
}
