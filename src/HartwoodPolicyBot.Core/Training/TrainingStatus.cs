using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>Returns everybody's training, for practice managers.</summary>
public sealed class TrainingStatus(IDbContextFactory<HartwoodDbContext> databases, TrainingOptions options, TimeProvider time)
{
    public DateOnly Today => PracticeTime.Today(time);

    /// <summary>
    /// Returns everybody who is not marked as having left: first people who are overdue, then people with something to do, then
    /// the others.
    /// </summary>
    public async Task<TrainingOverview> StatusAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var people = await database.StaffMembers.AsNoTracking().ToListAsync(cancellationToken);
        var open = (
            await database.TrainingAssignments.AsNoTracking().Where(row => row.CompletedAt == null).ToListAsync(cancellationToken)
        ).ToLookup(row => row.PersonId, StringComparer.Ordinal);
        var passes = await database
            .TrainingAttempts.Where(row => row.State == AttemptState.Passed)
            .GroupBy(row => row.PersonId)
            .Select(group => new { group.Key, At = group.Max(row => row.FinishedAt) })
            .ToDictionaryAsync(group => group.Key, group => group.At, StringComparer.Ordinal, cancellationToken);
        var lines = people.ConvertAll(person => LineOf(person, [.. open[person.PersonId]], passes.GetValueOrDefault(person.PersonId)));
        return new(
            [
                .. lines
                    .Where(line => line.Person.SetAsideAt is null)
                    .OrderBy(line => line.State)
                    .ThenBy(line => line.DueOn)
                    .ThenBy(line => line.Person.Name, StringComparer.OrdinalIgnoreCase),
            ],
            lines.Count(line => line.Person.SetAsideAt is not null)
        );
    }

    public async Task<TrainingStatusLine?> FindAsync(PersonId personId, CancellationToken cancellationToken)
    {
        var id = personId.Value;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.StaffMembers.AsNoTracking().FirstOrDefaultAsync(row => row.PersonId == id, cancellationToken) is not { } person)
        {
            return null;
        }

        var open = await database
            .TrainingAssignments.AsNoTracking()
            .Where(row => row.PersonId == id && row.CompletedAt == null)
            .ToListAsync(cancellationToken);
        var passed = await database
            .TrainingAttempts.Where(row => row.PersonId == id && row.State == AttemptState.Passed)
            .MaxAsync(row => row.FinishedAt, cancellationToken);
        return LineOf(person, open, passed);
    }

    /// <summary>Returns everybody who is marked as having left, so that they can be brought back.</summary>
    public async Task<IReadOnlyList<StaffMember>> LeaversAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database
            .StaffMembers.AsNoTracking()
            .Where(person => person.SetAsideAt != null)
            .OrderBy(person => person.Name)
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Returns what today's message tells a person: their open training, if they haven't left and this message is the one that
    /// told them today. The welcome tells of an induction, and the result of a pass tells of a refresher.
    /// </summary>
    public async Task<IReadOnlyList<TrainingAssignment>> ToldTodayAsync(PersonId personId, CancellationToken cancellationToken)
    {
        var (id, today) = (personId.Value, Today);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var open = await database
            .TrainingAssignments.AsNoTracking()
            .Where(row =>
                row.PersonId == id
                && row.CompletedAt == null
                && row.RemindedOn == today
                && database.StaffMembers.Any(person => person.PersonId == id && person.SetAsideAt == null)
            )
            .OrderBy(row => row.DueOn)
            .ToListAsync(cancellationToken);
        return open.Exists(row => row.Kind == AssignmentKind.Assigned || row.AssignedOn < today) ? open : [];
    }

    public async Task<TrainingAttempt?> AttemptAsync(Id<TrainingAttempt> id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.TrainingAttempts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id.Value, cancellationToken);
    }

    /// <summary>Says whether this person has passed since that attempt.</summary>
    public async Task<bool> HasPassedSinceAsync(TrainingAttempt attempt, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.TrainingAttempts.AnyAsync(
            row => row.PersonId == attempt.PersonId && row.State == AttemptState.Passed && row.Number > attempt.Number,
            cancellationToken
        );
    }

    /// <summary>Selects the overdue assignments of people who haven't left.</summary>
    internal static IQueryable<TrainingAssignment> Overdue(HartwoodDbContext database, DateOnly today) =>
        database.TrainingAssignments.Where(row =>
            row.CompletedAt == null
            && row.DueOn < today
            && database.StaffMembers.Any(person => person.PersonId == row.PersonId && person.SetAsideAt == null)
        );

    private TrainingStatusLine LineOf(StaffMember person, List<TrainingAssignment> open, DateTimeOffset? passed)
    {
        var next = open.MinBy(assignment => assignment.DueOn);
        return new(
            person,
            next is null ? TrainingState.NotAssigned : StateOf(next.Kind, next.DueOn, Today),
            next,
            passed is { } at ? PracticeTime.DateOf(at) : null,
            options.RefresherMonths
        );
    }

    /// <summary>
    /// Returns the state for an assignment. A refresher counts as something to do from its first reminder; until then, the
    /// training is done.
    /// </summary>
    internal static TrainingState StateOf(AssignmentKind kind, DateOnly dueOn, DateOnly today) =>
        kind switch
        {
            _ when dueOn < today => TrainingState.Overdue,
            AssignmentKind.Refresher when ReminderDays.Latest(dueOn, today) is null => TrainingState.Done,
            _ => TrainingState.Due,
        };
}

/// <summary>Says in what state somebody's training is, the most urgent first.</summary>
public enum TrainingState
{
    Overdue = 1,
    Due = 2,
    NotAssigned = 3,
    Done = 4,
}

/// <summary>Holds one person's line in the status.</summary>
public sealed record TrainingStatusLine(
    StaffMember Person,
    TrainingState State,
    TrainingAssignment? Next,
    DateOnly? PassedOn,
    int RefresherMonths
)
{
    public DateOnly DueOn => Next?.DueOn ?? DateOnly.MaxValue;
}

/// <summary>Holds everybody's training, as one card shows it.</summary>
/// <param name="Lines">The people who haven't left, the most urgent first.</param>
/// <param name="Leavers">How many people are marked as having left.</param>
public sealed record TrainingOverview(IReadOnlyList<TrainingStatusLine> Lines, int Leavers)
{
    /// <summary>How many of them have passed within the months after which a refresher is due, whatever else they have to do.</summary>
    public int PassedOf(DateOnly today) => Lines.Count(line => line.PassedOn > today.AddMonths(-line.RefresherMonths));

    public int Count(TrainingState state) => Lines.Count(line => line.State == state);
}
