using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>Returns certificates to anybody who has their link or code, and all training records to practice managers.</summary>
public sealed class TrainingRecords(IDbContextFactory<HartwoodDbContext> databases, TrainingOptions options, StaffOptions staff)
{
    public async Task<Certificate?> OfLinkAsync(string link, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return CertificateOf(
            await database.TrainingAttempts.AsNoTracking().FirstOrDefaultAsync(attempt => attempt.Link == link, cancellationToken)
        );
    }

    public async Task<Certificate?> OfCodeAsync(string typed, CancellationToken cancellationToken)
    {
        if (Codes.Read(typed) is not { } code)
        {
            return null;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return CertificateOf(
            await database.TrainingAttempts.AsNoTracking().FirstOrDefaultAsync(attempt => attempt.Code == code, cancellationToken)
        );
    }

    public Certificate? CertificateOf(TrainingAttempt? attempt) =>
        attempt is { State: AttemptState.Passed, FinishedAt: { } at, Code: { } code, Link: { } link }
            ? new(
                attempt.PersonName,
                attempt.PolicyNameShown,
                PracticeTime.DateOf(at),
                options.RefresherDueOn(PracticeTime.DateOf(at)),
                attempt.Percent,
                code,
                link
            )
            : null;

    /// <summary>
    /// Returns every finished attempt of everybody, and one line for each person without any. Returns null when the person is
    /// not a practice manager.
    /// </summary>
    public async Task<IReadOnlyList<TrainingRecordLine>?> ReadAsync(PersonId managerId, CancellationToken cancellationToken)
    {
        if (!staff.ActsAsManager(managerId))
        {
            return null;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var people = await database
            .StaffMembers.AsNoTracking()
            .OrderBy(person => person.Name)
            .ThenBy(person => person.PersonId)
            .ToListAsync(cancellationToken);
        var attempts = (
            await database
                .TrainingAttempts.AsNoTracking()
                .Where(row => row.State == AttemptState.Passed || row.State == AttemptState.Failed)
                .OrderBy(row => row.Number)
                .ToListAsync(cancellationToken)
        ).ToLookup(row => row.PersonId, StringComparer.Ordinal);
        var assignments = (
            await database.TrainingAssignments.AsNoTracking().OrderBy(row => row.DueOn).ToListAsync(cancellationToken)
        ).ToLookup(row => row.PersonId, StringComparer.Ordinal);
        return [.. people.SelectMany(person => LinesOf(person, [.. attempts[person.PersonId]], [.. assignments[person.PersonId]]))];
    }

    private static IEnumerable<TrainingRecordLine> LinesOf(
        StaffMember person,
        List<TrainingAttempt> attempts,
        List<TrainingAssignment> assignments
    )
    {
        var nextDue = assignments.Find(assignment => assignment.CompletedAt is null)?.DueOn;
        return attempts.Count == 0
            ? [new(person, null, [], nextDue)]
            : attempts.Select(attempt => new TrainingRecordLine(
                person,
                attempt,
                assignments.FindAll(assignment => assignment.CompletedBy == attempt.Id),
                nextDue
            ));
    }
}

/// <summary>Holds the text of a certificate.</summary>
/// <param name="ValidUntil">The day on which the refresher is due.</param>
public sealed record Certificate(string Name, string Policy, DateOnly PassedOn, DateOnly ValidUntil, int Percent, string Code, string Link);

/// <summary>Represents one line of the records: an attempt, what it completed, and what the person has to do next.</summary>
public sealed record TrainingRecordLine(
    StaffMember Person,
    TrainingAttempt? Attempt,
    IReadOnlyList<TrainingAssignment> Completed,
    DateOnly? NextDueOn
);
