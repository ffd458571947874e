using HartwoodPolicyBot.Core.PostChecks;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.PostChecks;

/// <summary>
/// Checks a draft against the policy, in the person's own chat: at once when the draft comes with the command, otherwise by a form.
/// </summary>
/// <remarks>
/// Source: the policy, Purpose and definitions: "…to ensure that practice staff conduct themselves professionally online".
/// </remarks>
internal sealed class PostCheckConversation(
    CheckPost check,
    CountPostChecks counts,
    PostCheckCard card,
    DeclaredInterests interests,
    ManagerAccess managers
) : IConversation
{
    private const string NothingToCheck = "Please paste or type your post.";

    private static readonly string[] Names =
    [
        "check a post",
        "check post",
        "check this post",
        "check my post",
        "can you check a post",
        "i want to check a post",
    ];

    public IEnumerable<BotCommand> Commands =>
        [
            new(
                Names,
                (turn, _) => Task.FromResult(Sender.IsPersonal(turn) ? DraftFormCard.Message(DraftForm.Empty) : ComeToMe(turn)),
                CommandHelp.ForEverybody("check something before you post it")
            ),
        ];

    public IEnumerable<BotIntent> Intents => [new("check-post", Commands.First().Answer)];

    public IEnumerable<TextCommand> TextCommands => [new(Names, CheckAsync) { InOtherWords = DraftRequest.DraftIn }];

    public IEnumerable<CardVerb> Verbs =>
        [
            Private(
                PostCheckVerbs.Form,
                (_, click, _) => Task.FromResult<ClickAnswer>(new ClickAnswer.InPlace(DraftFormCard.Message(DraftForm.Read(click.Kept))))
            ),
            Private(PostCheckVerbs.Check, CheckFormAsync),
            Private(
                PostCheckVerbs.Cancel,
                (_, _, _) =>
                    Task.FromResult<ClickAnswer>(new ClickAnswer.InPlace(SmallTalkCards.Sentence("I haven't checked or kept anything.")))
            ),
        ];

    /// <summary>Makes a verb that does nothing outside the person's own chat, so that a copied card does nothing.</summary>
    private static CardVerb Private(string verb, Func<ITurn, CardClick, CancellationToken, Task<ClickAnswer>> answer) =>
        new(
            verb,
            (turn, click, cancel) =>
                Sender.IsPersonal(turn) ? answer(turn, click, cancel) : Task.FromResult<ClickAnswer>(new ClickAnswer.Said(ComeToMe(turn)))
        );

    private Task<TeamsActivity> CheckAsync(ITurn turn, string draft, CancellationToken cancellationToken) =>
        Sender.IsPersonal(turn) ? OutcomeAsync(turn, DraftForm.Of(draft), cancellationToken) : Task.FromResult(ComeToMe(turn));

    private async Task<ClickAnswer> CheckFormAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        var form = DraftForm.Read(click.Input);
        return new ClickAnswer.InPlace(
            form.Draft.Length == 0 ? DraftFormCard.Message(form, NothingToCheck) : await OutcomeAsync(turn, form, cancellationToken)
        );
    }

    private async Task<TeamsActivity> OutcomeAsync(ITurn turn, DraftForm form, CancellationToken cancellationToken)
    {
        var outcome = check.Check(form.Text, form.IsOnPracticeAccount);
        await counts.AddAsync(outcome.Verdict, cancellationToken);
        var isDeclared =
            outcome.Concerns.Any(concern => concern.Kind == ConcernKind.Interest)
            && await interests.AreNamedInAsync(Sender.IdOf(turn), form.Text, cancellationToken);
        return card.Message(form, outcome, isDeclared, managers.IsPracticeManager(turn));
    }

    private static TeamsActivity ComeToMe(ITurn turn) => PrivateChat.Leading(turn, Names[0]);
}
