using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>Maps training to database tables.</summary>
internal static class TrainingTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<TrainingAssignment>(assignment =>
        {
            assignment.ToTable("TrainingAssignments");
            assignment.HasKey(row => row.Id);
            assignment.Property(row => row.Id).ValueGeneratedNever();
            assignment.Property(row => row.Reason).HasMaxLength(TrainingAssignment.LongestReason);
            assignment.HasIndex(row => row.Key).IsUnique();
            assignment.HasIndex(row => new { row.PersonId, row.CompletedAt });
        });
        model.Entity<TrainingAttempt>(attempt =>
        {
            attempt.ToTable("TrainingAttempts");
            attempt.HasKey(row => row.Id);
            attempt.Property(row => row.Id).ValueGeneratedNever();
            attempt.Ignore(row => row.Questions);
            attempt.HasIndex(row => row.Running).IsUnique();
            attempt.HasIndex(row => row.FinishedAt);
            attempt.HasIndex(row => row.Code).IsUnique();
            attempt.HasIndex(row => row.Link).IsUnique();
            attempt.HasIndex(row => new { row.PersonId, row.Number }).IsUnique();
            attempt.HasMany(row => row.Answers).WithOne().HasForeignKey(answer => answer.AttemptId);
        });
        model.Entity<TrainingAnswer>(answer =>
        {
            answer.ToTable("TrainingAnswers");
            answer.HasKey(row => new { row.AttemptId, row.Number });
            answer.Property(row => row.Number).ValueGeneratedNever();
        });
    }
}
