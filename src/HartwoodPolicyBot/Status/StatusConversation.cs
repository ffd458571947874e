using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Status;

/// <summary>Shows a practice manager what isn't set up or not delivered, and sends given-up deliveries again.</summary>
internal sealed class StatusConversation(StatusCheck check, DeliveryBacklog deliveries, ManagerAccess managers, Audit audit) : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                [BotVerbs.Status, "self-check", "self check"],
                StatusAsync,
                CommandHelp.ForManagers("see what isn't set up or hasn't been delivered")
            ),
        ];

    public IEnumerable<BotIntent> Intents => [new("status", StatusAsync) { IsForManagersOnly = true }];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(BotVerbs.Status, async (turn, _, cancel) => new ClickAnswer.Said(await StatusAsync(turn, cancel))),
            new(BotVerbs.SendAgain, async (turn, _, cancel) => new ClickAnswer.Said(await SendAgainAsync(turn, cancel))),
        ];

    private async Task<TeamsActivity> StatusAsync(ITurn turn, CancellationToken cancellationToken) =>
        managers.LookRefused(turn, BotVerbs.Status, inOwnChat: false)
        ?? StatusCard.Message(await check.FindAsync(cancellationToken), await deliveries.CountAsync(cancellationToken));

    private async Task<TeamsActivity> SendAgainAsync(ITurn turn, CancellationToken cancellationToken)
    {
        if (await RefusedAsync(turn, StatusAudit.SendAgain, cancellationToken) is { } refused)
        {
            return refused;
        }

        await audit.DidAsync(Sender.IdOf(turn), StatusAudit.SentAgain, null, cancellationToken);
        return SmallTalkCards.SentenceWithHelp(Resent(await deliveries.SendAgainAsync(cancellationToken)));
    }

    private static string Resent(int count) =>
        count switch
        {
            0 => "There's nothing to send again.",
            1 => "I'm sending 1 message again now.",
            _ => $"I'm sending {count} messages again now.",
        };

    private async Task<TeamsActivity?> RefusedAsync(ITurn turn, AuditedAttempt what, CancellationToken cancellationToken) =>
        await managers.RefusalAsync(turn, what, inOwnChat: false, cancellationToken) is { } refused
            ? SmallTalkCards.SentenceWithHelp(refused.Sentence)
            : null;
}
