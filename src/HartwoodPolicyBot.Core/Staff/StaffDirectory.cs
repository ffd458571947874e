using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>Records who works at the practice, as far as the bot knows.</summary>
internal static class StaffDirectory
{
    /// <summary>
    /// Records a person whom the bot sees for the first time, and keeps their name up to date. Runs in the caller's unit of
    /// work.
    /// </summary>
    public static Task RecordAsync(
        HartwoodDbContext database,
        PersonId personId,
        string name,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var cut = Excerpt.Cut(name, StaffMember.LongestName);
        return database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "StaffMembers" ("PersonId", "Name", "Role", "NotedAt") VALUES ({personId.Value}, {cut}, 0, {now.UtcDateTime})
            ON CONFLICT ("PersonId") DO UPDATE SET "Name" = excluded."Name"
            """,
            cancellationToken
        );
    }
}
