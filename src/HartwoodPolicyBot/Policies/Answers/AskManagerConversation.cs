using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Policies.Answers;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies.Answers;

/// <summary>The asker's side of a question to the practice manager, and looking at an answer that was given before.</summary>
internal sealed class AskManagerConversation(QuestionDesk desk, ManagerAnswers answers, PersonalChats chats) : IConversation
{
    public IEnumerable<BotCommand> Commands => [];

    public IEnumerable<CardVerb> Verbs =>
    [
        new(AnswerVerbs.Ask, AskAsync),
        new(AnswerVerbs.AddLine, AddLineAsync),
        new(AnswerVerbs.TakeBack, (turn, click, cancel) => ChangeAsync(click, id => desk.TakeBackAsync(id, Sender.IdOf(turn), cancel), null)),
        new(AnswerVerbs.Given, (_, click, _) => Task.FromResult<ClickAnswer>(
            Guid.TryParse(click.Id, out var id) && answers.Find(id) is { } given ? new ClickAnswer.Said(GivenAnswerCard.Message(given)) : Refused(AnswerErrors.Unknown))),
    ];

    private async Task<ClickAnswer> AskAsync(ITurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(click.Id, out var question))
        {
            return Refused(AnswerErrors.Unknown);
        }

        var asker = new Asker(Sender.IdOf(turn), Sender.NameOf(turn), turn.Activity.ServiceUrl!, await chats.WithSenderAsync(turn.Activity, cancellationToken));
        var (sent, refusal) = await desk.SendAsync(question, asker, cancellationToken);
        return sent is null ? Refused(refusal!) : new ClickAnswer.Said(AskedCard.Receipt(sent));
    }

    private Task<ClickAnswer> AddLineAsync(ITurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        var line = click.Input(AnswerVerbs.Line) ?? "";
        return ChangeAsync(click, id => desk.AddLineAsync(id, Sender.IdOf(turn), line, cancellationToken), line);
    }

    private static async Task<ClickAnswer> ChangeAsync(CardClick click, Func<Guid, Task<QuestionResult>> change, string? typed)
    {
        if (!Guid.TryParse(click.Id, out var id))
        {
            return Refused(AnswerErrors.Unknown);
        }

        var (question, refusal) = await change(id);
        return question is null ? Refused(refusal!)
            : new ClickAnswer.InPlace(AskedCard.Receipt(
                question,
                refusal?.Sentence ?? (typed is null || !question.IsOpen ? null : "The practice manager sees it."),
                refusal is null || typed is null ? null : Excerpt.Of(typed, ManagerQuestion.LongestLine)));
    }

    private static ClickAnswer.Refused Refused(AnswerRefusal refusal) =>
        new(refusal == AnswerErrors.NotYours ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest, refusal.Sentence);
}
