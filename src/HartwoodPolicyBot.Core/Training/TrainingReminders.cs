using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>
/// Plans the reminders that are due. Each person and day has one key in the outbox, so that a restart, or another instance at
/// the same moment, plans it no second time. What a pause of the bot left out is made up for by one message.
/// </summary>
public sealed class TrainingReminders(IDbContextFactory<HartwoodDbContext> databases, WriteGate gate, Outbox outbox, TimeProvider time)
{
    /// <returns>How many messages are new.</returns>
    public async Task<int> PlanDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!ReminderDays.IsTimeFor(now))
        {
            return 0;
        }

        var today = PracticeTime.DateOf(now);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var planned = await PlanRemindersAsync(database, today, cancellationToken) + await PlanOverdueAsync(database, today, cancellationToken);
        if (planned > 0)
        {
            outbox.Wake();
        }

        return planned;
    }

    /// <summary>Plans one message to a person for this day; false when the day has one.</summary>
    internal async Task<bool> PlanAsync(HartwoodDbContext database, IReadOnlyList<TrainingAssignment> about, DateOnly today, CancellationToken cancellationToken)
    {
        var first = about.MinBy(assignment => assignment.DueOn)!;
        var row = outbox.Plan(TrainingKeys.ReminderKey(first.PersonId, today), TrainingKeys.Reminder, first.Id, today.DayNumber, Place.Person(first.PersonId), 0);
        var isNew = await Outbox.PlanOnceAsync(database, row, cancellationToken);
        if (isNew)
        {
            // The message tells of all that is open, so all of it has been told.
            await database.TrainingAssignments.Where(assignment => assignment.PersonId == first.PersonId && assignment.CompletedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(assignment => assignment.RemindedOn, today), cancellationToken);
        }

        return isNew;
    }

    internal void Wake() => outbox.Wake();

    private async Task<int> PlanRemindersAsync(HartwoodDbContext database, DateOnly today, CancellationToken cancellationToken)
    {
        var horizon = today.AddDays(ReminderDays.LongestBefore);
        var open = await database.TrainingAssignments.AsNoTracking()
            .Where(row => row.CompletedAt == null && (row.RemindedOn == null || (row.RemindedOn < today && row.DueOn <= horizon)))
            .Where(row => database.StaffMembers.Any(person => person.PersonId == row.PersonId && person.SetAsideAt == null))
            .ToListAsync(cancellationToken);
        var due = open.Where(assignment => ReminderDays.IsDue(assignment, today)).GroupBy(assignment => assignment.PersonId, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        if (due.Count == 0)
        {
            return 0;
        }

        var planned = 0;
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            foreach (var person in due)
            {
                planned += await PlanAsync(database, [.. person], today, cancellationToken) ? 1 : 0;
            }

            await transaction.CommitAsync(cancellationToken);
        }

        return planned;
    }

    private async Task<int> PlanOverdueAsync(HartwoodDbContext database, DateOnly today, CancellationToken cancellationToken)
    {
        var monday = ReminderDays.MondayOf(today);
        var key = TrainingKeys.OverdueKey(monday);
        if (today != ReminderDays.FirstWorkingDayOf(monday)
            || await database.Deliveries.AnyAsync(row => row.Key == key, cancellationToken)
            || !await TrainingOffice.Overdue(database, today).AnyAsync(cancellationToken))
        {
            return 0;
        }

        using (await gate.EnterAsync(cancellationToken))
        {
            return await Outbox.PlanOnceAsync(database, outbox.Plan(key, TrainingKeys.Overdue, Guid.CreateVersion7(), 0, Place.Alerts, 0), cancellationToken) ? 1 : 0;
        }
    }
}
