using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>
/// Shows people their training. It is evidence, so it is not deleted on request, except for attempts that a new policy closed, which
/// prove nothing.
/// </summary>
public sealed class TrainingData(PrivacyOptions privacy) : IPersonalData
{
    public DataGroup Group => DataGroup.Training;

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
        var kept = $"Kept for {privacy.TrainingYears} years after the training is done, so the practice can show who was trained on what.";
        return
        [
            new("Training assigned to you", "So you can do it in time.", kept, [.. assignments.Select(Record)]),
            new(
                "Your training attempts",
                "So they count, and you can stop and carry on later.",
                $"{kept} You can delete attempts that ended because the policy changed.",
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
                "training attempts",
                await database
                    .TrainingAttempts.Where(row => row.PersonId == person.Id && row.State == AttemptState.Outdated)
                    .ExecuteDeleteAsync(cancellationToken)
            ),
        ];

    private static PersonalRecord Record(TrainingAssignment row) =>
        PersonalRecord.Of(
            ("Kind", row.Kind == AssignmentKind.Assigned ? "Assigned by the practice manager" : $"{row.Kind}"),
            ("Reason", row.Reason),
            ("Assigned on", PracticeTime.Text(row.AssignedOn)),
            ("Due on", PracticeTime.Text(row.DueOn)),
            ("Last reminder", row.RemindedOn is { } day ? PracticeTime.Text(day) : null),
            ("Completed", row.CompletedAt is { } at ? PracticeTime.Text(at) : "not yet")
        );

    private static PersonalRecord Record(TrainingAttempt row) =>
        PersonalRecord.Of(
            row.State == AttemptState.Outdated,
            ("Attempt", $"{row.Number}"),
            ("Name", row.PersonName),
            ("Role", StaffRoleWords.Of(row.Role)),
            ("Policy", row.PolicyNameShown),
            ("Wording", PolicyDocument.TextCode(row.PolicyVersion)),
            ("Started", PracticeTime.Text(row.StartedAt)),
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
            ("Certificate code", row.Code)
        );

    private static string ResultOf(TrainingAttempt row) =>
        row.State switch
        {
            AttemptState.Passed => $"Passed, {row.Right} out of {row.Count}",
            AttemptState.Failed => $"Not passed, {row.Right} out of {row.Count}",
            AttemptState.Running => "Not finished yet",
            _ => "Ended because the policy changed",
        };
}
