using HartwoodPolicyBot.Attack.Common;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Attack.Clicks;

/// <summary>Marks what belongs to others with a word, so that any answer that shows it is found.</summary>
internal static class Canaries
{
    public const string Word = "canary";

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
