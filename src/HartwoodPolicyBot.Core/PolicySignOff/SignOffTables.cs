using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PolicySignOff;

/// <summary>Maps sign-off rounds and sign-offs to database tables.</summary>
internal static class SignOffTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<SignOff>(reading =>
        {
            reading.ToTable("PolicyReadings");
            reading.HasKey(row => row.Id);
            reading.Property(row => row.Id).ValueGeneratedNever();
            reading
                .HasIndex(row => new
                {
                    row.PersonId,
                    row.PolicySlug,
                    row.PolicyVersion,
                })
                .IsUnique();
            reading.HasIndex(row => new
            {
                row.PolicySlug,
                row.PolicyVersion,
                row.ReadAt,
            });
        });
        model.Entity<SignOffRound>(round =>
        {
            round.ToTable("PolicyRounds");
            round.HasKey(row => row.Id);
            round.Property(row => row.Id).ValueGeneratedNever();
            round.HasIndex(row => new { row.PolicySlug, row.PolicyVersion }).IsUnique();
        });
    }
}
