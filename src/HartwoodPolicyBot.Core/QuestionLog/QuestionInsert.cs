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
            Set(insert, 0, "@Id", question.Id);
            Set(insert, 1, "@AskedAt", question.AskedAt.UtcDateTime);
            Set(insert, 2, "@Text", question.Text);
            Set(insert, 3, "@Verdict", (int)question.Verdict);
            Set(insert, 4, "@Sections", question.Sections);
            Set(insert, 5, "@Score", question.Score);
            Set(insert, 6, "@PolicyVersion", question.PolicyVersion);
            Set(insert, 7, "@AnswerId", question.AnswerId);
            await insert.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Sets a parameter. The first question adds it, and the next ones change its value.</summary>
    private static void Set(DbCommand command, int number, string name, object? value)
    {
        if (number == command.Parameters.Count)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        command.Parameters[number].Value = value ?? DBNull.Value;
    }
}
