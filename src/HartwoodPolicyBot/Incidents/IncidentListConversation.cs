using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Lists incidents for practice managers and opens them. They are checked at each message and click.</summary>
public sealed class IncidentListConversation(IncidentList list, OpenIncident incident, ReportFormReader reader) : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                ["incidents", "open incidents", "list incidents", "incident list"],
                (turn, cancel) => SayAsync(turn, IncidentFilter.Open, cancel),
                CommandHelp.ForManagers("see open incidents, yours, or all of them")
            ),
            new(["my incidents"], (turn, cancel) => SayAsync(turn, IncidentFilter.Mine, cancel)),
            new(["all incidents"], (turn, cancel) => SayAsync(turn, IncidentFilter.All, cancel)),
        ];

    public IEnumerable<BotIntent> Intents => [new("incidents", (turn, cancel) => SayAsync(turn, IncidentFilter.Open, cancel))];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(
                IncidentVerbs.List,
                async (turn, click, cancel) =>
                    await ListAsync(turn, IncidentListCard.Read(click), int.TryParse(click.Id, out var page) ? page : 1, cancel) switch
                    {
                        (var card, null) => new ClickAnswer.InPlace(card!),
                        (_, var refusal) => new ClickAnswer.Refused(refusal),
                    }
            ),
            new(IncidentVerbs.Open, incident.OpenAsync),
        ];

    private async Task<TeamsActivity> SayAsync(ITurn turn, string which, CancellationToken cancellationToken) =>
        await ListAsync(turn, new(which), 1, cancellationToken) switch
        {
            (var card, null) => card!,
            (_, var refusal) => SmallTalkCards.Leading(refusal.Sentence, BotVerbs.CommandButton("See my reports", "my reports")),
        };

    private async Task<(TeamsActivity? Card, Refusal? Refusal)> ListAsync(
        ITurn turn,
        IncidentFilter filter,
        int page,
        CancellationToken cancellationToken
    )
    {
        var (listed, refusal) = await list.ListAsync(Sender.IdOf(turn), Sender.PlaceOf(turn), filter, page, cancellationToken);
        return (listed is null ? null : IncidentListCard.Message(listed, filter, reader.Today), refusal);
    }
}
