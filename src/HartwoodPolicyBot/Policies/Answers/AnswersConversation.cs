using System.Globalization;
using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Policies.Answers;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies.Answers;

/// <summary>A practice manager looks after the answers that the bot gives in their name.</summary>
internal sealed class AnswersConversation(ManagerAnswers answers, AnswerBook book, ForPracticeManagers managers) : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                [AnswerVerbs.List, "my answers", "manager answers"],
                async (turn, cancel) =>
                    await managers.RefusalAsync(turn, AnswerVerbs.List, inOwnChat: true, cancel) is { } refused
                        ? AnswersCard.Sentence(refused)
                        : AnswersCard.List(answers.All, 1, null)
            ),
        ];

    public IEnumerable<CardVerb> Verbs =>
        [
            Verb(AnswerVerbs.List, click => List(click, click.Kept(AnswerVerbs.Words))),
            Verb(AnswerVerbs.Find, click => List(click, click.Input(AnswerVerbs.Words))),
            Verb(AnswerVerbs.See, click => Shown(click, answer => AnswersCard.One(answer))),
            Verb(AnswerVerbs.New, _ => AnswersCard.Form(null, Guid.NewGuid(), 0)),
            Verb(AnswerVerbs.Change, click => Shown(click, answer => AnswersCard.Form(answer, answer.Id, answer.Version))),
            Verb(AnswerVerbs.RemoveForm, click => Shown(click, answer => AnswersCard.RemoveForm(answer))),
            new(AnswerVerbs.Add, (turn, click, cancel) => ManagerAsync(turn, click, () => AddAsync(turn, click, cancel), cancel)),
            new(AnswerVerbs.Save, (turn, click, cancel) => ManagerAsync(turn, click, () => SaveAsync(turn, click, cancel), cancel)),
            new(AnswerVerbs.Remove, (turn, click, cancel) => ManagerAsync(turn, click, () => RemoveAsync(turn, click, cancel), cancel)),
        ];

    private CardVerb Verb(string verb, Func<CardClick, Activity> card) =>
        new(verb, (turn, click, cancel) => ManagerAsync(turn, click, () => Task.FromResult(card(click)), cancel));

    private Task<ClickAnswer> ManagerAsync(
        ITurnContext turn,
        CardClick click,
        Func<Task<Activity>> card,
        CancellationToken cancellationToken
    ) => managers.ClickedAsync(turn, click.Verb, inOwnChat: true, async () => new ClickAnswer.InPlace(await card()), cancellationToken);

    private Activity List(CardClick click, string? words) =>
        string.IsNullOrWhiteSpace(words)
            ? AnswersCard.List(answers.All, AnswerVerbs.PageIn(click), null)
            : AnswersCard.List(answers.Holding(words), AnswerVerbs.PageIn(click), words);

    private Activity Shown(CardClick click, Func<ManagerAnswer, Activity> card) =>
        Guid.TryParse(click.Id, out var id) && answers.Find(id) is { } answer
            ? card(answer)
            : AnswersCard.List(answers.All, 1, null, AnswerErrors.NoAnswer.Sentence);

    private async Task<Activity> AddAsync(ITurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(click.Id, out var id))
        {
            return AnswersCard.List(answers.All, 1, null, AnswerErrors.NoAnswer.Sentence);
        }

        var (asked, written) = (click.Input(AnswerVerbs.Asked) ?? "", AnswerInput.Read(click));
        var (added, refusal) = await book.AddAsync(By(turn), id, asked, written, cancellationToken);
        return refusal is null
            ? AnswersCard.One(added!, "Saved. I give it from now on.")
            : AnswersCard.Form(null, id, 0, asked, refusal, written);
    }

    private async Task<Activity> SaveAsync(ITurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        var written = AnswerInput.Read(click);
        if (!Guid.TryParse(click.Id, out var id))
        {
            return AnswersCard.List(answers.All, 1, null, AnswerErrors.NoAnswer.Sentence);
        }

        var seen = Seen(click);

        // A form from before the question could be changed does not send it along.
        var asked = click.Input(AnswerVerbs.Asked) ?? answers.Find(id)?.Question ?? "";
        var keeping = click.Kept(AnswerVerbs.Wordings) is null
            ? null
            : AnswerVerbs
                .TickedIn(click)
                .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
                .ToHashSet();
        var (answer, refusal) = await book.ChangeAsync(By(turn), id, seen, asked, keeping, written, cancellationToken);
        return answer is null ? AnswersCard.Sentence(AnswerErrors.NoAnswer.Sentence, written.Text)
            : refusal is null ? AnswersCard.One(answer, "Saved. I give it so from now on.")
            : AnswersCard.Form(answer, id, seen, asked, refusal, written, keeping);
    }

    private async Task<Activity> RemoveAsync(ITurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        var refusal = Guid.TryParse(click.Id, out var id)
            ? await book.RemoveAsync(By(turn), id, Seen(click), cancellationToken)
            : AnswerErrors.NoAnswer;
        if (refusal == AnswerErrors.Changed)
        {
            await answers.RefreshAsync(cancellationToken);
            return Shown(click, answer => AnswersCard.RemoveForm(answer, refusal));
        }

        return AnswersCard.List(answers.All, 1, null, refusal?.Sentence ?? "Removed. I do not give it any more.");
    }

    private static int Seen(CardClick click) =>
        int.TryParse(click.Kept(AnswerVerbs.Version), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static Author By(ITurnContext turn) => new(Sender.IdOf(turn), Sender.NameOf(turn));
}
