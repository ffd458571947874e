using System.Security.Cryptography;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>
/// Lets people choose their role, start training and see how far they are. Every step is stored, so people can stop at any
/// time.
/// </summary>
public sealed class OwnTraining(
    UnitOfWork unitOfWork,
    TrainingModule module,
    TrainingOptions options,
    AttemptsInProgress running,
    TrainingScenarios scenarios,
    TimeProvider time
)
{
    private const int MostFinished = 20;

    // Many questions about the policy ask for these, so EF translates them once. Not for all hosts, because it does so for one model.
    private readonly Func<HartwoodDbContext, string, CancellationToken, Task<bool>> hasBegun = EF.CompileAsyncQuery(
        (HartwoodDbContext database, string id, CancellationToken cancel) => database.TrainingAttempts.Any(attempt => attempt.Running == id)
    );

    private readonly Func<HartwoodDbContext, string, CancellationToken, Task<DateOnly?>> nextDue = EF.CompileAsyncQuery(
        (HartwoodDbContext database, string id, CancellationToken cancel) =>
            database
                .TrainingAssignments.Where(assignment => assignment.PersonId == id && assignment.CompletedAt == null)
                .Min(assignment => (DateOnly?)assignment.DueOn)
    );

    /// <summary>Returns the person's training as it is now. It closes an attempt whose policy has changed.</summary>
    public async Task<TrainingView> LookAsync(PersonId personId, CancellationToken cancellationToken)
    {
        var id = personId.Value;
        var view = await ReadAsync(id, cancellationToken);
        if (view.Running is not { } attempt || module.Fits(attempt))
        {
            return view;
        }

        // Another instance may have drawn it from a scenario that was changed a moment ago, and that this one has not read yet.
        if (await scenarios.RefreshAsync(cancellationToken) && module.Fits(attempt))
        {
            return view;
        }

        await CloseAsync(attempt, cancellationToken);
        return await ReadAsync(id, cancellationToken) with { Refusal = TrainingRefusals.PolicyChanged };
    }

    /// <summary>Returns only whether the person is in the middle of an attempt, and when what they still have to do is due next.</summary>
    public async Task<(bool HasBegun, DateOnly? DueOn)> NextAsync(PersonId personId, CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        if (!await hasBegun(database, personId.Value, cancellationToken))
        {
            return (false, await nextDue(database, personId.Value, cancellationToken));
        }

        // An attempt may have to be closed.
        var view = await LookAsync(personId, cancellationToken);
        return (view.Running is not null, view.Open is [var next, ..] ? next.DueOn : null);
    }

    /// <summary>Returns only the attempt that the person is in the middle of; null when there is none that can go on.</summary>
    public async Task<TrainingAttempt?> RunningAsync(PersonId personId, CancellationToken cancellationToken)
    {
        var id = personId.Value;
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var attempt = await database
            .TrainingAttempts.AsNoTracking()
            .Include(attempt => attempt.Answers.OrderBy(answer => answer.Number))
            .FirstOrDefaultAsync(attempt => attempt.Running == id, cancellationToken);
        return attempt is not null && module.Fits(attempt) ? attempt : null;
    }

    /// <summary>Records the role. An attempt in progress keeps the role it was drawn for.</summary>
    public async Task<TrainingView> ChooseRoleAsync(PersonId personId, string name, StaffRole role, CancellationToken cancellationToken)
    {
        var id = personId.Value;
        await unitOfWork.WriteAsync(
            async database =>
            {
                await StaffDirectory.RecordAsync(database, personId, name, time.GetUtcNow(), cancellationToken);
                await database
                    .StaffMembers.Where(person => person.PersonId == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(person => person.Role, role), cancellationToken);
            },
            cancellationToken
        );

        return await LookAsync(personId, cancellationToken);
    }

    /// <summary>Starts an attempt, or returns the one in progress. Without a role it starts none, because nothing can be drawn.</summary>
    public async Task<TrainingView> BeginAsync(PersonId personId, CancellationToken cancellationToken) =>
        await BeginAsync(await LookAsync(personId, cancellationToken), cancellationToken);

    /// <summary>Starts an attempt for somebody whose view was already read.</summary>
    public async Task<TrainingView> BeginAsync(TrainingView view, CancellationToken cancellationToken)
    {
        if (view.Running is not null || view.Person is not { Role: not StaffRole.Unknown } person)
        {
            return view;
        }

        var attempt = await DrawAsync(person, cancellationToken);
        var (role, state) = ((int)attempt.Role, (int)attempt.State);
        var added = await unitOfWork.WriteAsync(
            database =>
                // Two devices may start at the same moment. The unique index accepts only one.
                database.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "TrainingAttempts" ("Id", "PersonId", "PersonName", "Role", "Number", "PolicyVersion", "PolicyName",
                    "PassPercent", "Seed", "Plan", "StartedAt", "State", "Right", "Running")
                    VALUES ({attempt.Id}, {attempt.PersonId}, {attempt.PersonName}, {role}, {attempt.Number},
                    {attempt.PolicyVersion}, {attempt.PolicyName}, {attempt.PassPercent}, {attempt.Seed}, {attempt.Plan},
                    {attempt.StartedAt.UtcDateTime}, {state}, 0, {attempt.Running})
                    ON CONFLICT DO NOTHING
                    """,
                    cancellationToken
                ),
            cancellationToken
        );

        running.Began(PersonId.Of(person.PersonId));
        return added == 1 ? view with { Running = attempt, Refusal = null } : await ReadAsync(person.PersonId, cancellationToken);
    }

    private async Task<TrainingAttempt> DrawAsync(StaffMember person, CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var plans = await database
            .TrainingAttempts.Where(attempt => attempt.PersonId == person.PersonId)
            .OrderBy(attempt => attempt.Number)
            .Select(attempt => new { attempt.Number, attempt.Plan })
            .ToListAsync(cancellationToken);
        var (seed, now) = (RandomNumberGenerator.GetInt32(int.MaxValue), module.Now);
        var met = plans
            .SelectMany(earlier => DrawnScenario.Read(earlier.Plan))
            .Select(question => now.NowAskedAs(question.ScenarioId))
            .ToList();
        return new()
        {
            Id = Guid.CreateVersion7(),
            PersonId = person.PersonId,
            PersonName = person.Name,
            Role = person.Role,
            Number = plans.Count == 0 ? 1 : plans[^1].Number + 1,
            PolicyVersion = now.Policy.Version,
            PolicyName = now.Policy.ShownVersion,
            PassPercent = options.PassPercent,
            Seed = seed,
            Plan = DrawnScenario.Write(ScenarioDraw.Draw(now, person.Role, options.Questions, met, seed)),
            StartedAt = time.GetUtcNow(),
            State = AttemptState.Running,
            Running = person.PersonId,
        };
    }

    private async Task CloseAsync(TrainingAttempt attempt, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await unitOfWork.WriteAsync(
            database =>
                database
                    .TrainingAttempts.Where(row => row.Id == attempt.Id && row.State == AttemptState.Running)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(row => row.State, AttemptState.Outdated)
                                .SetProperty(row => row.Running, (string?)null)
                                .SetProperty(row => row.FinishedAt, now),
                        cancellationToken
                    ),
            cancellationToken
        );

        running.Ended(PersonId.Of(attempt.PersonId));
    }

    private async Task<TrainingView> ReadAsync(string id, CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var person = await database.StaffMembers.AsNoTracking().FirstOrDefaultAsync(row => row.PersonId == id, cancellationToken);
        var attempts = await database
            .TrainingAttempts.AsNoTracking()
            .Include(attempt => attempt.Answers.OrderBy(answer => answer.Number))
            .Where(attempt => attempt.PersonId == id && attempt.State != AttemptState.Outdated)
            .OrderByDescending(attempt => attempt.Number)
            .Take(MostFinished)
            .ToListAsync(cancellationToken);
        var open = await database
            .TrainingAssignments.AsNoTracking()
            .Where(assignment => assignment.PersonId == id && assignment.CompletedAt == null)
            .OrderBy(assignment => assignment.DueOn)
            .ToListAsync(cancellationToken);
        return new(
            person,
            attempts.Find(attempt => attempt.State == AttemptState.Running),
            attempts.FindAll(attempt => attempt.State != AttemptState.Running),
            open
        );
    }
}
