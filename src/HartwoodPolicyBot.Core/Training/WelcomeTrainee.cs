using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>Assigns the induction to a person who has added the bot.</summary>
public sealed class WelcomeTrainee(UnitOfWork unitOfWork, Outbox outbox, TrainingOptions options, StaffOptions staff, TimeProvider time)
{
    /// <summary>
    /// Records a person who added the bot, and assigns their induction once, however often they add it. Somebody marked as
    /// having left stays marked, because a practice manager decided that. The practice managers are told, and can bring them
    /// back.
    /// </summary>
    public async Task<WelcomedTrainee> WelcomeAsync(PersonId personId, string name, CancellationToken cancellationToken)
    {
        var id = personId.Value;
        return await unitOfWork.WriteAsync<WelcomedTrainee>(
            async database =>
            {
                await StaffDirectory.RecordAsync(database, personId, name, time.GetUtcNow(), cancellationToken);
                if (await MarkStaffAsLeft.LeftOnAsync(database, id, cancellationToken) is { } leftOn)
                {
                    await outbox.PlanOnceForEachAsync(
                        database,
                        await staff.ToTellAsync(database, cancellationToken),
                        manager => TrainingDeliveryKinds.BackKey(personId, leftOn, manager),
                        TrainingDeliveryKinds.Help,
                        Guid.Empty,
                        0,
                        cancellationToken
                    );
                    return new(HasLeft: true, null);
                }

                await AssignInductionAsync(database, id, cancellationToken);
                return new(
                    HasLeft: false,
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

    /// <summary>Assigns the induction, unless the person has passed, has it already, or the practice assigns none.</summary>
    private async Task AssignInductionAsync(HartwoodDbContext database, string personId, CancellationToken cancellationToken)
    {
        if (
            !options.AssignOnInstall
            || await database.TrainingAttempts.AnyAsync(
                row => row.PersonId == personId && row.State == AttemptState.Passed,
                cancellationToken
            )
        )
        {
            return;
        }

        // The welcome tells them, so it counts as today's daily reminder.
        var today = PracticeTime.Today(time);
        await TrainingAssignments.InsertAsync(
            database,
            $"induction:{personId}",
            personId,
            AssignmentKind.Induction,
            null,
            today,
            options.InductionDueOn(today),
            today,
            cancellationToken
        );
    }
}

/// <summary>Holds what somebody who adds the bot has to do.</summary>
/// <param name="HasLeft">Whether they are marked as having left, so that they are told of no training.</param>
/// <param name="InductionDueOn">The due day; null when they have done the induction, or nothing is assigned.</param>
public sealed record WelcomedTrainee(bool HasLeft, DateOnly? InductionDueOn);
