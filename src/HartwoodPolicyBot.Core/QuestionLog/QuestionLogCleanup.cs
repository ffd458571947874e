using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HartwoodPolicyBot.Core.QuestionLog;

/// <summary>
/// Deletes old questions and keeps their numbers, in one transaction a day. A deleted row is handed to whoever deleted it:
/// two instances at the same work count none twice, and an end in the middle loses none.
/// </summary>
internal static class QuestionLogCleanup
{
    private const string Delete = """
        DELETE FROM "Questions" WHERE "AskedAt" < @Before RETURNING "AskedAt", "Verdict", "Feedback", "Sections"
        """;

    /// <returns>How many were deleted.</returns>
    public static async Task<int> DeleteBeforeAsync(
        IDbContextFactory<HartwoodDbContext> databases,
        DateTimeOffset before,
        CancellationToken cancellationToken
    )
    {
        var deleted = 0;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        while (
            await database
                .Questions.Where(question => question.AskedAt < before)
                .MinAsync(question => (DateTimeOffset?)question.AskedAt, cancellationToken)
                is { } oldest
        )
        {
            var dayEnds = PracticeTime.At(PracticeTime.DateOf(oldest).AddDays(1), TimeOnly.MinValue);
            deleted += await DeleteDayAsync(database, dayEnds < before ? dayEnds : before, cancellationToken);
        }

        return deleted;
    }

    private static async Task<int> DeleteDayAsync(HartwoodDbContext database, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var (deleted, counts) = await CountDeletedAsync(database, transaction, before, cancellationToken);
        foreach (
            var ((day, verdict, feedback, section), count) in counts
                .OrderBy(entry => entry.Key.Section, StringComparer.Ordinal)
                .ThenBy(entry => entry.Key)
        )
        {
            await database.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "QuestionCounts" ("Day", "Verdict", "Feedback", "Section", "Count") VALUES ({day}, {verdict}, {feedback}, {section}, {count})
                ON CONFLICT ("Day", "Verdict", "Feedback", "Section") DO UPDATE SET "Count" = "QuestionCounts"."Count" + excluded."Count"
                """,
                cancellationToken
            );
        }

        await transaction.CommitAsync(cancellationToken);
        return deleted;
    }

    private static async Task<(
        int Deleted,
        Dictionary<(DateOnly Day, int Verdict, int Feedback, string Section), int> Counts
    )> CountDeletedAsync(
        HartwoodDbContext database,
        IDbContextTransaction transaction,
        DateTimeOffset before,
        CancellationToken cancellationToken
    )
    {
        var deleted = 0;
        var counts = new Dictionary<(DateOnly Day, int Verdict, int Feedback, string Section), int>();
        await using var command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = Delete;
        command.Transaction = transaction.GetDbTransaction();
        var limit = command.CreateParameter();
        (limit.ParameterName, limit.Value) = ("@Before", before.UtcDateTime);
        command.Parameters.Add(limit);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            deleted++;
            var day = PracticeTime.DateOf(new DateTimeOffset(DateTime.SpecifyKind(rows.GetDateTime(0), DateTimeKind.Utc)));
            var feedback = await rows.IsDBNullAsync(2, cancellationToken) ? QuestionCount.NoFeedback : rows.GetInt32(2);
            foreach (var section in LoggedCitation.SectionsIn(rows.GetString(3)).Prepend(QuestionCount.Questions))
            {
                var key = (day, rows.GetInt32(1), feedback, section);
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        return (deleted, counts);
    }
}
