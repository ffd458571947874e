using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Privacy;

/// <summary>That a night's deletions were begun: the row lets one of several instances do them, once.</summary>
public sealed class RetentionNight
{
    /// <summary>The day in London in whose small hours they are done.</summary>
    public DateOnly Night { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset BegunAt { get; init; }
}

/// <summary>How the nights stand in the database.</summary>
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
