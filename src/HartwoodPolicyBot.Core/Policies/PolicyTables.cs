using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>Maps the versions of the policies to database tables.</summary>
internal static class PolicyTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PolicyVersion>(version =>
        {
            version.ToTable("PolicyVersions");
            version.HasKey(row => row.Id);
            version.Property(row => row.Id).ValueGeneratedNever();
            version.Ignore(row => row.OnRecord);
            version.HasIndex(row => new { row.PolicySlug, row.Number }).IsUnique();
        });
        model.Entity<PublishedPolicy>(policy =>
        {
            policy.ToTable("PublishedPolicies");
            policy.HasKey(row => row.Slug);
        });
        model.Entity<PolicyDraft>(draft =>
        {
            draft.ToTable("PolicyDrafts");
            draft.HasKey(row => row.Id);
            draft.Property(row => row.Id).ValueGeneratedNever();
            draft.Property(row => row.FileName).HasMaxLength(PolicyDraft.LongestFileName);
            draft.HasIndex(row => row.PersonId);
        });
    }
}
