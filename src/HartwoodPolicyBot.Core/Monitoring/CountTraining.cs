using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>
/// Counts training: the state of each person at the end of the period, or today if it hasn't ended, and the attempts in it.
/// </summary>
internal static class CountTraining
{
    private static readonly TrainingState[] Order =
    [
        TrainingState.Done,
        TrainingState.Due,
        TrainingState.Overdue,
        TrainingState.NotAssigned,
    ];

    public static async Task<TrainingFigures> ReadAsync(
        HartwoodDbContext database,
        ReportPeriod period,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (begins, ends, today) = (period.Begins, period.Ends, PracticeTime.DateOf(now));
        var (day, until) = period.To < today ? (period.To, ends) : (today, now.AddMicroseconds(1));
        var there = database.StaffMembers.Where(person =>
            person.NotedAt < until && (person.SetAsideAt == null || person.SetAsideAt >= until)
        );
        var staff = await there.CountAsync(cancellationToken);
        var open = await database
            .TrainingAssignments.Where(row =>
                row.AssignedOn <= day
                && (row.CompletedAt == null || row.CompletedAt >= until)
                && there.Any(person => person.PersonId == row.PersonId)
            )
            .Select(row => new
            {
                row.PersonId,
                row.Kind,
                row.DueOn,
            })
            .ToListAsync(cancellationToken);
        var states = open.GroupBy(row => row.PersonId, StringComparer.Ordinal)
            .Select(person => person.MinBy(row => row.DueOn)!)
            .GroupBy(next => (next.Kind, next.DueOn))
            .GroupBy(group => TrainingStatus.StateOf(group.Key.Kind, group.Key.DueOn, day), group => group.Count())
            .ToDictionary(group => group.Key, group => group.Sum());
        states[TrainingState.NotAssigned] = staff - states.Values.Sum();

        var rounds = database.TrainingAttempts.Where(attempt => attempt.FinishedAt >= begins && attempt.FinishedAt < ends);
        var ended = await rounds
            .GroupBy(attempt => attempt.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var passed = await rounds
            .Where(attempt => attempt.State == AttemptState.Passed)
            .Select(attempt => attempt.PersonId)
            .Distinct()
            .CountAsync(cancellationToken);
        var yearBefore = PracticeTime.At(day.AddYears(-1).AddDays(1), TimeOnly.MinValue);
        var passedInYear = await there.CountAsync(
            person =>
                database.TrainingAttempts.Any(attempt =>
                    attempt.PersonId == person.PersonId
                    && attempt.State == AttemptState.Passed
                    && attempt.FinishedAt >= yearBefore
                    && attempt.FinishedAt < until
                ),
            cancellationToken
        );
        return new(
            day,
            [.. Order.Select(one => new NamedCount(TrainingStateWords.Of(one), states.GetValueOrDefault(one)))],
            passed,
            ended.GetValueOrDefault(AttemptState.Passed),
            ended.GetValueOrDefault(AttemptState.Failed)
        )
        {
            PassedInYear = passedInYear,
        };
    }
}
