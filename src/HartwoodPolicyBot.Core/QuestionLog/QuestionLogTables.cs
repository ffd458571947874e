using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.QuestionLog;

/// <summary>Maps the question log and the counts of deleted questions to database tables.</summary>
internal static class QuestionLogTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<LoggedQuestion>(question =>
        {
            question.ToTable("Questions");
            question.HasKey(row => row.Id);
            question.Property(row => row.Id).ValueGeneratedNever();
            question.Property(row => row.Text).HasMaxLength(LoggedQuestion.LongestText);
            question.HasIndex(row => new
            {
                row.AskedAt,
                row.Verdict,
                row.Feedback,
                row.Sections,
            });
        });
        model.Entity<QuestionCount>(count =>
        {
            count.ToTable("QuestionCounts");
            count.HasKey(row => new
            {
                row.Day,
                row.Verdict,
                row.Feedback,
                row.Section,
            });
        });
    }
}
