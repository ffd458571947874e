using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>Maps the people at the practice, their chats and the places where the bot is installed to database tables.</summary>
internal static class StaffTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<StaffMember>(person =>
        {
            person.ToTable("StaffMembers");
            person.HasKey(row => row.PersonId);
            person.Property(row => row.Name).HasMaxLength(StaffMember.LongestName);
        });
        model.Entity<StaffContact>(contact =>
        {
            contact.ToTable("StaffContacts");
            contact.HasKey(row => row.PersonId);
        });
        model.Entity<Installation>(installation =>
        {
            installation.ToTable("Installations");
            installation.HasKey(row => row.Place);
        });
    }
}
