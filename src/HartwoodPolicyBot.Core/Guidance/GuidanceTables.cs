using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Guidance;

/// <summary>Maps the checks of national guidance to a database table.</summary>
internal static class GuidanceTables
{
    public static void Map(ModelBuilder model) =>
        model.Entity<GuidanceCheck>(check =>
        {
            check.ToTable("GuidanceChecks");
            check.HasKey(row => row.Id);
            check.Property(row => row.Id).ValueGeneratedNever();
            check.HasIndex(row => new { row.On, row.Result }).IsUnique();
        });
}
