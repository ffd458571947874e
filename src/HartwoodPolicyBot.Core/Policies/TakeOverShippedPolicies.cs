using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>Takes the policies that came with the bot into a new database. Later versions are published in the chat.</summary>
public sealed class TakeOverShippedPolicies(UnitOfWork unitOfWork, ShippedPolicies shipped, TimeProvider time)
{
    /// <summary>Stores the policies that came with the bot as version 1, in a database that knows no policy yet.</summary>
    /// <returns>The names of the files that are not used, because the database has other policies or other texts of them.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var known = await database
            .PolicyVersions.Select(version => version.PolicySlug + " " + version.Fingerprint)
            .ToListAsync(cancellationToken);
        if (known.Count == 0)
        {
            await unitOfWork.WriteAsync(database, () => AddAsync(database, cancellationToken), cancellationToken);
            return [];
        }

        return
        [
            .. shipped
                .Policies.Where(policy => !known.Contains($"{policy.Document.Slug} {policy.Document.Fingerprint}"))
                .Select(policy => $"{policy.Document.Slug}.md"),
        ];
    }

    private async Task AddAsync(HartwoodDbContext database, CancellationToken cancellationToken)
    {
        foreach (var (markdown, document) in shipped.Policies)
        {
            // Several instances may start at the same moment.
            if (await PublishedPolicy.AddAsync(database, document.Slug, cancellationToken) == 0)
            {
                continue;
            }

            database.PolicyVersions.Add(
                new()
                {
                    Id = Guid.CreateVersion7(time.GetUtcNow()),
                    PolicySlug = document.Slug,
                    Number = 1,
                    Title = document.Title,
                    StatedVersion = document.Version,
                    Owner = document.Owner,
                    ApprovedOn = document.ApprovedOn,
                    ReviewBy = document.ReviewBy,
                    Fingerprint = document.Fingerprint,
                    Markdown = markdown,
                    InForceFrom = PracticeTime.Today(time),
                    PublishedAt = time.GetUtcNow(),
                }
            );
        }

        await database.SaveChangesAsync(cancellationToken);
    }
}
