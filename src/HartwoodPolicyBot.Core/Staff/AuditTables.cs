using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>Maps the audit to database tables.</summary>
internal static class AuditTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<RefusedAttempt>(attempt =>
        {
            attempt.ToTable("RefusedAttempts");
            attempt.HasKey(row => row.Id);
            attempt.Property(row => row.Id).ValueGeneratedNever();
            attempt.HasIndex(row => row.At);
        });
        model.Entity<ManagerAction>(action =>
        {
            action.ToTable("ManagerActions");
            action.HasKey(row => row.Id);
            action.Property(row => row.Id).ValueGeneratedNever();
            action.HasIndex(row => row.At);
        });
    }
}
