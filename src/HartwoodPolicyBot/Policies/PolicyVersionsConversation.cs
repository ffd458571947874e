using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Policies;

/// <summary>
/// Lists the versions of the policies for practice managers, shows and compares them, brings one back, and takes policies out of
/// use.
/// </summary>
internal sealed class PolicyVersionsConversation(
    PolicyVersions versions,
    PublishPolicy publishing,
    PolicyUse use,
    PublishedCards cards,
    ManagerAccess managers
) : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                ["versions", "policy versions", "versions of the policy", "policy history"],
                async (turn, cancel) => managers.LookRefused(turn, "versions", inOwnChat: true) ?? await StartAsync(cancel),
                CommandHelp.ForManagers("see, compare and bring back versions of a policy")
            ),
        ];

    public IEnumerable<BotIntent> Intents => [new("policy-history", Commands.First().Answer) { IsForManagersOnly = true }];

    public IEnumerable<CardVerb> Verbs =>
        [
            Verb(PublishVerbs.Versions, (_, id, cancel) => id.Slug.Length == 0 ? Card(StartAsync(cancel)) : ListAsync(id, null, cancel)),
            Verb(PublishVerbs.Version, (_, id, cancel) => ShowAsync(id, cancel)),
            Verb(PublishVerbs.Compare, (_, id, cancel) => CompareAsync(id, cancel)),
            Verb(PublishVerbs.BringBack, BringBackAsync),
            Verb(
                PublishVerbs.CallOff,
                async (turn, id, cancel) =>
                    await use.CallOffAsync(Sender.IdOf(turn), id.Slug, id.First, cancel) is { } refused
                        ? new ClickAnswer.Refused(refused)
                        : await ListAsync((id.Slug, 1, 0), $"Number {id.First} won't come into force.", cancel)
            ),
            Verb(PublishVerbs.OutOfUse, (turn, id, cancel) => UseAsync(turn, id.Slug, isInUse: false, cancel)),
            Verb(PublishVerbs.InUse, (turn, id, cancel) => UseAsync(turn, id.Slug, isInUse: true, cancel)),
        ];

    private static async Task<ClickAnswer> Card(Task<TeamsActivity> card) => new ClickAnswer.InPlace(await card);

    private CardVerb Verb(string verb, Func<ITurn, (string Slug, int First, int Second), CancellationToken, Task<ClickAnswer>> answer) =>
        managers.Verb(verb, PolicyAudit.Change, (turn, click, cancel) => answer(turn, PublishVerbs.Read(click.Id), cancel));

    private async Task<TeamsActivity> StartAsync(CancellationToken cancellationToken)
    {
        var policies = await versions.PoliciesAsync(cancellationToken);
        return policies is [var only] && await versions.OfAsync(only.Policy.Slug, 1, cancellationToken) is { } history
            ? PolicyVersionCards.List(history, null)
            : PolicyVersionCards.Policies(policies);
    }

    private async Task<ClickAnswer> ListAsync((string Slug, int Page, int) id, string? banner, CancellationToken cancellationToken) =>
        await versions.OfAsync(id.Slug, Math.Max(1, id.Page), cancellationToken) is { } history
            ? new ClickAnswer.InPlace(PolicyVersionCards.List(history, banner))
            : new ClickAnswer.Refused(PolicyRefusals.NoSuchPolicy);

    private async Task<ClickAnswer> ShowAsync((string Slug, int Number, int From) id, CancellationToken cancellationToken) =>
        await versions.FindAsync(id.Slug, id.Number, cancellationToken) is { } version
        && await versions.OfAsync(id.Slug, 1, cancellationToken) is { } history
            ? new ClickAnswer.InPlace(PolicyVersionCards.One(version, history, id.From))
            : new ClickAnswer.Refused(PolicyRefusals.NoSuchPolicy);

    private async Task<ClickAnswer> CompareAsync((string Slug, int Earlier, int Later) id, CancellationToken cancellationToken) =>
        await versions.FindAsync(id.Slug, id.Earlier, cancellationToken) is { } earlier
        && await versions.FindAsync(id.Slug, id.Later, cancellationToken) is { } later
            ? new ClickAnswer.InPlace(PolicyVersionCards.Compared(earlier, later))
            : new ClickAnswer.Refused(PolicyRefusals.NoSuchPolicy);

    private async Task<ClickAnswer> BringBackAsync(
        ITurn turn,
        (string Slug, int Number, int Revision) id,
        CancellationToken cancellationToken
    )
    {
        var brought = await publishing.BringBackAsync(Sender.AsManager(turn), new(id.Slug, id.Number, id.Revision), cancellationToken);
        return brought.Value is { } version
            ? new ClickAnswer.InPlace(cards.Of(version))
            : await ListAsync((id.Slug, 1, 0), brought.Refusal!.Sentence, cancellationToken);
    }

    private async Task<ClickAnswer> UseAsync(ITurn turn, string slug, bool isInUse, CancellationToken cancellationToken) =>
        await ListAsync(
            (slug, 1, 0),
            (await use.UseAsync(Sender.IdOf(turn), slug, isInUse, cancellationToken))?.Sentence
                ?? (isInUse ? "I answer from this policy again." : "I no longer answer from this policy. Its versions are kept."),
            cancellationToken
        );
}
