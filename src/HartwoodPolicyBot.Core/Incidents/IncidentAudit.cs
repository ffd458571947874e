using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>An attempt that was refused: kept, so that misuse shows. What was written in it is not kept.</summary>
public sealed class RefusedAttempt
{
    public Guid Id { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Entra id; null where the attempt may be an anonymous reporter's.</summary>
    public string? PersonId { get; init; }

    public required string Action { get; init; }

    /// <summary>Which of IncidentErrors it was.</summary>
    public required string Code { get; init; }

    public string? Reference { get; init; }
}

/// <summary>Writes down refused attempts.</summary>
public sealed class IncidentAudit(IDbContextFactory<HartwoodDbContext> databases, WriteGate gate, TimeProvider time, ILogger<IncidentAudit> log)
{
    public async Task RecordAsync(string? personId, string action, string code, string? reference, CancellationToken cancellationToken)
    {
        log.AttemptRefused(action, code);
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            database.RefusedAttempts.Add(new() { Id = Guid.CreateVersion7(), At = time.GetUtcNow(), PersonId = personId, Action = action, Code = code, Reference = reference });
            await database.SaveChangesAsync(cancellationToken);
        }
    }
}
