using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>Gives people training to do: the induction by itself, the rest by a practice manager.</summary>
public sealed class TrainingAssigning(
    IDbContextFactory<HartwoodDbContext> databases, WriteGate gate, DueMessages messages, TrainingOptions options, StaffOptions staff, Audit audit, TimeProvider time)
{
    private const int MostYears = 2;

    /// <summary>Notes a person who added the bot, with their induction: once, however often they do.</summary>
    /// <returns>The day on which it is due; null when they have done it, or nothing is assigned.</returns>
    public async Task<DateOnly?> WelcomeAsync(string personId, string name, CancellationToken cancellationToken)
    {
        var id = StaffMember.Normal(personId);
        var today = PracticeTime.Today(time);
        var due = today.AddDays(options.InductionDays);
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            await StaffRegister.NoteAsync(database, id, name, time.GetUtcNow(), cancellationToken);
            if (options.AssignOnInstall && !await database.TrainingAttempts.AnyAsync(row => row.PersonId == id && row.State == AttemptState.Passed, cancellationToken))
            {
                // They hear of it in the welcome, so the day has its message.
                await InsertAsync(database, $"induction:{id}", id, AssignmentKind.Induction, null, today, due, today, cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            return await database.TrainingAssignments.Where(row => row.PersonId == id && row.CompletedAt == null && row.Kind == AssignmentKind.Induction)
                .Select(row => (DateOnly?)row.DueOn).FirstOrDefaultAsync(cancellationToken);
        }
    }

    /// <summary>Assigns training with a reason and a day. The person hears of it at once in working hours, or else on the next working morning.</summary>
    /// <param name="managerId">Who asks.</param>
    /// <param name="personId">Whose training.</param>
    /// <param name="reason">Why; the person reads it.</param>
    /// <param name="dueOn">Until when.</param>
    /// <param name="formId">The form's own id: a form that is sent twice assigns once.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<TrainingRefusal?> AssignAsync(string? managerId, string personId, string? reason, DateOnly? dueOn, Guid formId, CancellationToken cancellationToken)
    {
        var today = PracticeTime.Today(time);
        if (Wrong(managerId, reason, dueOn, today) is { } wrong)
        {
            return wrong;
        }

        return await ForAsync(personId, async database =>
        {
            var id = StaffMember.Normal(personId);
            await InsertAsync(database, $"assigned:{formId:N}", id, AssignmentKind.Assigned, reason!.Trim(), today, dueOn!.Value, null, cancellationToken);
            await TellAsync(database, id, cancellationToken);
            await audit.DidAsync(database, managerId!, "training.assign", id, cancellationToken);
            return null;
        }, cancellationToken);
    }

    /// <summary>A practice manager's own reminder, by hand. It counts as the message of the day.</summary>
    public async Task<TrainingRefusal?> RemindAsync(string? managerId, string personId, CancellationToken cancellationToken)
    {
        if (!staff.IsPracticeManager(managerId))
        {
            return TrainingErrors.NotAllowed;
        }

        return await ForAsync(personId, async database =>
        {
            var open = await OpenAsync(database, StaffMember.Normal(personId), cancellationToken);
            var today = PracticeTime.Today(time);
            if (open.Count == 0 || open.TrueForAll(assignment => assignment.RemindedOn == today) || !await messages.PlanAsync(database, open[0].PersonId, today, cancellationToken))
            {
                return open.Count == 0 ? TrainingErrors.NothingOpen : TrainingErrors.RemindedToday;
            }

            // By hand it is told also when it is due in months only.
            await TrainingReminders.AllToldAsync(database, open[0].PersonId, today, cancellationToken);
            await audit.DidAsync(database, managerId!, "training.remind", open[0].PersonId, cancellationToken);
            return null;
        }, cancellationToken);
    }

    /// <summary>Somebody left, or is back. Their records stay either way.</summary>
    public async Task<TrainingRefusal?> SetAsideAsync(string? managerId, string personId, bool aside, CancellationToken cancellationToken)
    {
        if (!staff.IsPracticeManager(managerId))
        {
            return TrainingErrors.NotAllowed;
        }

        var id = StaffMember.Normal(personId);
        DateTimeOffset? at = aside ? time.GetUtcNow() : null;
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            if (await database.StaffMembers.Where(person => person.PersonId == id)
                .ExecuteUpdateAsync(set => set.SetProperty(person => person.SetAsideAt, at), cancellationToken) == 0)
            {
                return TrainingErrors.NoSuchPerson;
            }

            await audit.DidAsync(database, managerId!, aside ? "training.set-aside" : "training.bring-back", id, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return null;
        }
    }

    private TrainingRefusal? Wrong(string? managerId, string? reason, DateOnly? dueOn, DateOnly today)
    {
        if (!staff.IsPracticeManager(managerId))
        {
            return TrainingErrors.NotAllowed;
        }

        return string.IsNullOrWhiteSpace(reason) ? TrainingErrors.ReasonMissing
            : reason.Trim().Length > TrainingAssignment.LongestReason ? TrainingErrors.ReasonTooLong
            : dueOn is null || dueOn < today || dueOn > today.AddYears(MostYears) ? TrainingErrors.DateWrong
            : null;
    }

    private async Task<TrainingRefusal?> ForAsync(string personId, Func<HartwoodDbContext, Task<TrainingRefusal?>> act, CancellationToken cancellationToken)
    {
        var id = StaffMember.Normal(personId);
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            var person = await database.StaffMembers.AsNoTracking().FirstOrDefaultAsync(row => row.PersonId == id, cancellationToken);
            var refusal = person is null ? TrainingErrors.NoSuchPerson : person.SetAsideAt is not null ? TrainingErrors.SetAside : await act(database);
            await transaction.CommitAsync(cancellationToken);
            messages.Wake();
            return refusal;
        }
    }

    /// <summary>Where the day has its message already, or it is evening, the next working morning tells.</summary>
    private async Task TellAsync(HartwoodDbContext database, string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (WorkingHours.Include(now))
        {
            await messages.PlanAsync(database, id, PracticeTime.DateOf(now), cancellationToken);
        }
    }

    private static Task<List<TrainingAssignment>> OpenAsync(HartwoodDbContext database, string id, CancellationToken cancellationToken) =>
        database.TrainingAssignments.AsNoTracking().Where(row => row.PersonId == id && row.CompletedAt == null).ToListAsync(cancellationToken);

    private static Task<int> InsertAsync(
        HartwoodDbContext database, string key, string personId, AssignmentKind kind, string? reason, DateOnly assignedOn, DateOnly dueOn, DateOnly? remindedOn, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "TrainingAssignments" ("Id", "Key", "PersonId", "Kind", "Reason", "AssignedOn", "DueOn", "RemindedOn")
            VALUES ({Guid.CreateVersion7()}, {key}, {personId}, {(int)kind}, {reason}, {assignedOn}, {dueOn}, {remindedOn})
            ON CONFLICT ("Key") DO NOTHING
            """,
            cancellationToken);
}
