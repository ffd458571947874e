using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>Counts how many checks ended how on each day, and deletes the counts of days that are as old as deleted questions.</summary>
public sealed class CountPostChecks(UnitOfWork unitOfWork, PrivacyOptions privacy, TimeProvider time, ILogger<CountPostChecks> log)
    : IRetention
{
    /// <summary>Adds a check. A count that can't be written is logged only, because the person has their answer.</summary>
    public async Task AddAsync(PostVerdict verdict, CancellationToken cancellationToken)
    {
        var day = PracticeTime.Today(time);
        try
        {
            await unitOfWork.WriteAsync(
                database =>
                    database.Database.ExecuteSqlAsync(
                        $"""
                        INSERT INTO "PostCheckCounts" ("Day", "Verdict", "Count") VALUES ({day}, {(int)verdict}, 1)
                        ON CONFLICT ("Day", "Verdict") DO UPDATE SET "Count" = "PostCheckCounts"."Count" + 1
                        """,
                        cancellationToken
                    ),
                cancellationToken
            );
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.PostCheckNotCounted(fault);
        }
    }

    public async Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = PracticeTime.DateOf(now.AddDays(-privacy.QuestionLogDays));
        return
        [
            new(
                "days of checked posts",
                await unitOfWork.WriteAsync(
                    database => database.PostCheckCounts.Where(count => count.Day < before).ExecuteDeleteAsync(cancellationToken),
                    cancellationToken
                )
            ),
        ];
    }
}
