using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>
/// Shows practice managers the policies that they have sent, published or taken out of use. Only unpublished files are deleted on
/// request.
/// </summary>
public sealed class PolicyData : IPersonalData
{
    public async Task<IReadOnlyList<PersonalRecords>> AboutAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    )
    {
        var published = await database
            .PolicyVersions.AsNoTracking()
            .Where(row => row.PublishedBy == person.Id)
            .OrderBy(row => row.PublishedAt)
            .ToListAsync(cancellationToken);
        var drafts = await database
            .PolicyDrafts.AsNoTracking()
            .Where(row => row.PersonId == person.Id)
            .OrderBy(row => row.SentAt)
            .ToListAsync(cancellationToken);
        return
        [
            new(
                "Policies you've published",
                "So the practice can show which text was in force when, and who published it.",
                "Kept as long as the practice uses the bot.",
                [
                    .. published.Select(row =>
                        PersonalRecord.Of(
                            ("Policy", row.Title),
                            ("Number", $"{row.Number}"),
                            ("Your name", row.PublishedByName),
                            ("Published", PracticeTime.Text(row.PublishedAt)),
                            ("Called off", row.CalledOffAt is { } at ? PracticeTime.Text(at) : null)
                        )
                    ),
                ]
            ),
            new(
                "Files you've sent and not published",
                "So you can review a policy before it's published.",
                $"Deleted when you publish or discard it, and {PolicyRetention.DraftDays} days after the last change.",
                [
                    .. drafts.Select(row =>
                        PersonalRecord.Of(
                            true,
                            ("File", row.FileName),
                            ("Sent", PracticeTime.Text(row.SentAt)),
                            ("Last change", PracticeTime.Text(row.ChangedAt))
                        )
                    ),
                ]
            ),
        ];
    }

    public async Task<IReadOnlyList<Deleted>> DeleteAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    ) =>
        [
            new(
                "files you've sent and not published",
                await database.PolicyDrafts.Where(row => row.PersonId == person.Id).ExecuteDeleteAsync(cancellationToken)
            ),
        ];
}
