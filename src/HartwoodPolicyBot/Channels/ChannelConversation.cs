using AdaptiveCards;
using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Status;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Channels;

/// <summary>Choosing the channel for alerts, and how everything stands. Both are for practice managers.</summary>
public sealed class ChannelConversation(
    ChannelLookup channels,
    DeliveryBacklog deliveries,
    StatusCheck check,
    ManagerAccess managers,
    Audit audit,
    ILogger<ChannelConversation> log
) : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(["use this channel", "use this channel for incident alerts", "incident channel"], ChooseAsync),
            new([BotVerbs.Status, "self-check", "self check"], StatusAsync),
        ];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(BotVerbs.UseChannel, async (turn, _, cancel) => new ClickAnswer.Said(await ChooseAsync(turn, cancel))),
            new(BotVerbs.Status, async (turn, _, cancel) => new ClickAnswer.Said(await StatusAsync(turn, cancel))),
            new(BotVerbs.SendAgain, async (turn, _, cancel) => new ClickAnswer.Said(await SendAgainAsync(turn, cancel))),
        ];

    private async Task<TeamsActivity> ChooseAsync(ITurn turn, CancellationToken cancellationToken)
    {
        if (await RefusedAsync(turn, BotVerbs.UseChannel, cancellationToken) is { } refused)
        {
            return refused;
        }

        var activity = turn.Activity;
        if (activity.Conversation?.ConversationType != "channel")
        {
            return SetUpCards.Say(
                "That works in a channel of a team. Add me to the team, go to the channel, mention me and write: use this channel."
            );
        }

        if (channels.IsConfigured)
        {
            await channels.ReleaseAsync(cancellationToken);
            return SetUpCards.Say(
                "The channel for reports and questions is set in my configuration, so it cannot be changed here. What was waiting for it is posted there now."
            );
        }

        await channels.ChooseAsync(
            new(activity.ServiceUrl!, IncidentAccess.WithoutThread(activity.Conversation.Id!), activity.ChannelData?.Team?.Id),
            cancellationToken
        );
        await audit.DidAsync(Sender.IdOf(activity), BotVerbs.UseChannel, null, cancellationToken);
        log.ChannelChosen();
        return SetUpCards.Say(
            "This channel now gets incident reports, questions to the practice manager with the askers' names, the list of overdue training and the monthly report. Check who is in it: everyone in it can see them. What was waiting is posted now. To move them, write the same in another channel."
        );
    }

    private async Task<TeamsActivity> StatusAsync(ITurn turn, CancellationToken cancellationToken) =>
        await RefusedAsync(turn, BotVerbs.Status, cancellationToken)
        ?? SetUpCards.Status(await check.FindAsync(cancellationToken), await deliveries.CountAsync(cancellationToken));

    private async Task<TeamsActivity> SendAgainAsync(ITurn turn, CancellationToken cancellationToken)
    {
        if (await RefusedAsync(turn, BotVerbs.SendAgain, cancellationToken) is { } refused)
        {
            return refused;
        }

        await audit.DidAsync(Sender.IdOf(turn), BotVerbs.SendAgain, null, cancellationToken);
        return SetUpCards.Say($"Trying again now: {await deliveries.SendAgainAsync(cancellationToken)}.");
    }

    private async Task<TeamsActivity?> RefusedAsync(ITurn turn, string what, CancellationToken cancellationToken) =>
        await managers.RefusalAsync(turn, what, inOwnChat: false, cancellationToken) is { } refused
            ? SetUpCards.Say(refused.Sentence)
            : null;
}

/// <summary>The cards of setting up and looking after the bot.</summary>
internal static class SetUpCards
{
    public static TeamsActivity Say(string sentence) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = sentence,
                Body = [new AdaptiveTextBlock(sentence)],
                Actions = [HelpCard.Button()],
            },
            sentence
        );

    public static TeamsActivity Status(IReadOnlyList<string> faults, BacklogCounts counts)
    {
        var summary = faults.Count == 0 ? "Everything is set up" : $"{faults.Count} to look at";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    AdaptiveTextBlock.Heading(summary),
                    .. faults.Select(fault => new AdaptiveTextBlock(fault) { Color = "Attention" }),
                    new AdaptiveFactSet
                    {
                        Facts =
                        [
                            new("On their way", $"{counts.Waiting}"),
                            new("Waiting for a channel or chat", $"{counts.Held}"),
                            new("Not delivered", $"{counts.GivenUp}"),
                            new("Person left or removed me", $"{counts.Stopped}"),
                        ],
                    },
                ],
                Actions =
                    counts.GivenUp > 0
                        ? [AdaptiveExecuteAction.Of("Send again", BotVerbs.SendAgain), HelpCard.Button()]
                        : [HelpCard.Button()],
            },
            summary
        );
    }
}
