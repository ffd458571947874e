using HartwoodPolicyBot.Attack.Common;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Attack.Clicks;

/// <summary>Marks what belongs to others with a word, so that any answer that shows it is found.</summary>
internal static class Canaries
{
    private const string Word = "canary";
    private const string InLog = "canary Questions";

    /// <summary>Stands above each question on the card of one's own, where those that were sent from the log are shown too.</summary>
    private const string OwnQuestion = "You asked this on";

    private static readonly (string Table, string Column)[] Private =
    [
        ("Incidents", "WhatHappened"),
        ("Incidents", "AlreadyDone"),
        ("Incidents", "Link"),
        ("Incidents", "Outcome"),
        ("Incidents", "Learning"),
        ("IncidentTimeline", "Text"),
        ("IncidentActions", "Text"),
        ("ManagerQuestions", "Text"),
        ("ManagerQuestions", "Line"),
        ("ManagerQuestions", "Answer"),
        ("Questions", "Text"),
        ("StaffMembers", "Name"),
        ("TrainingAssignments", "Reason"),
    ];

    /// <summary>
    /// Returns whether a text shows what is not the reader's. Somebody who holds the card of a question in the log may send that question
    /// to the practice manager, because the log names nobody.
    /// </summary>
    public static bool AreIn(string text, string verb) =>
        (
            verb == "ask-manager" || text.Contains(OwnQuestion, StringComparison.Ordinal)
                ? text.Replace(InLog, "", StringComparison.Ordinal)
                : text
        ).Contains(Word, StringComparison.Ordinal);

    /// <summary>Writes the word into every such column that holds something.</summary>
    public static Task<int> PlantAsync(AttackedBot bot) =>
        bot.ReadAsync(async database =>
        {
            var planted = 0;
            foreach (var (table, column) in Private)
            {
                var sql = $"UPDATE \"{table}\" SET \"{column}\" = '{Word} {table} {column}' WHERE \"{column}\" <> ''";
                planted += await database.Database.ExecuteSqlRawAsync(sql);
            }

            return planted;
        });
}
