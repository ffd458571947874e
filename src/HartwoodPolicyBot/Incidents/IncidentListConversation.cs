using System.Text.RegularExpressions;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Lists incidents for practice managers and opens them. They are checked at each message and click.</summary>
internal sealed partial class IncidentListConversation(IncidentList list, OpenIncident incident, ReportFormReader reader) : IConversation
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

    public IEnumerable<BotIntent> Intents =>
        [new("incidents", (turn, cancel) => SayAsync(turn, Named(turn), cancel)) { IsForManagersOnly = true }];

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

    /// <summary>Returns the incident whose reference somebody wrote, whatever its state; the open ones if they wrote none.</summary>
    private static IncidentFilter Named(ITurn turn) =>
        Reference().Match(turn.Activity.Text ?? "") is { Success: true } named
            ? new(IncidentFilter.All, Reference: named.Value.ToUpperInvariant())
            : new(IncidentFilter.Open);

    [GeneratedRegex("INC-[0-9]{4}-[0-9]{4,6}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    private Task<TeamsActivity> SayAsync(ITurn turn, string which, CancellationToken cancellationToken) =>
        SayAsync(turn, new IncidentFilter(which), cancellationToken);

    private async Task<TeamsActivity> SayAsync(ITurn turn, IncidentFilter filter, CancellationToken cancellationToken) =>
        await ListAsync(turn, filter, 1, cancellationToken) switch
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
