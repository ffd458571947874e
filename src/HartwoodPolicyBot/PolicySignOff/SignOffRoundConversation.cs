using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.PolicySignOff;

/// <summary>
/// Lets a practice manager send a sign-off round, see who has confirmed, and remind people. It shows names, so it answers in
/// the manager's own chat only.
/// </summary>
internal sealed class SignOffRoundConversation(SignOffRounds rounds, SignOffCard cards, PolicyLibrary library, ManagerAccess managers)
    : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                ["ask everyone to read", "send the policy round", "send policy round", "policy round", "send the round"],
                (turn, cancel) => ForManagerAsync(turn, () => StartAsync(SignOffVerbs.Offer, OfferAsync, cancel), cancel),
                CommandHelp.ForManagers("ask all staff to read and confirm the policy")
            ),
            new(
                ["who has read", "who has read the policy", "reading status", "policy readings", "read and understood"],
                (turn, cancel) =>
                    ForManagerAsync(
                        turn,
                        () => StartAsync(SignOffVerbs.Status, (slug, token) => StatusAsync(slug, 1, null, token), cancel),
                        cancel
                    ),
                CommandHelp.ForManagers("see who has confirmed and who hasn't")
            ),
        ];

    public IEnumerable<BotIntent> Intents =>
        [
            new(
                "policy-round",
                (turn, cancel) =>
                    ForManagerAsync(
                        turn,
                        () => StartAsync(SignOffVerbs.Status, (slug, token) => StatusAsync(slug, 1, null, token), cancel),
                        cancel
                    )
            )
            {
                IsForManagersOnly = true,
            },
        ];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(
                SignOffVerbs.Offer,
                (turn, click, cancel) => ForManagerAsync(turn, () => InPlaceAsync(OfferAsync(click.Id, cancel)), cancel)
            ),
            new(
                SignOffVerbs.Choose,
                (turn, click, cancel) => ForManagerAsync(turn, () => InPlaceAsync(Task.FromResult(ChoicesFor(click))), cancel)
            ),
            new(
                SignOffVerbs.Status,
                (turn, click, cancel) => ForManagerAsync(turn, () => InPlaceAsync(PageAsync(click.Id, cancel)), cancel)
            ),
            new(
                SignOffVerbs.Send,
                (turn, click, cancel) => ForManagerAsync(turn, () => InPlaceAsync(SendAsync(turn, click, cancel)), cancel)
            ),
            new(
                SignOffVerbs.Remind,
                (turn, click, cancel) => ForManagerAsync(turn, () => InPlaceAsync(RemindAsync(turn, click, cancel)), cancel)
            ),
        ];

    /// <summary>Says when people get a message that was sent just now.</summary>
    private string Sent =>
        rounds.GoesOn is { } day
            ? $"Ready to go. People will get it at 9am on {PracticeTime.Text(day)}."
            : "Sent. People will get it in a few minutes. Anyone who's already had a reminder today will get it on the next working day.";

    private string Soon => rounds.GoesOn is { } day ? $"at 9am on {PracticeTime.Text(day)}" : "in a few minutes";

    private static async Task<ClickAnswer> InPlaceAsync(Task<TeamsActivity> message) => new ClickAnswer.InPlace(await message);

    private async Task<TeamsActivity> ForManagerAsync(ITurn turn, Func<Task<TeamsActivity>> answer, CancellationToken cancellationToken) =>
        managers.LookRefused(turn, "who has read", inOwnChat: true, SignOffVerbs.MineButton()) ?? await answer();

    private Task<ClickAnswer> ForManagerAsync(ITurn turn, Func<Task<ClickAnswer>> answer, CancellationToken cancellationToken) =>
        managers.ClickedAsync(turn, SignOffAudit.Round, inOwnChat: true, answer, cancellationToken);

    /// <summary>Makes the first card. It skips the choice if there is only one policy.</summary>
    private Task<TeamsActivity> StartAsync(
        string verb,
        Func<string?, CancellationToken, Task<TeamsActivity>> show,
        CancellationToken cancellationToken
    ) =>
        library.Documents is [var only]
            ? show(only.Slug, cancellationToken)
            : Task.FromResult(SignOffRoundCard.Choose(library.Documents, verb));

    private TeamsActivity ChoicesFor(CardClick click) =>
        SignOffRoundCard.Choose(
            library.Documents,
            click.Kept(SignOffVerbs.For) == SignOffVerbs.Offer ? SignOffVerbs.Offer : SignOffVerbs.Status,
            PageButtons.NumberIn(click.Id)
        );

    private async Task<TeamsActivity> OfferAsync(string? slug, CancellationToken cancellationToken) =>
        await rounds.StatusAsync(slug, 1, cancellationToken) switch
        {
            null => OwnSignOffsCard.Sentence(SignOffRefusals.NoSuchPolicy.Sentence),
            { Round: not null } sent => SignOffRoundCard.Status(sent, SignOffRefusals.AlreadySent.Sentence),
            var status => SignOffRoundCard.Offer(status, cards.HasBrief(status.Policy)),
        };

    private Task<TeamsActivity> PageAsync(string? id, CancellationToken cancellationToken)
    {
        var (slug, detail) = SignOffVerbs.Read(id);
        return StatusAsync(slug, PageButtons.NumberIn(detail), null, cancellationToken);
    }

    private async Task<TeamsActivity> StatusAsync(string? slug, int page, string? banner, CancellationToken cancellationToken) =>
        await rounds.StatusAsync(slug, page, cancellationToken) is { } status
            ? SignOffRoundCard.Status(status, banner)
            : OwnSignOffsCard.Sentence(SignOffRefusals.NoSuchPolicy.Sentence);

    private async Task<TeamsActivity> SendAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        var (slug, fingerprint) = SignOffVerbs.Read(click.Id);
        var refusal = await rounds.SendAsync(Sender.IdOf(turn), slug, fingerprint, cancellationToken);
        return refusal == SignOffRefusals.VersionChanged && await rounds.StatusAsync(slug, 1, cancellationToken) is { Round: null } status
            ? SignOffRoundCard.Offer(status, cards.HasBrief(status.Policy), refusal.Sentence)
            : await StatusAsync(slug, 1, refusal?.Sentence ?? Sent, cancellationToken);
    }

    private async Task<TeamsActivity> RemindAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        var (slug, detail) = SignOffVerbs.Read(click.Id);
        var one = Ids.Read<SignOff>(detail);
        if (detail.Length > 0 && one is null)
        {
            return OwnSignOffsCard.Sentence(SignOffRefusals.Unknown.Sentence);
        }

        var (count, refusal) = await rounds.RemindAsync(Sender.IdOf(turn), slug, one, cancellationToken);
        return await StatusAsync(
            slug,
            1,
            refusal?.Sentence ?? $"{CountWords.Of(count, "reminder")} will go out {Soon}.",
            cancellationToken
        );
    }
}
