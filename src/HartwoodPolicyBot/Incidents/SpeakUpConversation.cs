using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Incidents;

/// <summary>
/// Lists the reports about the practice manager, opens them, and sends again what did not arrive, for those who get such
/// reports. They are checked at each message and click.
/// </summary>
internal sealed class SpeakUpConversation(SpeakUpReports reports, OpenIncident incident, ChannelOptions options) : IConversation
{
    // Help does not list the command: it is for one person or one channel, whose cards lead to it.
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                ["speak up reports", "reports about the practice manager", "reports about the manager"],
                async (turn, cancel) =>
                    await ListAsync(turn, 1, cancel) switch
                    {
                        (var list, null) => list!,
                        (_, var refusal) => SmallTalkCards.SentenceWithHelp(refusal.Sentence),
                    }
            ),
        ];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(
                IncidentVerbs.SpeakUpList,
                async (turn, click, cancel) =>
                    await ListAsync(turn, int.TryParse(click.Id, out var page) ? page : 1, cancel) switch
                    {
                        (var list, null) => new ClickAnswer.Said(list!),
                        (_, var refusal) => new ClickAnswer.Refused(refusal),
                    }
            ),
            new(IncidentVerbs.SpeakUpSee, incident.OpenAsync),
            new(IncidentVerbs.SpeakUpSendAgain, SendAgainAsync),
        ];

    private async Task<(TeamsActivity? List, Refusal? Refusal)> ListAsync(ITurn turn, int page, CancellationToken cancellationToken)
    {
        var (listed, refusal) = await reports.ListAsync(Sender.IdOf(turn), Sender.PlaceOf(turn), page, cancellationToken);
        return (listed is null ? null : SpeakUpListCard.Message(listed, SpeakUpWords.OnlySeenBy(options, "them")), refusal);
    }

    private async Task<ClickAnswer> SendAgainAsync(ITurn turn, CardClick click, CancellationToken cancellationToken) =>
        await reports.SendAgainAsync(Sender.IdOf(turn), Sender.PlaceOf(turn), cancellationToken) switch
        {
            (var count, null) => new ClickAnswer.Said(SmallTalkCards.SentenceWithHelp($"Trying again: {CountWords.Of(count, "report")}.")),
            (_, var refusal) => new ClickAnswer.Refused(refusal),
        };
}
