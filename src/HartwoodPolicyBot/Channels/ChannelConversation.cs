using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Channels;

/// <summary>Lets a practice manager choose the incidents channel.</summary>
internal sealed class ChannelConversation(ChannelLookup channels, ManagerAccess managers, Audit audit, ILogger<ChannelConversation> log)
    : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                ["use this channel", "use this channel for incident alerts", "incident channel"],
                ChooseAsync,
                CommandHelp.ForManagers("@mention me in a channel to have reports and questions posted there")
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
                "You need to do that in a Teams channel. Add me to the team: my first message there has a button for it. "
                    + "If I'm there already, @mention me and write “use this channel”."
            );
        }

        if (channels.IsConfigured)
        {
            await channels.ReleaseAsync(cancellationToken);
            return SmallTalkCards.SentenceWithHelp(
                "The incidents channel is fixed in my settings, so it can't be changed here. I'm posting everything that was "
                    + "waiting for it."
            );
        }

        await channels.ChooseAsync(
            new(activity.ServiceUrl!, ChannelAddress.WithoutThread(activity.Conversation.Id!), activity.ChannelData?.Team?.Id),
            cancellationToken
        );
        await audit.DidAsync(Sender.IdOf(activity), ChannelAudit.Chose, null, cancellationToken);
        log.ChannelChosen();
        return SmallTalkCards.SentenceWithHelp(
            "I'll now post incident reports, staff questions (with names), overdue training and the monthly report here. "
                + "Everyone in this channel can see them, so please check who's a member. To have them posted "
                + "somewhere else, @mention me in that channel and write “use this channel”."
        );
    }

    private async Task<TeamsActivity?> RefusedAsync(ITurn turn, AuditedAttempt what, CancellationToken cancellationToken) =>
        await managers.RefusalAsync(turn, what, inOwnChat: false, cancellationToken) is { } refused
            ? SmallTalkCards.SentenceWithHelp(refused.Sentence)
            : null;
}
