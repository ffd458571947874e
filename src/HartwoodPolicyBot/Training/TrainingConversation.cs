using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Training;

/// <summary>Lets people do their training in their own chat, on one card that changes in place.</summary>
internal sealed class TrainingConversation(
    OwnTraining training,
    AttemptCards attempts,
    TrainingRecords records,
    TrainingStatus status,
    TrainingAddress address,
    StaffContacts contacts,
    TrainingOptions options
) : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                ["training", "start training", "start my training", "continue training", "do my training"],
                (turn, cancel) => PrivatelyAsync(turn, () => CurrentAsync(turn, cancel)),
                CommandHelp.ForEverybody("start or continue your training")
            ),
            new(
                ["my training", "my record", "my certificate", "certificate", "training certificate"],
                (turn, cancel) => PrivatelyAsync(turn, () => MineAsync(turn, cancel)),
                CommandHelp.ForEverybody("see your training record and certificates")
            ),
            new(
                ["change my role", "change role", "my role"],
                (turn, cancel) =>
                    PrivatelyAsync(turn, async () => TrainingStartCard.AskRole(await training.LookAsync(Sender.IdOf(turn), cancel)))
            ),
        ];

    public IEnumerable<BotIntent> Intents =>
        [
            new("certificate", (turn, cancel) => PrivatelyAsync(turn, () => MineAsync(turn, cancel))),
            new("training-due", (turn, cancel) => PrivatelyAsync(turn, () => MineAsync(turn, cancel))),
            new("training-start", (turn, cancel) => PrivatelyAsync(turn, () => CurrentAsync(turn, cancel))),
            new("training-about", (turn, _) => PrivatelyAsync(turn, () => Task.FromResult(TrainingStartCard.About(options)))),
            new(
                "training-results",
                (turn, _) =>
                    Task.FromResult(
                        SmallTalkCards.Leading(
                            "Practice managers see whether and when you did the training, and your score. You can see your own results "
                                + "under my training, and all that I keep about you under my data.",
                            BotVerbs.CommandButton("See my training", "my training"),
                            BotVerbs.CommandButton("See my data", "my data")
                        )
                    )
            ),
        ];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(
                TrainingVerbs.Continue,
                async (turn, _, cancel) => new ClickAnswer.Said(await PrivatelyAsync(turn, () => CurrentAsync(turn, cancel)))
            ),
            new(
                TrainingVerbs.Mine,
                async (turn, _, cancel) => new ClickAnswer.Said(await PrivatelyAsync(turn, () => MineAsync(turn, cancel)))
            ),
            new(
                TrainingVerbs.AskRole,
                async (turn, _, cancel) =>
                    new ClickAnswer.InPlace(
                        await PrivatelyAsync(
                            turn,
                            async () => TrainingStartCard.AskRole(await training.LookAsync(Sender.IdOf(turn), cancel))
                        )
                    )
            ),
            new(TrainingVerbs.Role, RoleAsync),
            new(
                TrainingVerbs.Begin,
                async (turn, _, cancel) => new ClickAnswer.InPlace(await PrivatelyAsync(turn, () => BeginAsync(turn, cancel)))
            ),
            new(TrainingVerbs.Answer, (turn, click, cancel) => attempts.AnswerAsync(Sender.IdOf(turn), click.Id, cancel)),
            new(TrainingVerbs.Next, (turn, click, cancel) => attempts.NextAsync(Sender.IdOf(turn), click.Id, cancel)),
            new(
                TrainingVerbs.Stop,
                async (turn, _, cancel) =>
                    new ClickAnswer.InPlace(AttemptCards.Stopped(await training.LookAsync(Sender.IdOf(turn), cancel)))
            ),
            new(TrainingVerbs.Certificate, CertificateAsync),
        ];

    private async Task<TeamsActivity> PrivatelyAsync(ITurn turn, Func<Task<TeamsActivity>> answer) =>
        !Sender.IsPersonal(turn) ? TrainingStartCard.NotHere(PrivateChat.Button(turn, "training"))
        : !attempts.IsOffered ? TrainingStartCard.NotOffered()
        : await answer();

    private async Task<TeamsActivity> CurrentAsync(ITurn turn, CancellationToken cancellationToken)
    {
        // The bot may have to remind this person later, so it stores their chat.
        await contacts.RecordAsync(Sender.IdOf(turn), turn.Activity.ServiceUrl!, turn.Activity.Conversation!.Id!, cancellationToken);
        return attempts.Current(await training.LookAsync(Sender.IdOf(turn), cancellationToken));
    }

    private async Task<TeamsActivity> MineAsync(ITurn turn, CancellationToken cancellationToken) =>
        OwnTrainingCard.Message(await training.LookAsync(Sender.IdOf(turn), cancellationToken), status.Today);

    private async Task<TeamsActivity> BeginAsync(ITurn turn, CancellationToken cancellationToken) =>
        attempts.Current(await training.BeginAsync(Sender.IdOf(turn), cancellationToken));

    private async Task<ClickAnswer> RoleAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        var changes = click.Id?.EndsWith(".change", StringComparison.Ordinal) == true;
        var role = TrainingVerbs.RoleIn(click.Id?.Split('.')[0]);
        if (role == StaffRole.Unknown)
        {
            return new ClickAnswer.Refused(TrainingRefusals.Unknown);
        }

        return new ClickAnswer.InPlace(
            await PrivatelyAsync(
                turn,
                async () =>
                {
                    var view = await training.ChooseRoleAsync(
                        Sender.IdOf(turn),
                        turn.Activity.From?.Name ?? StaffChatRecorder.NameUnknown,
                        role,
                        cancellationToken
                    );
                    return !changes
                        ? attempts.Current(await training.BeginAsync(view, cancellationToken))
                        : OwnTrainingCard.Message(
                            view,
                            status.Today,
                            view.Running is null
                                ? $"I've set your role to {TrainingWords.Of(role)}."
                                : $"I've set your role to {TrainingWords.Of(role)}. Your current scenarios won't change."
                        );
                }
            )
        );
    }

    private async Task<ClickAnswer> CertificateAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        var view = await training.LookAsync(Sender.IdOf(turn), cancellationToken);
        var attempt = Ids.Read<TrainingAttempt>(click.Id) is { } id
            ? view.Finished.FirstOrDefault(finished => finished.Id == id.Value)
            : null;
        return records.CertificateOf(attempt) is { } certificate
            ? new ClickAnswer.Said(CertificateCard.Message(certificate, address))
            : new ClickAnswer.Refused(TrainingRefusals.Unknown);
    }
}
