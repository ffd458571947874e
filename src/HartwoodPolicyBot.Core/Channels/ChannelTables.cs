using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Channels;

/// <summary>Maps the chosen incidents channel to a database table.</summary>
internal static class ChannelTables
{
    public static void Map(ModelBuilder model) =>
        model.Entity<IncidentsChannel>(channel =>
        {
            channel.ToTable("AlertChannels");
            channel.HasKey(row => row.Place);
        });
}
