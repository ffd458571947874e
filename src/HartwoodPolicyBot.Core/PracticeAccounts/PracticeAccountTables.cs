using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PracticeAccounts;

/// <summary>Maps the practice's accounts, who may use them, and who looked at them to database tables.</summary>
internal static class PracticeAccountTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PracticeAccount>(account =>
        {
            account.ToTable("PracticeAccounts");
            account.HasKey(row => row.Id);
            account.Property(row => row.Id).ValueGeneratedNever();
            account.Property(row => row.Platform).HasMaxLength(PracticeAccount.LongestPlatform);
            account.Property(row => row.Name).HasMaxLength(PracticeAccount.LongestName);
            account.Property(row => row.Purpose).HasMaxLength(PracticeAccount.LongestPurpose);
            account.Property(row => row.Why).HasMaxLength(PracticeAccount.LongestWhy);
            account.HasIndex(row => row.State);
        });
        model.Entity<AccountAccess>(access =>
        {
            access.ToTable("PracticeAccountAccess");
            access.HasKey(row => new { row.AccountId, row.PersonId });
            access.Property(row => row.Why).HasMaxLength(PracticeAccount.LongestWhy);
            access.HasIndex(row => row.PersonId);
            access.HasOne<PracticeAccount>().WithMany().HasForeignKey(row => row.AccountId);
        });
        model.Entity<AccountLook>(look =>
        {
            look.ToTable("PracticeAccountLooks");
            look.HasKey(row => new { row.AccountId, row.Month });
            look.HasOne<PracticeAccount>().WithMany().HasForeignKey(row => row.AccountId);
        });
    }
}
