using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>Who works at the practice, as far as the bot knows.</summary>
internal static class StaffDirectory
{
    /// <summary>Writes a person down at first sight, and keeps the name up to date. Within the caller's gate.</summary>
    public static Task NoteAsync(
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
