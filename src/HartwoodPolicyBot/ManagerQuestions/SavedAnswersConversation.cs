using System.Globalization;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.ManagerQuestions;

/// <summary>Lets a practice manager search, add, change and remove the saved answers.</summary>
internal sealed class SavedAnswersConversation(SavedAnswers answers, SavedAnswerEditor editor, ManagerAccess managers) : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                [ManagerQuestionVerbs.List, "my answers", "manager answers"],
                ListAsync,
                CommandHelp.ForManagers("see and change the answers you've saved for staff")
            ),
        ];

    public IEnumerable<BotIntent> Intents => [new("saved-answers", ListAsync) { IsForManagersOnly = true }];

    public IEnumerable<CardVerb> Verbs =>
        [
            Verb(ManagerQuestionAttempts.List, click => List(click, click.Kept(ManagerQuestionVerbs.Words))),
            Verb(ManagerQuestionAttempts.Find, click => List(click, click.Input(ManagerQuestionVerbs.Words))),
            Verb(ManagerQuestionAttempts.See, click => Shown(click, answer => SavedAnswersCard.One(answer))),
            Verb(ManagerQuestionAttempts.New, click => SavedAnswerForm.Of(null, Guid.NewGuid(), 0, click.Kept(ManagerQuestionVerbs.Asked))),
            Verb(ManagerQuestionAttempts.Change, click => Shown(click, answer => SavedAnswerForm.Of(answer, answer.Id, answer.Version))),
            Verb(ManagerQuestionAttempts.RemoveForm, click => Shown(click, answer => SavedAnswersCard.RemoveForm(answer))),
            Verb(ManagerQuestionAttempts.Add, AddAsync),
            Verb(ManagerQuestionAttempts.Save, SaveAsync),
            Verb(ManagerQuestionAttempts.Remove, RemoveAsync),
        ];

    private Task<TeamsActivity> ListAsync(ITurn turn, CancellationToken cancellationToken) =>
        Task.FromResult(
            managers.LookRefused(turn, ManagerQuestionVerbs.List, inOwnChat: true) ?? SavedAnswersCard.List(answers.All, 1, null)
        );

    private CardVerb Verb(AuditedAttempt attempt, Func<CardClick, TeamsActivity> card) =>
        Verb(attempt, (_, click, _) => Task.FromResult(card(click)));

    private CardVerb Verb(AuditedAttempt attempt, Func<ITurn, CardClick, CancellationToken, Task<TeamsActivity>> card) =>
        managers.VerbInPlace(attempt.Code, attempt, card);

    private TeamsActivity List(CardClick click, string? words) =>
        string.IsNullOrWhiteSpace(words)
            ? SavedAnswersCard.List(answers.All, ManagerQuestionVerbs.PageIn(click), null)
            : SavedAnswersCard.List(answers.Holding(words), ManagerQuestionVerbs.PageIn(click), words);

    private TeamsActivity Shown(CardClick click, Func<SavedAnswer, TeamsActivity> card) =>
        Ids.Read<SavedAnswer>(click.Id) is { } id && answers.Find(id) is { } answer
            ? card(answer)
            : SavedAnswersCard.List(answers.All, 1, null, ManagerQuestionRefusals.NoAnswer.Sentence);

    private async Task<TeamsActivity> AddAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (Ids.Read<SavedAnswer>(click.Id) is not { } id)
        {
            return SavedAnswersCard.List(answers.All, 1, null, ManagerQuestionRefusals.NoAnswer.Sentence);
        }

        var (question, written) = (click.Input(ManagerQuestionVerbs.Asked) ?? "", AnswerTextInput.Read(click));
        var (added, refusal) = await editor.AddAsync(Sender.AsManager(turn), id, question, written, cancellationToken);
        return refusal is null
            ? SavedAnswersCard.One(added!, "Saved. I'll use it from now on.")
            : SavedAnswerForm.Of(null, id.Value, 0, question, refusal, written);
    }

    private async Task<TeamsActivity> SaveAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        var written = AnswerTextInput.Read(click);
        if (Ids.Read<SavedAnswer>(click.Id) is not { } id)
        {
            return SavedAnswersCard.List(answers.All, 1, null, ManagerQuestionRefusals.NoAnswer.Sentence);
        }

        var seen = Seen(click);

        // Forms that were sent before the question could be changed don't carry it.
        var question = click.Input(ManagerQuestionVerbs.Asked) ?? answers.Find(id)?.Question ?? "";
        var keeping = click.Kept(ManagerQuestionVerbs.Wordings) is null
            ? null
            : ManagerQuestionVerbs
                .TickedIn(click)
                .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
                .ToHashSet();
        var (answer, refusal) = await editor.ChangeAsync(Sender.AsManager(turn), id, seen, question, keeping, written, cancellationToken);
        return answer is null ? SavedAnswersCard.Sentence(ManagerQuestionRefusals.NoAnswer.Sentence, written.Text)
            : refusal is null ? SavedAnswersCard.One(answer, "Saved. I'll use the new answer from now on.")
            : SavedAnswerForm.Of(answer, id.Value, seen, question, refusal, written, keeping);
    }

    private async Task<TeamsActivity> RemoveAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        var refusal = Ids.Read<SavedAnswer>(click.Id) is { } id
            ? await editor.RemoveAsync(Sender.AsManager(turn), id, Seen(click), cancellationToken)
            : ManagerQuestionRefusals.NoAnswer;
        if (refusal == ManagerQuestionRefusals.Changed)
        {
            await answers.RefreshAsync(cancellationToken);
            return Shown(click, answer => SavedAnswersCard.RemoveForm(answer, refusal));
        }

        return SavedAnswersCard.List(answers.All, 1, null, refusal?.Sentence ?? "Deleted. I won't give this answer again.");
    }

    private static int Seen(CardClick click) =>
        int.TryParse(click.Kept(ManagerQuestionVerbs.Version), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : 0;
}
