using System.Globalization;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Training;

/// <summary>
/// Shows a practice manager who has done the training, and lets them act on who has not. It shows names, so it answers in the
/// manager's own chat only.
/// </summary>
internal sealed class TrainingStatusConversation(
    TrainingStatus status,
    TrainingAssignments assigning,
    MarkStaffAsLeft leaving,
    FileHandover files,
    ManagerAccess managers
) : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                ["training status", "who is trained", "training overview"],
                StatusAsync,
                CommandHelp.ForManagers("see who's done their training and who hasn't")
            ),
            new(
                ["training records", "training csv"],
                async (turn, cancel) => Refused(turn, "training records") ?? await FileAsync(turn, cancel),
                CommandHelp.ForManagers("download the records as a spreadsheet")
            ),
        ];

    public IEnumerable<BotIntent> Intents =>
        [
            new("overdue-training", StatusAsync) { IsForManagersOnly = true },
            Led("remind-everyone", "Tap a person to remind them."),
            Led("assign-training", "Tap a person to give them training."),
            Led(
                "staff-list",
                "These are the people I know of. Others have to add me first. Tap a person who has left to mark them as having left."
            ),
        ];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(
                TrainingVerbs.Status,
                (turn, _, cancel) =>
                    ManagerAsync(
                        turn,
                        async () => new ClickAnswer.Said(TrainingStatusCard.Message(await status.StatusAsync(cancel), status.Today, 1)),
                        cancel
                    )
            ),
            new(
                TrainingVerbs.Page,
                (turn, click, cancel) =>
                    ManagerAsync(
                        turn,
                        async () =>
                            new ClickAnswer.InPlace(
                                TrainingStatusCard.Message(
                                    await status.StatusAsync(cancel),
                                    status.Today,
                                    int.TryParse(click.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1
                                )
                            ),
                        cancel
                    )
            ),
            new(
                TrainingVerbs.Records,
                (turn, _, cancel) => ManagerAsync(turn, async () => new ClickAnswer.Said(await FileAsync(turn, cancel)), cancel)
            ),
            new(TrainingVerbs.Person, (turn, click, cancel) => ManagerAsync(turn, () => PersonAsync(click, null, cancel), cancel)),
            new(
                TrainingVerbs.Remind,
                (turn, click, cancel) =>
                    ManagerAsync(
                        turn,
                        () =>
                            DoneAsync(
                                click,
                                "I'm sending the reminder now.",
                                one => assigning.RemindAsync(Sender.IdOf(turn), one, cancel),
                                cancel
                            ),
                        cancel
                    )
            ),
            new(TrainingVerbs.AssignForm, (turn, click, cancel) => ManagerAsync(turn, () => FormAsync(click, cancel), cancel)),
            new(TrainingVerbs.Assign, (turn, click, cancel) => ManagerAsync(turn, () => AssignAsync(turn, click, cancel), cancel)),
            new(
                TrainingVerbs.SetAside,
                (turn, click, cancel) =>
                    ManagerAsync(
                        turn,
                        async () =>
                            click.Id is null
                                ? new ClickAnswer.InPlace(TrainingStatusCard.Leavers(await status.LeaversAsync(cancel)))
                                : await DoneAsync(
                                    click,
                                    "Marked as left. I'll keep their records.",
                                    one => leaving.MarkAsync(Sender.IdOf(turn), one, true, cancel),
                                    cancel
                                ),
                        cancel
                    )
            ),
            new(
                TrainingVerbs.Leavers,
                (turn, click, cancel) =>
                    ManagerAsync(
                        turn,
                        async () =>
                            new ClickAnswer.InPlace(
                                TrainingStatusCard.Leavers(await status.LeaversAsync(cancel), PageButtons.NumberIn(click.Id))
                            ),
                        cancel
                    )
            ),
            new(
                TrainingVerbs.BringBack,
                (turn, click, cancel) =>
                    ManagerAsync(
                        turn,
                        () =>
                            DoneAsync(
                                click,
                                "They're back on the list.",
                                one => leaving.MarkAsync(Sender.IdOf(turn), one, false, cancel),
                                cancel
                            ),
                        cancel
                    )
            ),
        ];

    private BotIntent Led(string id, string sentence) =>
        new(
            id,
            (turn, cancel) => managers.IsManager(turn) ? CardLead.WithAsync(sentence, StatusAsync(turn, cancel)) : StatusAsync(turn, cancel)
        )
        {
            IsForManagersOnly = true,
        };

    private async Task<TeamsActivity> StatusAsync(ITurn turn, CancellationToken cancellationToken) =>
        Refused(turn, "training status") ?? TrainingStatusCard.Message(await status.StatusAsync(cancellationToken), status.Today, 1);

    private TeamsActivity? Refused(ITurn turn, string command) =>
        managers.LookRefused(turn, command, inOwnChat: true, TrainingVerbs.MineButton());

    private Task<ClickAnswer> ManagerAsync(ITurn turn, Func<Task<ClickAnswer>> answer, CancellationToken cancellationToken) =>
        managers.ClickedAsync(turn, TrainingAudit.Status, inOwnChat: true, answer, cancellationToken);

    private Task<TeamsActivity> FileAsync(ITurn turn, CancellationToken cancellationToken) =>
        files.OfferAsync(
            turn,
            new(TrainingRecordsFile.Kind.Code, null, TrainingAudit.MadeRecords),
            new(TrainingRecordsFile.Name(status.Today), "Training records for all staff, as a spreadsheet (CSV). Contains names."),
            cancellationToken
        );

    /// <summary>Changes something for the person on the card, and shows their new state with the result.</summary>
    private async Task<ClickAnswer> DoneAsync(
        CardClick click,
        string done,
        Func<PersonId, Task<Refusal?>> act,
        CancellationToken cancellationToken
    ) =>
        PersonId.TryParse(click.Id, out var person)
            ? await PersonAsync(click, (await act(person))?.Sentence ?? done, cancellationToken)
            : new ClickAnswer.Refused(TrainingRefusals.NoSuchPerson);

    private async Task<ClickAnswer> PersonAsync(CardClick click, string? banner, CancellationToken cancellationToken) =>
        await FindAsync(click, cancellationToken) is { } line
            ? new ClickAnswer.InPlace(TraineeCard.Message(line, status.Today, banner))
            : new ClickAnswer.Refused(TrainingRefusals.NoSuchPerson);

    private async Task<ClickAnswer> FormAsync(CardClick click, CancellationToken cancellationToken) =>
        await FindAsync(click, cancellationToken) is { } line
            ? new ClickAnswer.InPlace(TraineeCard.AssignForm(line, Guid.NewGuid(), status.Today))
            : new ClickAnswer.Refused(TrainingRefusals.NoSuchPerson);

    private async Task<TrainingStatusLine?> FindAsync(CardClick click, CancellationToken cancellationToken) =>
        PersonId.TryParse(click.Id, out var person) ? await status.FindAsync(person, cancellationToken) : null;

    private async Task<ClickAnswer> AssignAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(click.Kept(TrainingVerbs.Form), out var form) || await FindAsync(click, cancellationToken) is not { } line)
        {
            return new ClickAnswer.Refused(TrainingRefusals.NoSuchPerson);
        }

        var (reason, day) = (click.Input(TrainingVerbs.Reason), FormDay.Read(click.Input(TrainingVerbs.DueOn)));
        var refusal = await assigning.AssignAsync(
            Sender.IdOf(turn),
            PersonId.Of(line.Person.PersonId),
            reason,
            day,
            form,
            cancellationToken
        );
        return refusal is null
            ? await PersonAsync(click, "Done. I'll tell them in working hours, and remind them until they pass.", cancellationToken)
            : new ClickAnswer.InPlace(TraineeCard.AssignForm(line, form, status.Today, reason, day, refusal.Sentence));
    }
}
