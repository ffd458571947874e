using System.Globalization;
using HartwoodPolicyBot.Attack.Common;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Attack.Changed;

/// <summary>
/// Says what must hold between the rows of the database, whatever was sent. A row that breaks it was written half, or without what was
/// to be written with it.
/// </summary>
internal static class WholeRows
{
    private static readonly (string What, string Sql)[] Broken =
    [
        (
            "reports whose timeline does not end at their version",
            """
            SELECT count(*) AS "Value" FROM "Incidents" AS i WHERE i."Version" <>
            (SELECT count(*) FROM "IncidentTimeline" AS t WHERE t."IncidentId" = i."Id")
            """
        ),
        (
            "reports whose card was never planned",
            """
            SELECT count(*) AS "Value" FROM "Incidents" AS i WHERE NOT EXISTS
            (SELECT 1 FROM "Deliveries" AS d WHERE d."Subject" = i."Id" AND d."Kind" IN ('incident', 'speak-up-incident'))
            """
        ),
        ("parts of no report", Orphans("IncidentTimeline", "IncidentId", "Incidents")),
        ("actions of no report", Orphans("IncidentActions", "IncidentId", "Incidents")),
        ("answers of no attempt", Orphans("TrainingAnswers", "AttemptId", "TrainingAttempts")),
        ("wordings of no saved answer", Orphans("ManagerAnswerWordings", "AnswerId", "ManagerAnswers")),
        (
            "saved answers without a wording",
            """
            SELECT count(*) AS "Value" FROM "ManagerAnswers" AS a WHERE NOT EXISTS
            (SELECT 1 FROM "ManagerAnswerWordings" AS w WHERE w."AnswerId" = a."Id")
            """
        ),
        (
            "manager questions that are answered in part",
            """
            SELECT count(*) AS "Value" FROM "ManagerQuestions" WHERE ("Answer" IS NULL) <> ("AnsweredAt" IS NULL)
            OR ("Answer" IS NULL) <> ("AnsweredById" IS NULL)
            """
        ),
        (
            "manager questions whose card was never planned",
            """
            SELECT count(*) AS "Value" FROM "ManagerQuestions" AS q WHERE NOT EXISTS
            (SELECT 1 FROM "Deliveries" AS d WHERE d."Subject" = q."Id" AND d."Kind" = 'question')
            """
        ),
        (
            "finished attempts whose right answers are counted wrongly",
            """
            SELECT count(*) AS "Value" FROM "TrainingAttempts" AS a WHERE a."State" IN (2, 3) AND a."Right" <>
            (SELECT count(*) FROM "TrainingAnswers" AS t WHERE t."AttemptId" = a."Id" AND t."IsRight")
            """
        ),
        ("numbers of reports given out twice", """SELECT count(*) - count(DISTINCT "Reference") AS "Value" FROM "Incidents" """),
    ];

    /// <summary>Returns how many rows break what, one line for each rule that is broken.</summary>
    public static Task<IReadOnlyDictionary<string, int>> BrokenInAsync(AttackedBot bot) =>
        bot.ReadAsync<IReadOnlyDictionary<string, int>>(async database =>
        {
            var found = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (what, sql) in Broken)
            {
                if (await database.Database.SqlQueryRaw<int>(sql).SingleAsync() is > 0 and var rows)
                {
                    found[what] = rows;
                }
            }

            if (await UnreadableAsync(database) is > 0 and var texts)
            {
                found["rows with NUL or half a character"] = texts;
            }

            return found;
        });

    private static string Orphans(string table, string column, string parents) =>
        $"""
            SELECT count(*) AS "Value" FROM "{table}" AS t WHERE NOT EXISTS
            (SELECT 1 FROM "{parents}" AS p WHERE p."Id" = t."{column}")
            """;

    /// <summary>Counts the rows with text that no other program can read.</summary>
    private static async Task<int> UnreadableAsync(DbContext database)
    {
        await database.Database.OpenConnectionAsync();
        var unreadable = 0;
        foreach (var table in database.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct(StringComparer.Ordinal))
        {
            await using var command = database.Database.GetDbConnection().CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT * FROM \"{table}\"");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var isWhole = Enumerable.Range(0, reader.FieldCount).All(at => reader.GetValue(at) is not string text || IsReadable(text));
                unreadable += isWhole ? 0 : 1;
            }
        }

        return unreadable;
    }

    private static bool IsReadable(string text) =>
        !text.Contains('\0', StringComparison.Ordinal) && !text.Contains('\ufffd', StringComparison.Ordinal);
}
