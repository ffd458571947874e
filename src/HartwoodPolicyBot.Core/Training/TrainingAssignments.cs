using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>Where a practice manager gives people training to do, reminds them of it, and says who has left.</summary>
public sealed class TrainingAssignments(
    UnitOfWork unitOfWork,
    DailyReminders messages,
    TrainingModule module,
    TrainingOptions options,
    StaffOptions staff,
    Audit audit,
    TimeProvider time
)
{
    private const int MostYears = 2;

    /// <summary>
    /// Assigns training with a reason and a day. The person hears of it at once in working hours, or else on the next
    /// working morning.
    /// </summary>
    /// <param name="managerId">Who asks.</param>
    /// <param name="personId">Whose training.</param>
    /// <param name="reason">Why; the person reads it.</param>
    /// <param name="dueOn">Until when.</param>
    /// <param name="formId">The form's own id: a form that is sent twice assigns once.</param>
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
        if (Wrong(managerId, reason, dueOn, today) is { } wrong)
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

    /// <summary>A practice manager's own reminder, by hand. It counts as the message of the day.</summary>
    public async Task<Refusal?> RemindAsync(PersonId managerId, PersonId personId, CancellationToken cancellationToken)
    {
        if (!staff.IsPracticeManager(managerId))
        {
            return TrainingRefusals.NotAllowed;
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
                    return open.Count == 0 ? TrainingRefusals.NothingOpen : TrainingRefusals.RemindedToday;
                }

                // By hand it is told also when it is due in months only.
                await TrainingReminders.AllToldAsync(database, personId, today, cancellationToken);
                await audit.DidAsync(database, managerId, TrainingAudit.Reminded, open[0].PersonId, cancellationToken);
                return null;
            },
            cancellationToken
        );
    }

    /// <summary>
    /// Somebody left, or is back. Their records stay either way. Who comes back has as long for an open induction as
    /// somebody new.
    /// </summary>
    public async Task<Refusal?> SetAsideAsync(PersonId managerId, PersonId personId, bool aside, CancellationToken cancellationToken)
    {
        if (!staff.IsPracticeManager(managerId))
        {
            return TrainingRefusals.NotAllowed;
        }

        var id = personId.Value;
        DateTimeOffset? at = aside ? time.GetUtcNow() : null;
        return await unitOfWork.WriteAsync<Refusal?>(
            async database =>
            {
                if (!aside && await AsideOnAsync(database, id, cancellationToken) is { } asideOn)
                {
                    await RenewInductionAsync(database, id, asideOn, cancellationToken);
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
                    aside ? TrainingAudit.SetAside : TrainingAudit.BroughtBack,
                    id,
                    cancellationToken
                );
                return null;
            },
            cancellationToken
        );
    }

    internal static async Task<DateOnly?> AsideOnAsync(HartwoodDbContext database, string id, CancellationToken cancellationToken) =>
        await database
            .StaffMembers.Where(person => person.PersonId == id)
            .Select(person => person.SetAsideAt)
            .FirstOrDefaultAsync(cancellationToken)
            is { } at
            ? PracticeTime.DateOf(at)
            : null;

    /// <summary>
    /// A day that is over tells somebody who comes back nothing. A slip that is put right on the same day changes
    /// nothing.
    /// </summary>
    private async Task RenewInductionAsync(HartwoodDbContext database, string id, DateOnly asideOn, CancellationToken cancellationToken)
    {
        var today = PracticeTime.Today(time);
        var due = today.AddDays(options.InductionDays);
        if (asideOn < today)
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

    private Refusal? Wrong(PersonId managerId, string? reason, DateOnly? dueOn, DateOnly today)
    {
        if (!staff.IsPracticeManager(managerId))
        {
            return TrainingRefusals.NotAllowed;
        }

        return !module.IsOffered ? TrainingRefusals.NotOffered
            : string.IsNullOrWhiteSpace(reason) ? TrainingRefusals.ReasonMissing
            : reason.Trim().Length > TrainingAssignment.LongestReason ? TrainingRefusals.ReasonTooLong
            : dueOn is null || dueOn < today || dueOn > today.AddYears(MostYears) ? TrainingRefusals.DateWrong
            : null;
    }

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
                    : person.SetAsideAt is not null ? TrainingRefusals.SetAside
                    : await act(database);
            },
            cancellationToken
        );
    }

    /// <summary>Where the day has its message already, or it is evening, the next working morning tells.</summary>
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
