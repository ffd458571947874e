using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>Lets practice managers mark people as having left, or as back.</summary>
public sealed class MarkStaffAsLeft(UnitOfWork unitOfWork, TrainingOptions options, StaffOptions staff, Audit audit, TimeProvider time)
{
    /// <summary>
    /// Marks somebody as having left, or as back. Their records stay either way. Somebody who is back has as long for an open
    /// induction as a new person.
    /// </summary>
    public async Task<Refusal?> MarkAsync(PersonId managerId, PersonId personId, bool hasLeft, CancellationToken cancellationToken)
    {
        if (TrainingRefusals.ToChange(personId, managerId, staff) is { } refusal)
        {
            return refusal;
        }

        var id = personId.Value;
        DateTimeOffset? at = hasLeft ? time.GetUtcNow() : null;
        return await unitOfWork.WriteAsync<Refusal?>(
            async database =>
            {
                if (!hasLeft && await LeftOnAsync(database, id, cancellationToken) is { } leftOn)
                {
                    await RenewInductionAsync(database, id, leftOn, cancellationToken);
                }

                if (
                    await database
                        .StaffMembers.Where(person => person.PersonId == id)
                        .ExecuteUpdateAsync(set => set.SetProperty(person => person.SetAsideAt, at), cancellationToken) == 0
                )
                {
                    return TrainingRefusals.NoSuchPerson;
                }

                await audit.DidAsync(
                    database,
                    managerId,
                    hasLeft ? TrainingAudit.MarkedAsLeft : TrainingAudit.BroughtBack,
                    id,
                    cancellationToken
                );
                return null;
            },
            cancellationToken
        );
    }

    internal static async Task<DateOnly?> LeftOnAsync(HartwoodDbContext database, string id, CancellationToken cancellationToken) =>
        await database
            .StaffMembers.Where(person => person.PersonId == id)
            .Select(person => person.SetAsideAt)
            .FirstOrDefaultAsync(cancellationToken)
            is { } at
            ? PracticeTime.DateOf(at)
            : null;

    /// <summary>
    /// Gives an open induction a new due day, because the old one may be over. A mistake that is corrected on the same day
    /// changes nothing.
    /// </summary>
    private async Task RenewInductionAsync(HartwoodDbContext database, string id, DateOnly leftOn, CancellationToken cancellationToken)
    {
        var today = PracticeTime.Today(time);
        var due = options.InductionDueOn(today);
        if (leftOn < today)
        {
            await database
                .TrainingAssignments.Where(row =>
                    row.PersonId == id && row.CompletedAt == null && row.Kind == AssignmentKind.Induction && row.DueOn < today
                )
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.DueOn, due).SetProperty(row => row.RemindedOn, (DateOnly?)null),
                    cancellationToken
                );
        }
    }
}
