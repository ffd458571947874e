using HartwoodPolicyBot.Core.Guidance;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Guidance;

/// <summary>Shows practice managers the national guidance that the policy rests on, and takes their checks.</summary>
internal sealed class GuidanceConversation(CheckGuidance checks, ManagerAccess managers) : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                [GuidanceVerbs.Command, "national guidance", "check the guidance"],
                async (turn, cancel) =>
                    managers.LookRefused(turn, GuidanceVerbs.Command, inOwnChat: true, PolicyVerbs.BrowseButton())
                    ?? GuidanceCard.Message(await checks.StatusAsync(cancel)),
                CommandHelp.ForManagers("see and check the national guidance behind the policy")
            ),
        ];

    public IEnumerable<BotIntent> Intents => [new("guidance", Commands.First().Answer) { IsForManagersOnly = true }];

    public IEnumerable<CardVerb> Verbs =>
        [
            Verb(GuidanceVerbs.List, async (_, cancel) => new ClickAnswer.Said(GuidanceCard.Message(await checks.StatusAsync(cancel)))),
            Verb(
                GuidanceVerbs.Unchanged,
                (turn, cancel) =>
                    RecordAsync(
                        turn,
                        GuidanceResult.NothingToChange,
                        check => GuidanceCard.Recorded(check, check.ById == Sender.IdOf(turn).Value),
                        cancel
                    )
            ),
            Verb(GuidanceVerbs.Update, (turn, cancel) => RecordAsync(turn, GuidanceResult.UpdateStarted, GuidanceCard.Started, cancel)),
        ];

    private CardVerb Verb(string verb, Func<ITurn, CancellationToken, Task<ClickAnswer>> answer) =>
        managers.Verb(verb, GuidanceAudit.See, (turn, _, cancel) => answer(turn, cancel));

    private async Task<ClickAnswer> RecordAsync(
        ITurn turn,
        GuidanceResult result,
        Func<GuidanceCheck, TeamsActivity> card,
        CancellationToken cancellationToken
    )
    {
        var recorded = await checks.RecordAsync(Sender.AsManager(turn), result, cancellationToken);
        return recorded.Value is { } check ? new ClickAnswer.InPlace(card(check)) : new ClickAnswer.Refused(recorded.Refusal!);
    }
}
