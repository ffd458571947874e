using HartwoodPolicyBot.Core.QuestionLog;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.TaughtPhrasings;

/// <summary>Maps what practice managers have taught to database tables.</summary>
internal static class TaughtPhrasingTables
{
    public static void Map(ModelBuilder model) =>
        model.Entity<TaughtPhrasing>(taught =>
        {
            taught.ToTable("TaughtPhrasings");
            taught.HasKey(row => row.Id);
            taught.Property(row => row.Id).ValueGeneratedNever();
            taught.Property(row => row.Text).HasMaxLength(LoggedQuestion.LongestText);
            taught.Property(row => row.Version).IsConcurrencyToken();
            taught.HasIndex(row => row.WordsHash).IsUnique();
        });
}
