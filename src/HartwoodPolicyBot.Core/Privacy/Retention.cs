using HartwoodPolicyBot.Core.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core.Privacy;

/// <summary>
/// Deletes every night what has been kept for long enough: once, however many instances run. A night that was slept through
/// is made up for when the bot is back; what fails is tried again in the next one.
/// </summary>
public sealed class Retention(UnitOfWork unitOfWork, IEnumerable<IRetention> features, TimeProvider time, ILogger<Retention> log)
{
    /// <summary>From this hour in London: nobody is at the practice, and a change of the clocks is over.</summary>
    public static TimeOnly Begins { get; } = new(3, 0);

    private readonly IRetention[] features = [.. features];

    /// <summary>Does this night's deletions if nobody has begun them.</summary>
    /// <returns>True when this call did them.</returns>
    public async Task<bool> RunDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var local = PracticeTime.InLondon(now).DateTime;
        if (TimeOnly.FromDateTime(local) < Begins || !await BeginAsync(DateOnly.FromDateTime(local), now, cancellationToken))
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

        // Also in a night with nothing to delete: otherwise nobody could see that it ran.
        log.RetentionDone(all, failed);

        return true;
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
                // Only the last nights matter; the row of this one lets one instance through.
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
