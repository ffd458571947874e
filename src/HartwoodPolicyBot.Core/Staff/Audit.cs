using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>
/// Writes down what practice managers did, and what was refused to anybody. What is done to an incident stands in its
/// timeline instead. Rows are added, and never changed.
/// </summary>
public sealed class Audit(UnitOfWork unitOfWork, TimeProvider time, ILogger<Audit> log)
{
    /// <summary>An attempt that was refused. Of what was written in it, nothing.</summary>
    public async Task RefusedAsync(
        PersonId? personId,
        AuditedAttempt attempt,
        Refusal why,
        string? reference,
        CancellationToken cancellationToken
    )
    {
        log.AttemptRefused(attempt.Code, why.Code);

        // Where nobody is named it may be an anonymous reporter, and the exact time could lead to them.
        var (id, at) = personId is null
            ? (Guid.NewGuid(), PracticeTime.StartOfDay(time.GetUtcNow()))
            : (Guid.CreateVersion7(), time.GetUtcNow());
        await unitOfWork.WriteAsync(
            async database =>
            {
                database.RefusedAttempts.Add(
                    new()
                    {
                        Id = id,
                        At = at,
                        PersonId = personId?.Given,
                        Action = attempt.Code,
                        Code = why.Code,
                        Reference = reference,
                    }
                );
                await database.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );
    }

    /// <summary>
    /// The same, where it can be tried again and again, also by a program: there is one row of it; the rest is in the
    /// log.
    /// </summary>
    /// <param name="id">Of what was tried, and the row's.</param>
    /// <param name="personId">Whose it was.</param>
    /// <param name="attempt">What was tried.</param>
    /// <param name="why">Why it was refused.</param>
    /// <param name="reference">What it was about.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task RefusedOnceAsync(
        Guid id,
        PersonId personId,
        AuditedAttempt attempt,
        Refusal why,
        string reference,
        CancellationToken cancellationToken
    )
    {
        log.AttemptRefused(attempt.Code, why.Code);
        await unitOfWork.WriteAsync(
            database =>
                database.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "RefusedAttempts" ("Id", "At", "PersonId", "Action", "Code", "Reference")
                    VALUES ({id}, {time.GetUtcNow().UtcDateTime}, {personId.Given}, {attempt.Code}, {why.Code}, {reference})
                    ON CONFLICT ("Id") DO NOTHING
                    """,
                    cancellationToken
                ),
            cancellationToken
        );
    }

    /// <summary>What a practice manager did, where nothing else is written with it.</summary>
    public Task DidAsync(PersonId managerId, AuditedAction action, string? subject, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync(database => DidAsync(database, managerId, action, subject, cancellationToken), cancellationToken);

    /// <summary>What a practice manager did, in the transaction in which it is written.</summary>
    /// <param name="database">Of the caller's unit of work.</param>
    /// <param name="managerId">Entra id.</param>
    /// <param name="action">What it was.</param>
    /// <param name="subject">To what or whom it was done: an id; no text that people wrote.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    internal async Task DidAsync(
        HartwoodDbContext database,
        PersonId managerId,
        AuditedAction action,
        string? subject,
        CancellationToken cancellationToken
    )
    {
        database.ManagerActions.Add(
            new()
            {
                Id = Guid.CreateVersion7(),
                At = time.GetUtcNow(),
                ManagerId = managerId.Value,
                Action = action.Code,
                Subject = subject,
            }
        );
        await database.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Represents an attempt that was refused: kept, so that misuse shows.</summary>
public sealed class RefusedAttempt
{
    public Guid Id { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Entra id; null where the attempt may be an anonymous reporter's.</summary>
    public string? PersonId { get; init; }

    public required string Action { get; init; }

    /// <summary>Which refusal it was, as the feature's file of refusals names it.</summary>
    public required string Code { get; init; }

    public string? Reference { get; init; }
}

/// <summary>Represents something that a practice manager did to other people's records, or with them.</summary>
public sealed class ManagerAction
{
    public Guid Id { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Entra id, in lower case.</summary>
    public required string ManagerId { get; init; }

    /// <summary>What it was: "training.assign".</summary>
    public required string Action { get; init; }

    /// <summary>An id; null where it was done to everybody.</summary>
    public string? Subject { get; init; }
}
