using HartwoodPolicyBot.Core.Interests;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Interests;

/// <summary>Shows practice managers what staff have declared, in their own chat.</summary>
internal sealed class InterestListConversation(InterestList interests, ManagerAccess managers) : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                ["interests", "declared interests", "conflicts of interest list"],
                async (turn, cancel) =>
                    managers.LookRefused(turn, "interests", inOwnChat: true, InterestVerbs.MineButton())
                    ?? await PageAsync(ended: false, 1, cancel),
                CommandHelp.ForManagers("see what staff have declared")
            ),
        ];

    public IEnumerable<BotIntent> Intents => [new("interests", Commands.First().Answer) { IsForManagersOnly = true }];

    public IEnumerable<CardVerb> Verbs => [PageVerb(InterestVerbs.All, ended: false), PageVerb(InterestVerbs.Ended, ended: true)];

    private CardVerb PageVerb(string verb, bool ended) =>
        managers.VerbInPlace(verb, InterestAudit.SeeAll, (_, click, cancel) => PageAsync(ended, PageButtons.NumberIn(click.Id), cancel));

    private async Task<TeamsActivity> PageAsync(bool ended, int page, CancellationToken cancellationToken) =>
        InterestCards.All(await interests.PageAsync(ended, page, cancellationToken), ended);
}
