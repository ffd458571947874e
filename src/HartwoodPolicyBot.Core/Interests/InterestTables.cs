using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Interests;

/// <summary>Maps the interests to a database table.</summary>
internal static class InterestTables
{
    public static void Map(ModelBuilder model) =>
        model.Entity<Interest>(interest =>
        {
            interest.ToTable("Interests");
            interest.HasKey(row => row.Id);
            interest.Property(row => row.Id).ValueGeneratedNever();
            interest.Property(row => row.What).HasMaxLength(Interest.LongestWhat);
            interest.Property(row => row.Party).HasMaxLength(Interest.LongestParty);
            interest.HasIndex(row => new { row.PersonId, row.EndedAt });
        });
}
