using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Lists incidents for practice managers and opens them. They are checked at each message and click.</summary>
public sealed class IncidentListConversation(
    IncidentList list,
    IncidentHandling handling,
    PolicyQuotes quotes,
    ReportFormReader reader,
    ChannelOptions options
) : IConversation
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
            new(IncidentVerbs.Open, OpenAsync),
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
        var (listed, refusal) = await list.ListAsync(Sender.IdOf(turn), Place(turn), filter, page, cancellationToken);
        return (listed is null ? null : IncidentListCard.Message(listed, filter, reader.Today), refusal);
    }

    private async Task<ClickAnswer> OpenAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (IncidentVerbs.Read(click.Id) is not var (id, seen))
        {
            return new ClickAnswer.Refused(IncidentRefusals.Unknown);
        }

        var request = new IncidentRequest(id, seen, Sender.IdOf(turn), Sender.NameOf(turn), Place(turn));
        var (incident, refusal) = await handling.LookAsync(request, cancellationToken);
        if (incident is null)
        {
            return new ClickAnswer.Refused(refusal!);
        }

        var (section, words) = IncidentChoices.Clause(incident.Kind);
        return new ClickAnswer.Said(
            IncidentCard.Message(incident, quotes.Find(section, words), SpeakUpWords.OnlySeenBy(incident, options))
        );
    }

    private static string Place(ITurn turn) => turn.Activity.Conversation?.Id ?? "";
}
