using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PracticeAccounts;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.PracticeAccounts;

/// <summary>
/// Shows the list of the practice's accounts to everybody in their own chat, and takes requests of staff for access or for an
/// account.
/// </summary>
internal sealed class AccountsConversation(
    PracticeAccountList accounts,
    AskForAccount asking,
    ManagerAccess managers,
    StaffContacts contacts
) : IConversation
{
    public const string Command = "accounts";

    private const string InPrivate = "The list shows people's names. Please ask me for it in our private chat.";

    private static readonly Refusal NotHere = new(RefusalKind.NotAllowed, "not-here", InPrivate);

    private static readonly PracticeAccountFields NoFields = new("", "", "", HasSecondFactor: false);

    public IEnumerable<BotCommand> Commands =>
        [
            new(
                [Command, "practice accounts", "our accounts", "practice social media accounts"],
                async (turn, cancel) =>
                    Sender.IsPersonal(turn)
                        ? await ListAsync(turn, 1, null, cancel)
                        : SmallTalkCards.Leading(InPrivate, PrivateChat.Button(turn, Command)),
                CommandHelp.ForEverybody("see the practice's own accounts, and who may post")
            ),
        ];

    public IEnumerable<BotIntent> Intents => [new("accounts", Commands.First().Answer)];

    public IEnumerable<CardVerb> Verbs =>
        [
            Private(
                PracticeAccountVerbs.List,
                async (turn, click, cancel) => new ClickAnswer.InPlace(await ListAsync(turn, PageButtons.NumberIn(click.Id), null, cancel))
            ),
            Private(PracticeAccountVerbs.Open, (turn, click, cancel) => OpenAsync(turn, click, null, cancel)),
            Private(
                PracticeAccountVerbs.AskForm,
                async (_, click, cancel) =>
                    await ListedAsync(click, cancel) is { } view
                        ? new ClickAnswer.InPlace(AccountForms.Ask(view.Account))
                        : new ClickAnswer.Refused(PracticeAccountRefusals.Unknown)
            ),
            Private(PracticeAccountVerbs.Ask, AskAsync),
            Private(
                PracticeAccountVerbs.NewForm,
                (_, _, _) => Task.FromResult<ClickAnswer>(new ClickAnswer.InPlace(AccountForms.New(NoFields, "", Guid.NewGuid())))
            ),
            Private(
                PracticeAccountVerbs.New,
                (turn, click, cancel) => AskForAsync(turn, click, PracticeAccountState.AskedFor, AccountForms.New, cancel)
            ),
            Private(
                PracticeAccountVerbs.ReportForm,
                (_, _, _) => Task.FromResult<ClickAnswer>(new ClickAnswer.InPlace(AccountForms.Report(NoFields, "", Guid.NewGuid())))
            ),
            Private(
                PracticeAccountVerbs.Report,
                (turn, click, cancel) => AskForAsync(turn, click, PracticeAccountState.Reported, AccountForms.Report, cancel)
            ),
        ];

    private static CardVerb Private(string verb, Func<ITurn, CardClick, CancellationToken, Task<ClickAnswer>> answer) =>
        new(
            verb,
            (turn, click, cancel) =>
                Sender.IsPersonal(turn) ? answer(turn, click, cancel) : Task.FromResult<ClickAnswer>(new ClickAnswer.Refused(NotHere))
        );

    private async Task<TeamsActivity> ListAsync(ITurn turn, int page, string? banner, CancellationToken cancellationToken)
    {
        var listed = await accounts.ListedAsync(cancellationToken);
        return managers.IsManager(turn)
            ? AccountListCard.ForManager(listed, (await accounts.RequestsAsync(cancellationToken)).Count, accounts.Today, page, banner)
            : AccountListCard.ForStaff(listed, page, banner);
    }

    /// <summary>Shows an account. Only practice managers see one that is not on the list.</summary>
    private async Task<ClickAnswer> OpenAsync(ITurn turn, CardClick click, string? banner, CancellationToken cancellationToken)
    {
        if (
            PracticeAccountVerbs.Read(click.Id) is not { } id
            || await accounts.FindAsync(id.Account, cancellationToken) is not { } view
            || !(view.Account.State == PracticeAccountState.Listed || (view.Account.IsRequest && managers.IsManager(turn)))
        )
        {
            return new ClickAnswer.Refused(PracticeAccountRefusals.Unknown);
        }

        return new ClickAnswer.InPlace(
            view.Account.IsRequest ? AccountRequestCards.Account(view.Account, banner)
            : managers.IsManager(turn) ? AccountCard.ForManager(view, accounts.Today, banner)
            : AccountCard.ForStaff(view, Sender.IdOf(turn), banner)
        );
    }

    private async Task<PracticeAccountView?> ListedAsync(CardClick click, CancellationToken cancellationToken) =>
        PracticeAccountVerbs.Read(click.Id) is { } id
        && await accounts.FindAsync(id.Account, cancellationToken) is { Account.State: PracticeAccountState.Listed } view
            ? view
            : null;

    private async Task<ClickAnswer> AskAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (await ListedAsync(click, cancellationToken) is not { } view)
        {
            return new ClickAnswer.Refused(PracticeAccountRefusals.Unknown);
        }

        await RecordChatAsync(turn, cancellationToken);
        var why = AccountFormReader.Why(click);
        var refusal = await asking.ForAccessAsync(Sender.IdOf(turn), Sender.NameOf(turn), new(view.Account.Id), why, cancellationToken);
        return refusal is { Kind: RefusalKind.BadInput }
            ? new ClickAnswer.InPlace(AccountForms.Ask(view.Account, why, refusal.Sentence))
            : await OpenAsync(turn, click, refusal?.Sentence ?? "I've sent your request to the practice manager.", cancellationToken);
    }

    private async Task<ClickAnswer> AskForAsync(
        ITurn turn,
        CardClick click,
        PracticeAccountState state,
        Func<PracticeAccountFields, string, Guid, string?, TeamsActivity> form,
        CancellationToken cancellationToken
    )
    {
        if (AccountFormReader.FormId(click) is not { } formId)
        {
            return new ClickAnswer.Refused(PracticeAccountRefusals.Unknown);
        }

        await RecordChatAsync(turn, cancellationToken);
        var (fields, why) = (AccountFormReader.Fields(click), AccountFormReader.Why(click));
        var refusal = await asking.ForAccountAsync(Sender.IdOf(turn), Sender.NameOf(turn), state, fields, why, formId, cancellationToken);
        return new ClickAnswer.InPlace(
            refusal is null
                ? await ListAsync(turn, 1, "I've sent it to the practice manager. I'll tell you here what they decide.", cancellationToken)
                : form(fields, why, formId, refusal.Sentence)
        );
    }

    /// <summary>The bot has to tell this person later what was decided, so it stores their chat.</summary>
    private Task RecordChatAsync(ITurn turn, CancellationToken cancellationToken) =>
        contacts.RecordAsync(Sender.IdOf(turn), turn.Activity.ServiceUrl!, turn.Activity.Conversation!.Id!, cancellationToken);
}
