using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training.Scenarios;

/// <summary>Maps the practice's revisions of scenarios to a database table.</summary>
internal static class ScenarioTables
{
    public static void Map(ModelBuilder model) =>
        model.Entity<ScenarioRevision>(revision =>
        {
            revision.ToTable("ScenarioRevisions");
            revision.HasKey(row => new { row.ScenarioName, row.Number });
            revision.Property(row => row.ScenarioName).HasMaxLength(ScenarioRevision.LongestName);
            revision.Property(row => row.Number).ValueGeneratedNever();
            revision.Ignore(row => row.Line);
            revision.HasIndex(row => row.ById);
        });
}
