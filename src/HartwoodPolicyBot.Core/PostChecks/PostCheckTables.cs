using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>Maps the counts of checked posts to a database table.</summary>
internal static class PostCheckTables
{
    public static void Map(ModelBuilder model) =>
        model.Entity<PostCheckCount>(count =>
        {
            count.ToTable("PostCheckCounts");
            count.HasKey(row => new { row.Day, row.Verdict });
        });
}
