using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Channels;

/// <summary>Lets a practice manager choose the incidents channel.</summary>
public sealed class ChannelConversation(ChannelLookup channels, ManagerAccess managers, Audit audit, ILogger<ChannelConversation> log)
    : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                ["use this channel", "use this channel for incident alerts", "incident channel"],
                ChooseAsync,
                CommandHelp.ForManagers("mention me in a channel: reports and questions are posted there")
            ),
        ];

    public IEnumerable<CardVerb> Verbs =>
        [new(BotVerbs.UseChannel, async (turn, _, cancel) => new ClickAnswer.Said(await ChooseAsync(turn, cancel)))];

    private async Task<TeamsActivity> ChooseAsync(ITurn turn, CancellationToken cancellationToken)
    {
        if (await RefusedAsync(turn, ChannelAudit.Choose, cancellationToken) is { } refused)
        {
            return refused;
        }

        var activity = turn.Activity;
        if (activity.Conversation?.ConversationType != "channel")
        {
            return SmallTalkCards.SentenceWithHelp(
                "That works in a channel of a team. Add me to the team, go to the channel, mention me and write: use this channel."
            );
        }

        if (channels.IsConfigured)
        {
            await channels.ReleaseAsync(cancellationToken);
            return SmallTalkCards.SentenceWithHelp(
                "The channel for reports and questions is set in my configuration, so it cannot be changed here. What "
                    + "was waiting for it is posted there now."
            );
        }

        await channels.ChooseAsync(
            new(activity.ServiceUrl!, ChannelAddress.WithoutThread(activity.Conversation.Id!), activity.ChannelData?.Team?.Id),
            cancellationToken
        );
        await audit.DidAsync(Sender.IdOf(activity), ChannelAudit.Chose, null, cancellationToken);
        log.ChannelChosen();
        return SmallTalkCards.SentenceWithHelp(
            "This channel now gets incident reports, questions to the practice manager with the askers' names, the "
                + "list of overdue training and the monthly report. Check who is in it: everyone in it can see them. "
                + "What was waiting is posted now. To move them, write the same in another channel."
        );
    }

    private async Task<TeamsActivity?> RefusedAsync(ITurn turn, AuditedAttempt what, CancellationToken cancellationToken) =>
        await managers.RefusalAsync(turn, what, inOwnChat: false, cancellationToken) is { } refused
            ? SmallTalkCards.SentenceWithHelp(refused.Sentence)
            : null;
}
