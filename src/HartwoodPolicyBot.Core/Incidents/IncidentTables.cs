using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Maps incidents to database tables.</summary>
internal static class IncidentTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Incident>(incident =>
        {
            incident.ToTable("Incidents");
            incident.HasKey(row => row.Id);
            incident.Property(row => row.Id).ValueGeneratedNever();
            incident.HasIndex(row => row.FormId).IsUnique();
            incident.HasIndex(row => row.Reference).IsUnique();
            incident.HasIndex(row => row.ReporterId);
            incident.HasIndex(row => row.CodeHash);
            incident.HasIndex(row => row.State);
            incident.HasIndex(row => row.ReportedAt);
            incident.Property(row => row.Version).IsConcurrencyToken();
            incident.HasMany(row => row.Timeline).WithOne().HasForeignKey(entry => entry.IncidentId);
            incident.HasMany(row => row.Actions).WithOne().HasForeignKey(action => action.IncidentId);
        });
        model.Entity<TimelineEntry>(entry =>
        {
            entry.ToTable("IncidentTimeline");
            entry.HasKey(row => new { row.IncidentId, row.Number });
            entry.HasIndex(row => new
            {
                row.IncidentId,
                row.Kind,
                row.At,
            });
        });
        model.Entity<IncidentAction>(action =>
        {
            action.ToTable("IncidentActions");
            action.HasKey(row => new { row.IncidentId, row.Number });
        });
        model.Entity<IncidentNumber>(number =>
        {
            number.ToTable("IncidentNumbers");
            number.HasKey(row => row.Year);
            number.Property(row => row.Year).ValueGeneratedNever();
        });
    }
}
