using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.TaughtPhrasings;
using HartwoodPolicyBot.ManagerQuestions;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.TaughtPhrasings;

/// <summary>Shows practice managers what they have taught the bot, and undoes it.</summary>
internal sealed class TaughtPhrasingsConversation(
    TaughtSections taught,
    PolicyLibrary library,
    TeachSection teaching,
    ManagerAccess managers
) : IConversation
{
    private const string Undone = "Undone. I'll answer as I did before.";

    public IEnumerable<BotCommand> Commands =>
        [
            new(
                [TaughtPhrasingVerbs.List, "taught questions", "what have i taught you"],
                (turn, _) => Task.FromResult(managers.LookRefused(turn, TaughtPhrasingVerbs.List, inOwnChat: true) ?? List(1)),
                CommandHelp.ForManagers("see and undo what you've taught me about the policy")
            ),
        ];

    public IEnumerable<BotIntent> Intents => [new("taught", Commands.First().Answer) { IsForManagersOnly = true }];

    public IEnumerable<CardVerb> Verbs =>
        [
            Verb(TaughtPhrasingAttempts.List, (_, click, _) => Task.FromResult(List(ManagerQuestionVerbs.PageIn(click)))),
            Verb(TaughtPhrasingAttempts.See, (_, click, _) => Task.FromResult(One(click))),
            Verb(TaughtPhrasingAttempts.Undo, UndoAsync),
        ];

    private CardVerb Verb(AuditedAttempt attempt, Func<ITurn, CardClick, CancellationToken, Task<TeamsActivity>> card) =>
        managers.VerbInPlace(attempt.Code, attempt, card);

    private TeamsActivity List(int page, string? banner = null) =>
        TaughtPhrasingsCard.List(taught.All, one => one.SectionIn(library) is not null, page, banner);

    private TeamsActivity One(CardClick click) =>
        Ids.Read<TaughtPhrasing>(click.Id) is { } id && taught.Find(id.Value) is { } one
            ? TaughtPhrasingsCard.One(one, one.SectionIn(library) is { } section ? new(one, section) : null)
            : List(1, TaughtPhrasingRefusals.NotTaught.Sentence);

    private async Task<TeamsActivity> UndoAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        var refusal = await teaching.UndoAsync(Sender.AsManager(turn), TaughtPhrasingVerbs.UndoneBy(click), cancellationToken);
        return List(1, refusal?.Sentence ?? Undone);
    }
}
