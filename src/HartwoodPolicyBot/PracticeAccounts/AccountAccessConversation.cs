using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PracticeAccounts;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.PracticeAccounts;

/// <summary>Lets practice managers decide in their own chat who may post, and record that passwords were changed.</summary>
internal sealed class AccountAccessConversation(PracticeAccountList accounts, DecideAccess deciding, ManagerAccess managers) : IConversation
{
    public IEnumerable<BotCommand> Commands => [];

    public IEnumerable<CardVerb> Verbs =>
        [
            ForManager(
                PracticeAccountVerbs.Person,
                async (_, click, cancel) =>
                    await FindAsync(click, cancel) is { } found
                        ? new ClickAnswer.InPlace(AccountAccessCard.Person(found.View, found.Access))
                        : new ClickAnswer.Refused(PracticeAccountRefusals.NoSuchPerson)
            ),
            ForManager(PracticeAccountVerbs.Step, StepAsync),
            ForManager(PracticeAccountVerbs.GiveList, GiveListAsync),
            ForManager(PracticeAccountVerbs.Give, GiveAsync),
            ForManager(
                PracticeAccountVerbs.Passwords,
                async (_, click, cancel) =>
                    PracticeAccountVerbs.Opened(
                        click,
                        AccountAccessCard.Passwords(await accounts.ListedAsync(cancel), PageButtons.NumberIn(click.Id))
                    )
            ),
            ForManager(PracticeAccountVerbs.PasswordChanged, PasswordChangedAsync),
        ];

    private CardVerb ForManager(string verb, Func<ITurn, CardClick, CancellationToken, Task<ClickAnswer>> answer) =>
        managers.Verb(verb, PracticeAccountAudit.Manage, answer);

    private async Task<ClickAnswer> StepAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (
            PracticeAccountVerbs.StepIn(click.Kept(PracticeAccountVerbs.StepName)) is not { } step
            || await FindAsync(click, cancellationToken) is not { } found
        )
        {
            return new ClickAnswer.Refused(PracticeAccountRefusals.NoSuchPerson);
        }

        var refusal = await DecideAsync(turn, found, step, cancellationToken);
        return await PersonAsync(found, refusal?.Sentence ?? Done(step), cancellationToken);
    }

    private async Task<ClickAnswer> GiveListAsync(ITurn turn, CardClick click, CancellationToken cancellationToken) =>
        PracticeAccountVerbs.Read(click.Id) is { } id
        && await accounts.FindAsync(id.Account, cancellationToken) is { Account.State: PracticeAccountState.Listed } view
            ? new ClickAnswer.InPlace(
                AccountAccessCard.Give(view, await accounts.WithoutAccessAsync(id.Account, cancellationToken), id.Version)
            )
            : new ClickAnswer.Refused(PracticeAccountRefusals.Unknown);

    private async Task<ClickAnswer> GiveAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (PracticeAccountVerbs.Read(click.Id) is not { Account: var account, Person: { } person })
        {
            return new ClickAnswer.Refused(PracticeAccountRefusals.NoSuchPerson);
        }

        var refusal = await deciding.GiveAsync(Sender.AsManager(turn), account, person, cancellationToken);
        return refusal is null or { Kind: RefusalKind.Conflict } && await accounts.FindAsync(account, cancellationToken) is { } view
            ? new ClickAnswer.InPlace(AccountCard.ForManager(view, accounts.Today, refusal?.Sentence ?? Done(AccessStep.Grant)))
            : new ClickAnswer.Refused(refusal ?? PracticeAccountRefusals.Unknown);
    }

    private async Task<ClickAnswer> PasswordChangedAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (await FindAsync(click, cancellationToken) is not { } found)
        {
            return new ClickAnswer.Refused(PracticeAccountRefusals.NoSuchPerson);
        }

        var refusal = await DecideAsync(turn, found, AccessStep.PasswordChanged, cancellationToken);
        return new ClickAnswer.InPlace(
            AccountAccessCard.Passwords(
                await accounts.ListedAsync(cancellationToken),
                1,
                banner: refusal?.Sentence ?? Done(AccessStep.PasswordChanged)
            )
        );
    }

    private Task<Refusal?> DecideAsync(ITurn turn, Found found, AccessStep step, CancellationToken cancellationToken) =>
        deciding.StepAsync(
            Sender.AsManager(turn),
            new(found.View.Account.Id),
            PersonId.Of(found.Access.PersonId),
            found.Version,
            step,
            cancellationToken
        );

    /// <summary>Shows the person's access as it is now.</summary>
    private async Task<ClickAnswer> PersonAsync(Found before, string banner, CancellationToken cancellationToken) =>
        await accounts.FindAsync(new(before.View.Account.Id), cancellationToken) is { } view
        && view.Of(PersonId.Of(before.Access.PersonId)) is { } access
            ? new ClickAnswer.InPlace(AccountAccessCard.Person(view, access, banner))
            : new ClickAnswer.Refused(PracticeAccountRefusals.NoSuchPerson);

    private async Task<Found?> FindAsync(CardClick click, CancellationToken cancellationToken) =>
        PracticeAccountVerbs.Read(click.Id) is { Person: { } person } id
        && await accounts.FindAsync(id.Account, cancellationToken) is { } view
        && view.Of(person) is { } access
            ? new(view, access, id.Version)
            : null;

    private static string Done(AccessStep step) =>
        step switch
        {
            AccessStep.Grant => "They have access. I'm telling them now.",
            AccessStep.Refuse => "I'm telling them now that they haven't been given access.",
            AccessStep.TakeAway => "Their access is taken away, and I'm telling them now. Please change the password.",
            AccessStep.HoldSignIn => "They hold the sign-in.",
            AccessStep.HoldNoSignIn => "They no longer hold the sign-in.",
            _ => "I've noted that the password has been changed.",
        };

    /// <summary>Holds what a click is about, and the version that its card showed.</summary>
    private sealed record Found(PracticeAccountView View, AccountAccess Access, int Version);
}
