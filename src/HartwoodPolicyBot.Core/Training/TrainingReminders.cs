using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>
/// Adds training to the daily reminder, and plans the weekly list of people who are overdue. Reminders missed while the bot
/// was off are sent as one message. While no training is offered, nobody is told of any.
/// </summary>
public sealed class TrainingReminders(UnitOfWork unitOfWork, Outbox outbox, TrainingModule module, TimeProvider time) : IDailyReminderSource
{
    public async Task<IReadOnlyCollection<PersonId>> PeopleAsync(
        HartwoodDbContext database,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        if (!module.IsOffered)
        {
            return [];
        }

        var horizon = today.AddDays(ReminderDays.LongestBefore);
        var open = await database
            .TrainingAssignments.AsNoTracking()
            .Where(row => row.CompletedAt == null && (row.RemindedOn == null || (row.RemindedOn < today && row.DueOn <= horizon)))
            .Where(row => database.StaffMembers.Any(person => person.PersonId == row.PersonId && person.SetAsideAt == null))
            .ToListAsync(cancellationToken);
        return
        [
            .. open.Where(assignment => ReminderDays.IsDue(assignment, today))
                .Select(assignment => PersonId.Of(assignment.PersonId))
                .Distinct(),
        ];
    }

    /// <summary>Records the message of another feature as a reminder of training too, unless the training is due only in months.</summary>
    public async Task ToldAsync(HartwoodDbContext database, PersonId personId, DateOnly today, CancellationToken cancellationToken)
    {
        var open = await database
            .TrainingAssignments.AsNoTracking()
            .Where(row => row.PersonId == personId.Value && row.CompletedAt == null)
            .ToListAsync(cancellationToken);
        if (
            module.IsOffered
            && open.Exists(assignment => ReminderDays.IsDue(assignment, today) || ReminderDays.Latest(assignment.DueOn, today) is not null)
        )
        {
            await AllToldAsync(database, personId, today, cancellationToken);
        }
    }

    /// <summary>
    /// Marks training as not told. Refreshers are left out, because people are told of them with the result of the pass, not by
    /// a daily reminder.
    /// </summary>
    public Task NotToldAsync(HartwoodDbContext database, DateOnly day, IQueryable<string> places, CancellationToken cancellationToken) =>
        database
            .TrainingAssignments.Where(row =>
                row.CompletedAt == null
                && row.RemindedOn == day
                && !(row.Kind == AssignmentKind.Refresher && row.AssignedOn == day)
                && places.Contains(Recipient.PersonPrefix + row.PersonId)
            )
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RemindedOn, (DateOnly?)null), cancellationToken);

    /// <summary>Records that the person was told of everything open, because the message lists all of it.</summary>
    internal static Task AllToldAsync(HartwoodDbContext database, PersonId personId, DateOnly today, CancellationToken cancellationToken) =>
        database
            .TrainingAssignments.Where(assignment => assignment.PersonId == personId.Value && assignment.CompletedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(assignment => assignment.RemindedOn, today), cancellationToken);

    /// <summary>
    /// Plans the list of people who are overdue once a week, on the first working day, or on a later one when the bot was off.
    /// Somebody who becomes overdue during a week is in the next week's list.
    /// </summary>
    /// <returns>True when it is new.</returns>
    public async Task<bool> PlanOverdueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = PracticeTime.DateOf(now);
        var monday = PracticeTime.MondayOf(today);
        var key = TrainingDeliveryKinds.OverdueKey(monday);
        if (!module.IsOffered || !WorkingHours.Include(now))
        {
            return false;
        }

        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        if (
            await database.Deliveries.AnyAsync(row => row.Key == key, cancellationToken)
            || !await TrainingStatus.Overdue(database, WorkingDays.OnOrAfter(monday)).AnyAsync(cancellationToken)
        )
        {
            return false;
        }

        var row = outbox.Plan(key, TrainingDeliveryKinds.Overdue, Guid.CreateVersion7(), 0, Recipient.IncidentsChannel, 0);
        return await Outbox.PlanNewAsync(unitOfWork, [row], cancellationToken) > 0;
    }
}
