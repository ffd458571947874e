using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Policies.Reading;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies.Reading;

/// <summary>A person's own reading: what waits for them, and the click that confirms it.</summary>
internal sealed class ReadingConversation(ReadingDesk desk, ReadingCard card, DueCard due) : IConversation
{
    public IEnumerable<BotCommand> Commands => [new(["my policies", "my policy", "my reading", "my readings"], MineAsync)];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(ReadingVerbs.Mine, async (turn, _, cancel) => new ClickAnswer.Said(await MineAsync(turn, cancel))),
            new(
                ReadingVerbs.Open,
                async (turn, click, cancel) =>
                    Guid.TryParse(click.Id, out var reading)
                        ? Shown(await desk.LookAsync(Sender.IdOf(turn), reading, cancel), [], message => new ClickAnswer.Said(message))
                        : Refused(ReadingErrors.Unknown)
            ),
            new(ReadingVerbs.Confirm, ConfirmAsync),
        ];

    private static ClickAnswer.Refused Refused(ReadingRefusal refusal) =>
        new(refusal == ReadingErrors.NotYours ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest, refusal.Sentence);

    private async Task<Activity> MineAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        !Sender.IsPersonal(turn)
            ? MyPoliciesCard.NotHere()
            : MyPoliciesCard.Message(await desk.OfPersonAsync(Sender.IdOf(turn), cancellationToken));

    /// <summary>The card that was clicked may be the message of the day, so what else it said stays on it; not where others read along.</summary>
    private async Task<ClickAnswer> ConfirmAsync(ITurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(click.Id, out var reading))
        {
            return Refused(ReadingErrors.Unknown);
        }

        var result = await desk.ConfirmAsync(Sender.IdOf(turn), reading, cancellationToken);
        return Shown(
            result,
            result.Policy is null || !Sender.IsPersonal(turn) ? [] : await due.ForAsync(Sender.IdOf(turn), cancellationToken),
            message => new ClickAnswer.InPlace(message)
        );
    }

    private ClickAnswer Shown(ConfirmResult result, IReadOnlyList<DuePart> others, Func<Activity, ClickAnswer> show) =>
        result switch
        {
            { Policy: not { } } => Refused(result.Refusal!),
            { Policy: { } policy, Reading: { ReadAt: not null } read } => show(
                ReadingCard.Confirmed(policy, read, others, result.Refusal?.Sentence)
            ),
            { Policy: { } policy, Reading: { } open } => show(card.Ask(policy, open, result.Refusal?.Sentence)),
            { Policy: var policy } => show(card.Changed(policy, result.Refusal!.Sentence)),
        };
}
