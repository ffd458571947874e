using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>Lets practice managers assign training and remind people of it.</summary>
public sealed class TrainingAssignments(
    UnitOfWork unitOfWork,
    DailyReminders messages,
    TrainingModule module,
    StaffOptions staff,
    Audit audit,
    TimeProvider time
)
{
    private const int MostYears = 2;

    /// <summary>
    /// Assigns training with a reason and a due day. The person is told at once during working hours, otherwise on the next
    /// working morning.
    /// </summary>
    /// <param name="managerId">The practice manager who assigns it.</param>
    /// <param name="personId">The person who must do it.</param>
    /// <param name="reason">The reason, which the person reads.</param>
    /// <param name="dueOn">The day by which it must be done.</param>
    /// <param name="formId">The form's own id. A form that is sent twice assigns training once.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<Refusal?> AssignAsync(
        PersonId managerId,
        PersonId personId,
        string? reason,
        DateOnly? dueOn,
        Guid formId,
        CancellationToken cancellationToken
    )
    {
        var today = PracticeTime.Today(time);
        if ((TrainingRefusals.ToChange(personId, managerId, staff) ?? Wrong(reason, dueOn, today)) is { } wrong)
        {
            return wrong;
        }

        return await ForAsync(
            personId,
            async database =>
            {
                var id = personId.Value;
                await InsertAsync(
                    database,
                    $"assigned:{formId:N}",
                    id,
                    AssignmentKind.Assigned,
                    reason!.Trim(),
                    today,
                    dueOn!.Value,
                    null,
                    cancellationToken
                );
                await TellAsync(database, personId, cancellationToken);
                await audit.DidAsync(database, managerId, TrainingAudit.Assigned, id, cancellationToken);
                return null;
            },
            cancellationToken
        );
    }

    /// <summary>Reminds one person because a practice manager asks for it. It counts as today's daily reminder.</summary>
    public async Task<Refusal?> RemindAsync(PersonId managerId, PersonId personId, CancellationToken cancellationToken)
    {
        if (TrainingRefusals.ToChange(personId, managerId, staff) is { } refusal)
        {
            return refusal;
        }

        if (!module.IsOffered)
        {
            return TrainingRefusals.NotOffered;
        }

        return await ForAsync(
            personId,
            async database =>
            {
                var open = await OpenAsync(database, personId.Value, cancellationToken);
                var today = PracticeTime.Today(time);
                if (
                    open.Count == 0
                    || open.TrueForAll(assignment => assignment.RemindedOn == today)
                    || !await messages.PlanAsync(database, personId, today, cancellationToken)
                )
                {
                    return open.Count == 0 ? TrainingRefusals.NothingOpen
                        : open.Exists(assignment => assignment.IsDueBy(today)) ? TrainingRefusals.RemindedToday
                        : TrainingRefusals.NotDueUntil(open.Min(assignment => assignment.DueOn));
                }

                // A reminder that a practice manager asks for also names training that is due only in months.
                await TrainingReminders.AllToldAsync(database, personId, today, cancellationToken);
                await audit.DidAsync(database, managerId, TrainingAudit.Reminded, open[0].PersonId, cancellationToken);
                return null;
            },
            cancellationToken
        );
    }

    private Refusal? Wrong(string? reason, DateOnly? dueOn, DateOnly today) =>
        !module.IsOffered ? TrainingRefusals.NotOffered
        : string.IsNullOrWhiteSpace(reason) ? TrainingRefusals.ReasonMissing
        : reason.Trim().Length > TrainingAssignment.LongestReason ? TrainingRefusals.ReasonTooLong
        : dueOn is null || dueOn < today || dueOn > today.AddYears(MostYears) ? TrainingRefusals.DateWrong
        : null;

    private async Task<Refusal?> ForAsync(
        PersonId personId,
        Func<HartwoodDbContext, Task<Refusal?>> act,
        CancellationToken cancellationToken
    )
    {
        var id = personId.Value;
        return await unitOfWork.WriteAsync(
            async database =>
            {
                var person = await database.StaffMembers.AsNoTracking().FirstOrDefaultAsync(row => row.PersonId == id, cancellationToken);
                return person is null ? TrainingRefusals.NoSuchPerson
                    : person.SetAsideAt is not null ? TrainingRefusals.HasLeft
                    : await act(database);
            },
            cancellationToken
        );
    }

    /// <summary>
    /// Plans the daily reminder. If today's was already planned, or it is evening, the person is told on the next working
    /// morning.
    /// </summary>
    private async Task TellAsync(HartwoodDbContext database, PersonId personId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (WorkingHours.Include(now))
        {
            await messages.PlanAsync(database, personId, PracticeTime.DateOf(now), cancellationToken);
        }
    }

    private static Task<List<TrainingAssignment>> OpenAsync(HartwoodDbContext database, string id, CancellationToken cancellationToken) =>
        database
            .TrainingAssignments.AsNoTracking()
            .Where(row => row.PersonId == id && row.CompletedAt == null)
            .ToListAsync(cancellationToken);

    internal static Task<int> InsertAsync(
        HartwoodDbContext database,
        string key,
        string personId,
        AssignmentKind kind,
        string? reason,
        DateOnly assignedOn,
        DateOnly dueOn,
        DateOnly? remindedOn,
        CancellationToken cancellationToken
    ) =>
        database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "TrainingAssignments" ("Id", "Key", "PersonId", "Kind", "Reason", "AssignedOn", "DueOn", "RemindedOn")
            VALUES ({Guid.CreateVersion7()}, {key}, {personId}, {(int)kind}, {reason}, {assignedOn}, {dueOn}, {remindedOn})
            ON CONFLICT ("Key") DO NOTHING
            """,
            cancellationToken
        );
}
