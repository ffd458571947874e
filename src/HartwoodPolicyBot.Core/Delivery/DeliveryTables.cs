using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>Maps deliveries and offered files to database tables.</summary>
internal static class DeliveryTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PlannedDelivery>(delivery =>
        {
            delivery.ToTable("Deliveries");
            delivery.HasKey(row => row.Id);
            delivery.Property(row => row.Id).ValueGeneratedNever();
            delivery.HasIndex(row => row.Key).IsUnique();
            delivery.Property(row => row.KeepsDayOnly).HasDefaultValue(false);
            delivery.HasIndex(row => new { row.State, row.DueAt });
            delivery.HasIndex(row => new
            {
                row.Subject,
                row.Place,
                row.Step,
            });
            delivery.HasIndex(row => new { row.Place, row.State });
        });
        model.Entity<FileOffer>(offer =>
        {
            offer.ToTable("FileOffers");
            offer.HasKey(row => row.Id);
            offer.Property(row => row.Id).ValueGeneratedNever();
            offer.HasIndex(row => row.Hash).IsUnique();
            offer.HasIndex(row => row.ValidUntil);
        });
    }
}
