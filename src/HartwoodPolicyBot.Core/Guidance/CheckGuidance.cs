using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Guidance;

/// <summary>Shows practice managers when the national guidance was last checked, and records their checks.</summary>
public sealed class CheckGuidance(UnitOfWork unitOfWork, NationalGuidance guidance, StaffOptions staff, Audit audit, TimeProvider time)
{
    /// <summary>Returns the documents with the last checks.</summary>
    public async Task<GuidanceStatus> StatusAsync(CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var checks = await database
            .GuidanceChecks.AsNoTracking()
            .OrderByDescending(check => check.At)
            .Take(MostRead)
            .ToListAsync(cancellationToken);
        var reminded = await database
            .Deliveries.Where(row => row.Kind == GuidanceReminders.Kind)
            .OrderByDescending(row => row.CreatedAt)
            .Select(row => (DateTimeOffset?)row.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken);
        return new(guidance, checks, reminded);
    }

    /// <summary>
    /// Records a check. If somebody has recorded the same result today, that record stays as it is: of two practice managers who
    /// check at once, the first is on record.
    /// </summary>
    /// <returns>The check on record.</returns>
    public async Task<Outcome<GuidanceCheck>> RecordAsync(ActingManager by, GuidanceResult result, CancellationToken cancellationToken)
    {
        if (!staff.ActsAsManager(by.Id))
        {
            return GuidanceRefusals.NotAllowed;
        }

        var (id, today, at) = (Guid.CreateVersion7(time.GetUtcNow()), PracticeTime.Today(time), time.GetUtcNow());
        var documents = string.Join(' ', guidance.Documents.Select(document => document.Id));
        return await unitOfWork.WriteAsync(
            async database =>
            {
                var isNew =
                    await database.Database.ExecuteSqlAsync(
                        $"""
                        INSERT INTO "GuidanceChecks" ("Id", "On", "At", "Result", "Documents", "ById", "ByName")
                        VALUES ({id}, {today}, {at.UtcDateTime}, {(int)result}, {documents}, {by.Id.Value}, {by.Name})
                        ON CONFLICT ("On", "Result") DO NOTHING
                        """,
                        cancellationToken
                    ) == 1;
                if (isNew)
                {
                    await audit.DidAsync(database, by.Id, GuidanceAudit.Checked, null, cancellationToken);
                }

                return await database
                    .GuidanceChecks.AsNoTracking()
                    .SingleAsync(check => check.On == today && check.Result == result, cancellationToken);
            },
            cancellationToken
        );
    }

    /// <summary>Enough for the newest check of each document and the list of the last ones.</summary>
    private const int MostRead = 12;
}

/// <summary>Holds the national guidance, and who checked it when.</summary>
/// <param name="Guidance">The documents.</param>
/// <param name="Checks">The last checks, newest first.</param>
/// <param name="RemindedAt">The time of the last reminder, in UTC; null before the first.</param>
public sealed record GuidanceStatus(NationalGuidance Guidance, IReadOnlyList<GuidanceCheck> Checks, DateTimeOffset? RemindedAt)
{
    public GuidanceCheck? Last => Checks.Count > 0 ? Checks[0] : null;

    /// <summary>Says whether a reminder asks for a check that nobody has made yet.</summary>
    public bool IsDue => RemindedAt is { } reminded && (Last is not { } last || last.At < reminded);

    /// <summary>Returns the last check that included this document.</summary>
    public GuidanceCheck? LastOf(GuidanceDocument document) => Checks.FirstOrDefault(check => check.Includes(document));
}
