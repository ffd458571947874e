using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>
/// A person's training. It is evidence, so it is not deleted on request, except for attempts that a new policy closed,
/// which prove nothing.
/// </summary>
public sealed class TrainingData(PrivacyOptions privacy) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalRecords>> AboutAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    )
    {
        var assignments = await database
            .TrainingAssignments.AsNoTracking()
            .Where(row => row.PersonId == person.Id)
            .OrderBy(row => row.DueOn)
            .ToListAsync(cancellationToken);
        var attempts = await database
            .TrainingAttempts.AsNoTracking()
            .Include(row => row.Answers)
            .Where(row => row.PersonId == person.Id)
            .OrderBy(row => row.Number)
            .ToListAsync(cancellationToken);
        var kept = $"Kept for {privacy.TrainingYears} years after it is done: the practice must be able to show who was trained on what.";
        return
        [
            new("Training that you were given", "So that it is done in time.", kept, [.. assignments.Select(Record)]),
            new(
                "Your rounds of training",
                "So that they count, and you can stop and go on.",
                $"{kept} Rounds that a new policy closed go when you ask.",
                [.. attempts.Select(Record)]
            ),
        ];
    }

    public Task<bool> MustReachAsync(HartwoodDbContext database, DataSubject person, CancellationToken cancellationToken) =>
        database.TrainingAssignments.AnyAsync(row => row.PersonId == person.Id && row.CompletedAt == null, cancellationToken);

    public async Task<IReadOnlyList<Deleted>> DeleteAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    ) =>
        [
            new(
                "training rounds",
                await database
                    .TrainingAttempts.Where(row => row.PersonId == person.Id && row.State == AttemptState.Outdated)
                    .ExecuteDeleteAsync(cancellationToken)
            ),
        ];

    private static PersonalRecord Record(TrainingAssignment row) =>
        PersonalRecord.Of(
            ("Kind", row.Kind == AssignmentKind.Assigned ? "Given by the practice manager" : $"{row.Kind}"),
            ("Reason", row.Reason),
            ("Given on", PracticeTime.Text(row.AssignedOn)),
            ("Due on", PracticeTime.Text(row.DueOn)),
            ("Last told on", row.RemindedOn is { } day ? PracticeTime.Text(day) : null),
            ("Done", row.CompletedAt is { } at ? PracticeTime.Text(at) : "not yet")
        );

    private static PersonalRecord Record(TrainingAttempt row) =>
        PersonalRecord.Of(
            row.State == AttemptState.Outdated,
            ("Round", $"{row.Number}"),
            ("Name on it", row.PersonName),
            ("Role", StaffRoleWords.Of(row.Role)),
            ("Policy", row.PolicyName),
            ("Version on record", row.PolicyVersion),
            ("Begun", PracticeTime.Text(row.StartedAt)),
            ("Finished", row.FinishedAt is { } at ? PracticeTime.Text(at) : "not yet"),
            ("Result", ResultOf(row)),
            (
                "Answers",
                string.Join(
                    ", ",
                    row.Answers.OrderBy(answer => answer.Number)
                        .Select(answer => $"{answer.Number}: {(answer.IsRight ? "right" : "wrong")}, {PracticeTime.Text(answer.At)}")
                )
            ),
            ("Certificate's code", row.Code)
        );

    private static string ResultOf(TrainingAttempt row) =>
        row.State switch
        {
            AttemptState.Passed => $"Passed, {row.Right} of {row.Count} right",
            AttemptState.Failed => $"Not passed, {row.Right} of {row.Count} right",
            AttemptState.Running => "Not finished yet",
            _ => "Closed, because the policy changed",
        };
}
