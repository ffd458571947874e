using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Incidents;

/// <summary>
/// Lists the reports about the practice manager, opens them, and sends again what did not arrive, for those who get such
/// reports. They are checked at each message and click.
/// </summary>
public sealed class SpeakUpConversation(SpeakUpReports reports, IncidentHandling handling, PolicyQuotes quotes, ChannelOptions options)
    : IConversation
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
            new(IncidentVerbs.SpeakUpSee, SeeAsync),
            new(IncidentVerbs.SpeakUpSendAgain, SendAgainAsync),
        ];

    private async Task<(TeamsActivity? List, Refusal? Refusal)> ListAsync(ITurn turn, int page, CancellationToken cancellationToken)
    {
        var (listed, refusal) = await reports.ListAsync(Sender.IdOf(turn), Place(turn), page, cancellationToken);
        return (listed is null ? null : SpeakUpListCard.Message(listed, SpeakUpWords.OnlySeenBy(options, "them")), refusal);
    }

    private async Task<ClickAnswer> SeeAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
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

    private async Task<ClickAnswer> SendAgainAsync(ITurn turn, CardClick click, CancellationToken cancellationToken) =>
        await reports.SendAgainAsync(Sender.IdOf(turn), Place(turn), cancellationToken) switch
        {
            (var count, null) => new ClickAnswer.Said(SmallTalkCards.SentenceWithHelp($"Trying again now: {count}.")),
            (_, var refusal) => new ClickAnswer.Refused(refusal),
        };

    private static string Place(ITurn turn) => turn.Activity.Conversation?.Id ?? "";
}
