using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PracticeAccounts;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.PracticeAccounts;

/// <summary>Lets practice managers look after the list of accounts, in their own chat: what is on it, and who last looked at it.</summary>
internal sealed class AccountManagementConversation(
    PracticeAccountList accounts,
    PracticeAccountEditor editor,
    AccountLooks looks,
    ManagerAccess managers
) : IConversation
{
    private static readonly PracticeAccountFields NoFields = new("", "", "", HasSecondFactor: false);

    public IEnumerable<BotCommand> Commands => [];

    public IEnumerable<CardVerb> Verbs =>
        [
            ForManager(
                PracticeAccountVerbs.AddForm,
                (_, _, _) => Task.FromResult<ClickAnswer>(new ClickAnswer.InPlace(AccountForms.Add(NoFields, Guid.NewGuid())))
            ),
            ForManager(PracticeAccountVerbs.Add, AddAsync),
            ForManager(PracticeAccountVerbs.ChangeForm, (_, click, cancel) => OnAccountAsync(click, ChangeForm, cancel)),
            ForManager(PracticeAccountVerbs.Change, ChangeAsync),
            ForManager(
                PracticeAccountVerbs.AskEnd,
                (_, click, cancel) => OnAccountAsync(click, view => AccountCard.AskEnd(view.Account), cancel)
            ),
            ForManager(PracticeAccountVerbs.End, EndAsync),
            ForManager(
                PracticeAccountVerbs.People,
                (_, click, cancel) =>
                    OnAccountAsync(
                        click,
                        view => AccountCard.ForManager(view, accounts.Today, page: PracticeAccountVerbs.Read(click.Id)!.Value.Version),
                        cancel
                    )
            ),
            ForManager(
                PracticeAccountVerbs.Requests,
                async (_, click, cancel) =>
                    PracticeAccountVerbs.Opened(
                        click,
                        AccountRequestCards.List(await accounts.RequestsAsync(cancel), PageButtons.NumberIn(click.Id))
                    )
            ),
            ForManager(
                PracticeAccountVerbs.Looks,
                async (_, click, cancel) =>
                    PracticeAccountVerbs.Opened(click, await LooksAsync(PageButtons.NumberIn(click.Id), null, cancel))
            ),
            ForManager(PracticeAccountVerbs.Looked, LookedAsync),
        ];

    private CardVerb ForManager(string verb, Func<ITurn, CardClick, CancellationToken, Task<ClickAnswer>> answer) =>
        managers.Verb(verb, PracticeAccountAudit.Manage, answer);

    private static TeamsActivity ChangeForm(PracticeAccountView view) =>
        AccountForms.Change(
            view.Account,
            new(view.Account.Platform, view.Account.Name, view.Account.Purpose, view.Account.HasSecondFactor)
        );

    private async Task<ClickAnswer> AddAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (AccountFormReader.FormId(click) is not { } formId)
        {
            return new ClickAnswer.Refused(PracticeAccountRefusals.Unknown);
        }

        var fields = AccountFormReader.Fields(click);
        var refusal = await editor.AddAsync(Sender.IdOf(turn), fields, formId, cancellationToken);
        return refusal is null
            ? new ClickAnswer.InPlace(await ListAsync("The account is on the list. Open it to give people access.", cancellationToken))
            : new ClickAnswer.InPlace(AccountForms.Add(fields, formId, refusal.Sentence));
    }

    private async Task<ClickAnswer> ChangeAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (await FindAsync(click, cancellationToken) is not { } found)
        {
            return new ClickAnswer.Refused(PracticeAccountRefusals.Unknown);
        }

        var (view, version) = found;
        var fields = AccountFormReader.Fields(click);
        var refusal = await editor.ChangeAsync(Sender.IdOf(turn), new(view.Account.Id), version, fields, cancellationToken);
        return refusal is { Kind: RefusalKind.BadInput } || refusal == PracticeAccountRefusals.OnTheList
            ? new ClickAnswer.InPlace(AccountForms.Change(view.Account, fields, refusal.Sentence))
            : await AccountAsync(view, refusal?.Sentence ?? "I've saved the account.", cancellationToken);
    }

    private async Task<ClickAnswer> EndAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (await FindAsync(click, cancellationToken) is not { } found)
        {
            return new ClickAnswer.Refused(PracticeAccountRefusals.Unknown);
        }

        var (view, version) = found;
        var refusal = await editor.EndAsync(Sender.IdOf(turn), new(view.Account.Id), version, cancellationToken);
        return await AccountAsync(
            view,
            refusal?.Sentence
                ?? (view.Account.IsRequest ? "I'm telling them that it hasn't been added to the list." : "I've taken it off the list."),
            cancellationToken
        );
    }

    private async Task<ClickAnswer> LookedAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (await FindAsync(click, cancellationToken) is not { View: var view })
        {
            return new ClickAnswer.Refused(PracticeAccountRefusals.Unknown);
        }

        var refusal = await looks.LookedAsync(Sender.AsManager(turn), new(view.Account.Id), cancellationToken);
        var banner = refusal?.Sentence ?? $"I've noted that you looked at {PracticeAccountWords.Of(view.Account)} this month.";
        return click.Kept(PracticeAccountVerbs.Page) is { } page
            ? new ClickAnswer.InPlace(await LooksAsync(PageButtons.NumberIn(page), banner, cancellationToken))
            : await AccountAsync(view, banner, cancellationToken);
    }

    /// <summary>Shows the account as it is now; the list, if it is no longer on it.</summary>
    private async Task<ClickAnswer> AccountAsync(PracticeAccountView before, string banner, CancellationToken cancellationToken) =>
        new ClickAnswer.InPlace(
            await accounts.FindAsync(new(before.Account.Id), cancellationToken) switch
            {
                { Account.State: PracticeAccountState.Listed } view => AccountCard.ForManager(view, accounts.Today, banner),
                { Account: { IsRequest: true } request } => AccountRequestCards.Account(request, banner),
                _ => await ListAsync(banner, cancellationToken),
            }
        );

    private async Task<TeamsActivity> ListAsync(string banner, CancellationToken cancellationToken) =>
        AccountListCard.ForManager(
            await accounts.ListedAsync(cancellationToken),
            (await accounts.RequestsAsync(cancellationToken)).Count,
            accounts.Today,
            1,
            banner
        );

    private async Task<TeamsActivity> LooksAsync(int page, string? banner, CancellationToken cancellationToken) =>
        AccountLookCard.Message(await accounts.ListedAsync(cancellationToken), accounts.Today, page, banner);

    private async Task<ClickAnswer> OnAccountAsync(
        CardClick click,
        Func<PracticeAccountView, TeamsActivity> card,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(click, cancellationToken) is { View: { Account.EndedAt: null } view }
            ? new ClickAnswer.InPlace(card(view))
            : new ClickAnswer.Refused(PracticeAccountRefusals.Unknown);

    private async Task<(PracticeAccountView View, int Version)?> FindAsync(CardClick click, CancellationToken cancellationToken) =>
        PracticeAccountVerbs.Read(click.Id) is { } id && await accounts.FindAsync(id.Account, cancellationToken) is { } view
            ? (view, id.Version)
            : null;
}
