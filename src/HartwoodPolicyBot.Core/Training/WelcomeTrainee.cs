using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>Gives somebody who has added the bot their induction.</summary>
public sealed class WelcomeTrainee(UnitOfWork unitOfWork, Outbox outbox, TrainingOptions options, StaffOptions staff, TimeProvider time)
{
    /// <summary>
    /// Notes a person who added the bot, with their induction: once, however often they do. Who is set aside stays so, because
    /// a practice manager decided that; the practice managers hear of it, and can bring them back.
    /// </summary>
    public async Task<WelcomedTrainee> WelcomeAsync(PersonId personId, string name, CancellationToken cancellationToken)
    {
        var id = personId.Value;
        var today = PracticeTime.Today(time);
        var due = today.AddDays(options.InductionDays);
        return await unitOfWork.WriteAsync<WelcomedTrainee>(
            async database =>
            {
                await StaffDirectory.NoteAsync(database, personId, name, time.GetUtcNow(), cancellationToken);
                if (await TrainingAssignments.AsideOnAsync(database, id, cancellationToken) is { } asideOn)
                {
                    foreach (var manager in staff.Managers)
                    {
                        await Outbox.PlanOnceAsync(
                            database,
                            outbox.Plan(
                                TrainingDeliveryKinds.BackKey(personId, asideOn, manager),
                                TrainingDeliveryKinds.Help,
                                Guid.Empty,
                                0,
                                Recipient.Person(manager),
                                0
                            ),
                            cancellationToken
                        );
                    }
                    return new(IsSetAside: true, null);
                }

                if (
                    options.AssignOnInstall
                    && !await database.TrainingAttempts.AnyAsync(
                        row => row.PersonId == id && row.State == AttemptState.Passed,
                        cancellationToken
                    )
                )
                {
                    // They hear of it in the welcome, so the day has its message.
                    await TrainingAssignments.InsertAsync(
                        database,
                        $"induction:{id}",
                        id,
                        AssignmentKind.Induction,
                        null,
                        today,
                        due,
                        today,
                        cancellationToken
                    );
                }
                return new(
                    IsSetAside: false,
                    await database
                        .TrainingAssignments.Where(row =>
                            row.PersonId == id && row.CompletedAt == null && row.Kind == AssignmentKind.Induction
                        )
                        .Select(row => (DateOnly?)row.DueOn)
                        .FirstOrDefaultAsync(cancellationToken)
                );
            },
            cancellationToken
        );
    }
}

/// <summary>What somebody who adds the bot has to do.</summary>
/// <param name="IsSetAside">They count as having left, so they are told of no training.</param>
/// <param name="InductionDueOn">Null when they have done it, or nothing is assigned.</param>
public sealed record WelcomedTrainee(bool IsSetAside, DateOnly? InductionDueOn);
