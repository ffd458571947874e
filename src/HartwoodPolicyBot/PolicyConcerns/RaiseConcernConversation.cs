using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicyConcerns;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.PolicyConcerns;

/// <summary>
/// Lets staff raise a concern that a policy discriminates, look at what they raised, and withdraw it, in their own chat only.
/// </summary>
internal sealed class RaiseConcernConversation(
    RaisePolicyConcern raising,
    OwnPolicyConcerns own,
    PolicyLibrary library,
    PolicyAuthors authors,
    Audit audit
) : IConversation
{
    private const string Raise = "raise a concern";
    private const string Mine = "my concerns";
    private const string NothingSent = "I haven't sent or saved anything.";
    private const string NoSuchCode = "I can't find a concern with that code. Please check it and try again.";
    private const string WithdrawnNow = "I've withdrawn your concern and deleted your words.";

    public IEnumerable<BotCommand> Commands =>
        [
            new(
                [Raise, "raise concern", "i want to raise a concern", "raise a concern about a policy", "this policy discriminates"],
                (turn, _) => Task.FromResult(Sender.IsPersonal(turn) ? NewForm(null) : PrivateChat.Leading(turn, Raise)),
                CommandHelp.ForEverybody("tell the author if a policy discriminates")
            ),
            new(
                [Mine, "my concern"],
                (turn, cancel) =>
                    Sender.IsPersonal(turn) ? ListAsync(turn, null, cancel) : Task.FromResult(PrivateChat.Leading(turn, Mine)),
                CommandHelp.ForEverybody("see the concerns you've raised about a policy")
            ),
        ];

    public IEnumerable<BotIntent> Intents => [new("raise-concern", Commands.First().Answer), new("my-concerns", Commands.Last().Answer)];

    public IEnumerable<CardVerb> Verbs =>
        [
            Verb(ConcernVerbs.Form, (_, click, _) => Said(NewForm(click.Id))),
            Verb(ConcernVerbs.Review, (_, click, _) => InPlace(Review(click, ConcernForm.Read(WithPolicy(click), raising.Today)))),
            Verb(ConcernVerbs.Edit, (_, click, _) => InPlace(Form(click, ConcernForm.Read(click.Kept, raising.Today)))),
            Verb(ConcernVerbs.Send, SendAsync),
            Verb(ConcernVerbs.Cancel, (_, _, _) => InPlace(SmallTalkCards.Sentence(NothingSent))),
            Verb(ConcernVerbs.Mine, MineAsync),
            Verb(ConcernVerbs.FindByCode, FindByCodeAsync),
            Verb(ConcernVerbs.Withdraw, WithdrawAsync),
        ];

    /// <summary>Makes a verb that does nothing outside the person's own chat, so that a copied card does nothing.</summary>
    private static CardVerb Verb(string verb, Func<ITurn, CardClick, CancellationToken, Task<ClickAnswer>> answer) =>
        new(verb, (turn, click, cancel) => Sender.IsPersonal(turn) ? answer(turn, click, cancel) : Said(PrivateChat.Leading(turn, Raise)));

    private static Task<ClickAnswer> Said(TeamsActivity message) => Task.FromResult<ClickAnswer>(new ClickAnswer.Said(message));

    private static Task<ClickAnswer> InPlace(TeamsActivity message) => Task.FromResult<ClickAnswer>(new ClickAnswer.InPlace(message));

    private TeamsActivity NewForm(string? policy) =>
        ConcernFormCard.Message(
            Guid.NewGuid(),
            ConcernForm.Empty(library.Document(policy)?.Slug ?? library.Documents[0].Slug),
            library,
            authors
        );

    private TeamsActivity Form(CardClick click, ConcernForm answers, string? problem = null) =>
        Guid.TryParse(click.Id, out var form) ? ConcernFormCard.Message(form, answers, library, authors, problem) : NewForm(answers.Policy);

    private TeamsActivity Review(CardClick click, ConcernForm answers) =>
        answers.Problem is { } problem ? Form(click, answers, problem)
        : !Guid.TryParse(click.Id, out var form) ? NewForm(answers.Policy)
        : answers.IsAboutAuthor == true && !authors.HasOtherWay ? ConcernReviewCard.GoTo(authors, answers)
        : ConcernReviewCard.Message(form, answers);

    /// <summary>Returns the answers of the form. It does not ask which policy where there is only one.</summary>
    private Func<string, string?> WithPolicy(CardClick click) =>
        field => click.Input(field) ?? (field == ConcernForm.PolicyField ? library.Documents[0].Slug : null);

    private async Task<ClickAnswer> SendAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        var answers = ConcernForm.Read(click.Kept, raising.Today);
        if (answers.Problem is { } problem || !Guid.TryParse(click.Id, out var form))
        {
            return new ClickAnswer.InPlace(Form(click, answers, answers.Problem));
        }

        var sent = await raising.SendAsync(
            form,
            answers,
            new(Sender.IdOf(turn), Sender.NameOf(turn), turn.Activity.ServiceUrl!, turn.Activity.Conversation?.Id),
            cancellationToken
        );
        if (sent.Value is { } raised)
        {
            return new ClickAnswer.InPlace(ConcernReviewCard.Receipt(raised));
        }

        // Nobody is named, because the person may have wanted to stay unknown.
        await audit.RefusedAsync(null, PolicyConcernAudit.Raise, sent.Refusal!, null, cancellationToken);
        return new ClickAnswer.InPlace(
            sent.Refusal == PolicyConcernRefusals.NoOtherWay
                ? ConcernReviewCard.GoTo(authors, answers)
                : Form(click, answers, sent.Refusal!.Sentence)
        );
    }

    private async Task<TeamsActivity> ListAsync(ITurn turn, string? banner, CancellationToken cancellationToken) =>
        OwnConcernCards.List(await own.OfAsync(Sender.IdOf(turn), cancellationToken), banner);

    private async Task<ClickAnswer> MineAsync(ITurn turn, CardClick click, CancellationToken cancellationToken) =>
        click.Id is null ? new ClickAnswer.Said(await ListAsync(turn, null, cancellationToken))
        : await own.FindAsync(Key(turn, click), cancellationToken) is { } concern
            ? new ClickAnswer.InPlace(OwnConcernCards.One(concern, null))
        : new ClickAnswer.Refused(PolicyConcernRefusals.Unknown);

    private async Task<ClickAnswer> FindByCodeAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        var code = click.Input(ConcernVerbs.Code) ?? "";
        if (code.Length > 0 && await own.FindAsync(new ConcernKey(Sender.IdOf(turn), null, code), cancellationToken) is { } concern)
        {
            return new ClickAnswer.InPlace(OwnConcernCards.One(concern, code));
        }

        await audit.RefusedAsync(null, PolicyConcernAudit.FindByCode, PolicyConcernRefusals.Unknown, null, cancellationToken);
        return new ClickAnswer.InPlace(await ListAsync(turn, NoSuchCode, cancellationToken));
    }

    private async Task<ClickAnswer> WithdrawAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        var key = Key(turn, click);
        var withdrawn = await raising.WithdrawAsync(key, cancellationToken);
        return withdrawn.Value is { } concern
            ? new ClickAnswer.InPlace(OwnConcernCards.One(concern, key.Code, WithdrawnNow))
            : new ClickAnswer.Refused(withdrawn.Refusal!);
    }

    private static ConcernKey Key(ITurn turn, CardClick click) =>
        new(Sender.IdOf(turn), Ids.Read<PolicyConcern>(click.Id), click.Kept(ConcernVerbs.Code));
}
