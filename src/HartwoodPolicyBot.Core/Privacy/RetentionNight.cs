using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Privacy;

/// <summary>Records that a night's deletions have started, so that only one of several instances does them.</summary>
public sealed class RetentionNight
{
    /// <summary>The date in London of the early morning when they are done.</summary>
    public DateOnly Night { get; init; }

    /// <summary>The time when they started, in UTC.</summary>
    public DateTimeOffset BegunAt { get; init; }
}

/// <summary>Maps the nights to a database table.</summary>
internal static class RetentionTables
{
    public static void Map(ModelBuilder model) =>
        model.Entity<RetentionNight>(night =>
        {
            night.ToTable("RetentionNights");
            night.HasKey(row => row.Night);
            night.Property(row => row.Night).ValueGeneratedNever();
        });
}
