using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PolicyConcerns;

/// <summary>Maps concerns about policies to a database table.</summary>
internal static class PolicyConcernTables
{
    public static void Map(ModelBuilder model) =>
        model.Entity<PolicyConcern>(concern =>
        {
            concern.ToTable("PolicyConcerns");
            concern.HasKey(row => row.Id);
            concern.Property(row => row.Id).ValueGeneratedNever();
            concern.HasIndex(row => row.FormMark).IsUnique();
            concern.HasIndex(row => row.RaiserId);
            concern.HasIndex(row => row.CodeHash);
            concern.HasIndex(row => row.State);
            concern.Property(row => row.Version).IsConcurrencyToken();
        });
}
