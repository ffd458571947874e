using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>Maps questions to the practice manager and saved answers to database tables.</summary>
internal static class ManagerQuestionTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ManagerQuestion>(question =>
        {
            question.ToTable("ManagerQuestions");
            question.HasKey(row => row.Id);
            question.Property(row => row.Id).ValueGeneratedNever();
            question.HasIndex(row => new { row.QuestionId, row.AskerId }).IsUnique();
            question.HasIndex(row => row.AskerId);
            question.HasIndex(row => row.AnsweredAt);
            question.HasIndex(row => row.AnsweredTogether);
            question.Property(row => row.Version).IsConcurrencyToken();
        });
        model.Entity<SavedAnswer>(answer =>
        {
            answer.ToTable("ManagerAnswers");
            answer.HasKey(row => row.Id);
            answer.Property(row => row.Id).ValueGeneratedNever();
            answer.Property(row => row.Version).IsConcurrencyToken();
            answer.HasMany(row => row.Wordings).WithOne().HasForeignKey(wording => wording.AnswerId);
        });
        model.Entity<AnswerWording>(wording =>
        {
            wording.ToTable("ManagerAnswerWordings");
            wording.HasKey(row => new { row.AnswerId, row.Number });
            wording.Property(row => row.Number).ValueGeneratedNever();
        });
    }
}
