using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.PolicySignOff;

/// <summary>Shows a person the policies that they should read, and records the click that confirms one.</summary>
internal sealed class SignOffConversation(OwnSignOffs signOffs, SignOffCard card, DailyReminderCard due) : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                ["my policies", "my policy", "my reading", "my readings"],
                MineAsync,
                CommandHelp.ForEverybody("see policies you've been asked to read")
            ),
        ];

    public IEnumerable<BotIntent> Intents => [new("my-policies", MineAsync)];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(
                SignOffVerbs.Mine,
                async (turn, click, cancel) =>
                    click.Id is null
                        ? new ClickAnswer.Said(await MineAsync(turn, cancel))
                        : new ClickAnswer.InPlace(await MineAsync(turn, PageButtons.NumberIn(click.Id), cancel))
            ),
            new(
                SignOffVerbs.Open,
                async (turn, click, cancel) =>
                    Ids.Read<SignOff>(click.Id) is { } reading
                        ? Shown(await signOffs.LookAsync(Sender.IdOf(turn), reading, cancel), [], message => new ClickAnswer.Said(message))
                        : new ClickAnswer.Refused(SignOffRefusals.Unknown)
            ),
            new(SignOffVerbs.Confirm, ConfirmAsync),
        ];

    private Task<TeamsActivity> MineAsync(ITurn turn, CancellationToken cancellationToken) => MineAsync(turn, 1, cancellationToken);

    private async Task<TeamsActivity> MineAsync(ITurn turn, int page, CancellationToken cancellationToken) =>
        !Sender.IsPersonal(turn)
            ? OwnSignOffsCard.NotHere(PrivateChat.Button(turn, "my policies"))
            : OwnSignOffsCard.Message(await signOffs.OfPersonAsync(Sender.IdOf(turn), cancellationToken), page);

    /// <summary>
    /// Records the confirmation. The clicked card may be the daily reminder, so its other parts stay on it, except in a chat
    /// that others can read.
    /// </summary>
    private async Task<ClickAnswer> ConfirmAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (Ids.Read<SignOff>(click.Id) is not { } reading)
        {
            return new ClickAnswer.Refused(SignOffRefusals.Unknown);
        }

        var result = await signOffs.ConfirmAsync(Sender.IdOf(turn), reading, cancellationToken);
        return Shown(
            result,
            result.Policy is null || !Sender.IsPersonal(turn) ? [] : await due.ForAsync(Sender.IdOf(turn), cancellationToken),
            message => new ClickAnswer.InPlace(message)
        );
    }

    private ClickAnswer Shown(ConfirmResult result, IReadOnlyList<DailyReminderPart> others, Func<TeamsActivity, ClickAnswer> show) =>
        result switch
        {
            { Policy: not { } } => new ClickAnswer.Refused(result.Refusal!),
            { Policy: { } policy, Reading: { ReadAt: not null } read } => show(
                SignOffCard.Confirmed(policy, read, others, result.Refusal?.Sentence)
            ),
            { Policy: { } policy, Reading: { } open } => show(card.Ask(policy, open, result.Refusal?.Sentence)),
            { Policy: var policy } => show(card.Changed(policy, result.Refusal!.Sentence)),
        };
}
