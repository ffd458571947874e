using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.QuestionLog;

/// <summary>
/// Deletes old questions and keeps their counts, in one transaction for each day. Each deleted row is returned only to the
/// instance that deleted it, so two instances count no question twice, and a crash loses none.
/// </summary>
internal static class QuestionLogCleanup
{
    /// <summary>Deletes all questions from before this time.</summary>
    /// <returns>How many were deleted.</returns>
    public static async Task<int> DeleteBeforeAsync(UnitOfWork unitOfWork, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var deleted = 0;
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        while (
            await database
                .Questions.Where(question => question.AskedAt < before)
                .MinAsync(question => (DateTimeOffset?)question.AskedAt, cancellationToken)
                is { } oldest
        )
        {
            var dayEnds = PracticeTime.At(PracticeTime.DateOf(oldest).AddDays(1), TimeOnly.MinValue);
            var until = dayEnds < before ? dayEnds : before;
            deleted += await unitOfWork.WriteAsync(database, () => DeleteDayAsync(database, until, cancellationToken), cancellationToken);
        }

        return deleted;
    }

    private static async Task<int> DeleteDayAsync(HartwoodDbContext database, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var questions = await database
            .Database.SqlQuery<DeletedQuestion>(
                $"""
                DELETE FROM "Questions" WHERE "AskedAt" < {before.UtcDateTime} RETURNING "AskedAt", "Verdict", "Feedback", "Sections"
                """
            )
            .ToListAsync(cancellationToken);
        var counts = questions
            .SelectMany(
                question => LoggedCitation.SectionsIn(question.Sections).Prepend(QuestionCount.Questions),
                (question, section) => (question.Day, question.Verdict, Feedback: question.Feedback ?? QuestionCount.NoFeedback, section)
            )
            .CountBy(key => key)
            .OrderBy(entry => entry.Key.section, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key);
        foreach (var ((day, verdict, feedback, section), count) in counts)
        {
            await database.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "QuestionCounts" ("Day", "Verdict", "Feedback", "Section", "Count") VALUES ({day}, {verdict},
                {feedback}, {section}, {count})
                ON CONFLICT ("Day", "Verdict", "Feedback", "Section") DO UPDATE SET "Count" = "QuestionCounts"."Count" + excluded."Count"
                """,
                cancellationToken
            );
        }

        return questions.Count;
    }

    /// <summary>Holds the values of a deleted question that are counted.</summary>
    private sealed record DeletedQuestion(DateTime AskedAt, int Verdict, int? Feedback, string Sections)
    {
        public DateOnly Day => PracticeTime.DateOf(new DateTimeOffset(DateTime.SpecifyKind(AskedAt, DateTimeKind.Utc)));
    }
}
