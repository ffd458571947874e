using HartwoodPolicyBot.Core.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core.Privacy;

/// <summary>
/// Deletes every night what has been kept beyond its retention period, once however many instances run. A night when the
/// bot was off is made up for when it is back. What fails is tried again the next night. After the clock was set, the deletions
/// wait for an hour, so that a clock that is corrected soon has deleted nothing early.
/// </summary>
public sealed class Retention(UnitOfWork unitOfWork, IEnumerable<IRetention> features, TimeProvider time, ILogger<Retention> log)
{
    /// <summary>The hour in London from which it runs. Nobody is at the practice, and any change of the clocks is over.</summary>
    public static TimeOnly Begins { get; } = new(3, 0);

    /// <summary>How long the clock must have gone evenly after a jump, so that a wrong clock deletes nothing early.</summary>
    private static readonly TimeSpan EvenFor = TimeSpan.FromHours(1);

    /// <summary>A correction of the clock by less than this is no jump.</summary>
    private static readonly TimeSpan Jump = TimeSpan.FromMinutes(5);

    private readonly IRetention[] features = [.. features];
    private readonly long start = time.GetTimestamp();
    private TimeSpan evenSince = -EvenFor;
    private DateTimeOffset startedAt = time.GetUtcNow();

    /// <summary>Does tonight's deletions if no instance has started them.</summary>
    /// <returns>True when this call did them.</returns>
    public async Task<bool> RunDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var local = PracticeTime.InLondon(now).DateTime;
        if (
            !IsEven(now)
            || TimeOnly.FromDateTime(local) < Begins
            || !await BeginAsync(DateOnly.FromDateTime(local), now, cancellationToken)
        )
        {
            return false;
        }

        var (all, failed) = (0, 0);
        foreach (var feature in features)
        {
            try
            {
                foreach (var deleted in (await feature.DeleteAsync(now, cancellationToken)).Where(deleted => deleted.Count > 0))
                {
                    all += deleted.Count;
                    log.Deleted(deleted.What, deleted.Count);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                failed++;
                log.NotDeleted(fault, feature.GetType().Name);
            }
        }

        // Logged also on a night with nothing to delete, because otherwise nobody could see that it ran.
        log.RetentionDone(all, failed);

        return true;
    }

    /// <summary>Compares the clock with the time that has passed since the last look.</summary>
    private bool IsEven(DateTimeOffset now)
    {
        var passed = time.GetElapsedTime(start);
        if ((now - passed - startedAt).Duration() > Jump)
        {
            (startedAt, evenSince) = (now - passed, passed);
        }

        return passed - evenSince >= EvenFor;
    }

    private async Task<bool> BeginAsync(DateOnly night, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        if (await database.RetentionNights.AnyAsync(row => row.Night == night, cancellationToken))
        {
            return false;
        }

        return await unitOfWork.WriteAsync(
            database,
            async () =>
            {
                // Only recent nights matter. The row of tonight lets only one instance through.
                await database.RetentionNights.Where(row => row.Night < night.AddDays(-30)).ExecuteDeleteAsync(cancellationToken);
                return await database.Database.ExecuteSqlAsync(
                        $"""
                        INSERT INTO "RetentionNights" ("Night", "BegunAt") VALUES ({night}, {now.UtcDateTime})
                        ON CONFLICT ("Night") DO NOTHING
                        """,
                        cancellationToken
                    ) == 1;
            },
            cancellationToken
        );
    }
}
