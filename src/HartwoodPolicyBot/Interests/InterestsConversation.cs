using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Interests;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Interests;

/// <summary>Lets people declare, change and end their interests in their own chat.</summary>
internal sealed class InterestsConversation(OwnInterests interests, StaffContacts contacts) : IConversation
{
    public const string Command = "declare an interest";
    private const string Mine = "my interests";

    private static readonly Refusal NotHere = new(
        RefusalKind.NotAllowed,
        "not-here",
        "Let's keep that private. Please ask me for it in our private chat."
    );

    public IEnumerable<BotCommand> Commands =>
        [
            new(
                [Command, "declare interest", "i want to declare an interest", "declare a gift"],
                (turn, _) => PrivatelyAsync(turn, Command, () => Task.FromResult(NewForm())),
                CommandHelp.ForEverybody("tell us about a gift, paid work or a business")
            ),
            new(
                [Mine, "my declared interests", "my declarations"],
                (turn, cancel) => PrivatelyAsync(turn, Mine, () => MineAsync(turn, 1, null, cancel)),
                CommandHelp.ForEverybody("change or end what you've declared")
            ),
        ];

    public IEnumerable<BotIntent> Intents =>
        [new("declare-interest", Commands.First().Answer), new("my-interests", Commands.Last().Answer)];

    public IEnumerable<CardVerb> Verbs =>
        [
            Private(InterestOffer.Verb, (_, _, _) => Task.FromResult<ClickAnswer>(new ClickAnswer.Said(NewForm()))),
            Private(InterestVerbs.Declare, DeclareAsync),
            Private(
                InterestVerbs.Mine,
                async (turn, click, cancel) => new ClickAnswer.InPlace(await MineAsync(turn, PageButtons.NumberIn(click.Id), null, cancel))
            ),
            Private(
                InterestVerbs.Open,
                (turn, click, cancel) => OnOwnAsync(turn, click, (found, _) => Task.FromResult(InterestCards.One(found)), cancel)
            ),
            Private(
                InterestVerbs.ChangeForm,
                (turn, click, cancel) =>
                    OnOwnAsync(
                        turn,
                        click,
                        (found, _) =>
                            Task.FromResult(InterestCards.ChangeForm(InterestVerbs.Id(found), InterestFields.Of(found), interests.Today)),
                        cancel
                    )
            ),
            Private(
                InterestVerbs.Change,
                (turn, click, cancel) =>
                    OnOwnAsync(turn, click, (found, version) => ChangeAsync(turn, click, found, version, cancel), cancel)
            ),
            Private(
                InterestVerbs.End,
                (turn, click, cancel) => OnOwnAsync(turn, click, (found, version) => EndAsync(turn, found, version, cancel), cancel)
            ),
            Private(InterestVerbs.Confirm, ConfirmAsync),
        ];

    private static CardVerb Private(string verb, Func<ITurn, CardClick, CancellationToken, Task<ClickAnswer>> answer) =>
        new(
            verb,
            (turn, click, cancel) =>
                Sender.IsPersonal(turn) ? answer(turn, click, cancel) : Task.FromResult<ClickAnswer>(new ClickAnswer.Refused(NotHere))
        );

    private static Task<TeamsActivity> PrivatelyAsync(ITurn turn, string command, Func<Task<TeamsActivity>> answer) =>
        Sender.IsPersonal(turn) ? answer() : Task.FromResult(PrivateChat.Leading(turn, command));

    private TeamsActivity NewForm() => InterestCards.DeclareForm(InterestFields.Empty, Guid.NewGuid(), interests.Today);

    private async Task<TeamsActivity> MineAsync(ITurn turn, int page, string? banner, CancellationToken cancellationToken) =>
        InterestCards.Mine(await interests.ListAsync(Sender.IdOf(turn), cancellationToken), page, banner);

    private async Task<ClickAnswer> DeclareAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(click.Kept(InterestVerbs.Form), out var formId))
        {
            return new ClickAnswer.Refused(InterestRefusals.Unknown);
        }

        // The bot asks this person every year, so it stores their chat.
        await contacts.RecordAsync(Sender.IdOf(turn), turn.Activity.ServiceUrl!, turn.Activity.Conversation!.Id!, cancellationToken);
        var fields = FieldsIn(click);
        var refusal = await interests.DeclareAsync(Sender.IdOf(turn), Sender.NameOf(turn), fields, formId, cancellationToken);
        if (
            refusal == InterestRefusals.DeclaredAlready
            && await interests.DeclaredAlreadyAsync(Sender.IdOf(turn), fields, cancellationToken) is { } known
        )
        {
            return new ClickAnswer.InPlace(InterestCards.ChangeForm(InterestVerbs.Id(known), fields, interests.Today, refusal.Sentence));
        }

        return new ClickAnswer.InPlace(
            refusal is null
                ? await MineAsync(turn, 1, "You've declared it. I'll ask you once a year whether it's still right.", cancellationToken)
                : InterestCards.DeclareForm(fields, formId, interests.Today, refusal.Sentence)
        );
    }

    private async Task<TeamsActivity> ChangeAsync(
        ITurn turn,
        CardClick click,
        Interest found,
        int version,
        CancellationToken cancellationToken
    )
    {
        var fields = FieldsIn(click);
        var refusal = await interests.ChangeAsync(Sender.IdOf(turn), found, version, fields, cancellationToken);
        return refusal is { Kind: RefusalKind.BadInput }
            ? InterestCards.ChangeForm(click.Id!, fields, interests.Today, refusal.Sentence)
            : await MineAsync(turn, 1, refusal?.Sentence ?? "I've saved your changes.", cancellationToken);
    }

    private async Task<TeamsActivity> EndAsync(ITurn turn, Interest found, int version, CancellationToken cancellationToken)
    {
        var refusal = await interests.EndAsync(Sender.IdOf(turn), found, version, cancellationToken);
        return await MineAsync(turn, 1, refusal?.Sentence ?? $"Your interest with {found.Party} has ended.", cancellationToken);
    }

    private async Task<ClickAnswer> ConfirmAsync(ITurn turn, CardClick click, CancellationToken cancellationToken) =>
        new ClickAnswer.InPlace(
            await MineAsync(
                turn,
                1,
                await interests.ConfirmAsync(Sender.IdOf(turn), cancellationToken) > 0
                    ? "Thank you. I'll ask you again in a year."
                    : "There's nothing to confirm at the moment.",
                cancellationToken
            )
        );

    /// <summary>Answers a click on one of the sender's own interests, and refuses a click on anybody else's.</summary>
    private async Task<ClickAnswer> OnOwnAsync(
        ITurn turn,
        CardClick click,
        Func<Interest, int, Task<TeamsActivity>> answer,
        CancellationToken cancellationToken
    )
    {
        var (id, version) = InterestVerbs.Read(click.Id);
        return await interests.FindAsync(Sender.IdOf(turn), id, cancellationToken) switch
        {
            { Refusal: { } refusal } => new ClickAnswer.Refused(refusal),
            { Value: var found } => new ClickAnswer.InPlace(await answer(found!, version)),
        };
    }

    /// <summary>Reads the form. What arrives comes from the client, so it is cleaned and cut here.</summary>
    private static InterestFields FieldsIn(CardClick click) =>
        new(
            Excerpt.Cut(ActivityText.Fold(click.Input(InterestVerbs.What) ?? ""), Interest.LongestWhat),
            Excerpt.Cut(ActivityText.Fold(click.Input(InterestVerbs.Party) ?? ""), Interest.LongestParty),
            FormDay.Read(click.Input(InterestVerbs.Since)),
            click.Input(InterestVerbs.Mention) switch
            {
                InterestVerbs.Yes => true,
                InterestVerbs.No => false,
                _ => null,
            }
        );
}
