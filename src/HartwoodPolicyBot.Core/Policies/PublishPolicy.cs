using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>
/// Publishes policies and brings earlier versions back. Each is one unit of work, and this instance answers by it when the method
/// returns; the others follow within a second.
/// </summary>
public sealed class PublishPolicy(
    UnitOfWork unitOfWork,
    PolicyDrafts drafts,
    PoliciesInForce policies,
    StaffOptions staff,
    Audit audit,
    TimeProvider time
)
{
    private const int MostDaysAhead = 366;

    /// <summary>Publishes a draft, now or on a day. Of two who publish at once, one is refused and told of the other.</summary>
    public async Task<Outcome<PolicyVersion>> PublishAsync(
        ActingManager manager,
        Id<PolicyDraft> id,
        PolicyDetails details,
        CancellationToken cancellationToken
    )
    {
        if (!staff.ActsAsManager(manager.Id))
        {
            return PolicyRefusals.NotAllowed;
        }

        if (details.Title.Length == 0)
        {
            return PolicyRefusals.NoTitle;
        }

        if (details.From is { } from && from > PracticeTime.Today(time).AddDays(MostDaysAhead))
        {
            return PolicyRefusals.TooFarAhead;
        }

        return await WriteAsync(
            async database =>
            {
                if (await database.PolicyDrafts.FirstOrDefaultAsync(row => row.Id == id.Value, cancellationToken) is not { } draft)
                {
                    return PolicyRefusals.DraftGone;
                }

                var content = PolicyDrafts.Content(draft) with
                {
                    Title = details.Title,
                    Version = details.Version,
                    Owner = details.Owner,
                    ApprovedOn = details.ApprovedOn,
                    ReviewBy = details.ReviewBy,
                };
                var slug = details.IsNew ? PolicyDrafts.NewSlug(details.Title) : draft.Replaces ?? PolicyDrafts.NewSlug(details.Title);
                if (drafts.Read(content, slug) is not { } document)
                {
                    return PolicyRefusals.NoText;
                }

                var revision = details.IsNew ? 0 : draft.Revision;
                database.PolicyDrafts.Remove(draft);
                return await AddAsync(
                    database,
                    slug,
                    revision,
                    number => VersionOf(document, number, content.ToMarkdown(), details, manager),
                    (manager.Id, PolicyAudit.Published),
                    cancellationToken
                );
            },
            cancellationToken
        );
    }

    /// <summary>Publishes an earlier version again, as a new one.</summary>
    /// <param name="manager">The practice manager.</param>
    /// <param name="version">The version, and the revision of the policy that the practice manager has seen.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<Outcome<PolicyVersion>> BringBackAsync(
        ActingManager manager,
        SeenVersion version,
        CancellationToken cancellationToken
    )
    {
        if (!staff.ActsAsManager(manager.Id))
        {
            return PolicyRefusals.NotAllowed;
        }

        return await WriteAsync(
            async database =>
            {
                var old = await database
                    .PolicyVersions.AsNoTracking()
                    .FirstOrDefaultAsync(row => row.PolicySlug == version.Slug && row.Number == version.Number, cancellationToken);
                return old is null
                    ? PolicyRefusals.NoSuchPolicy
                    : await AddAsync(
                        database,
                        old.PolicySlug,
                        version.Revision,
                        number => CopyOf(old, number, manager),
                        (manager.Id, PolicyAudit.BroughtBack),
                        cancellationToken
                    );
            },
            cancellationToken
        );
    }

    private async Task<Outcome<PolicyVersion>> WriteAsync(
        Func<HartwoodDbContext, Task<Outcome<PolicyVersion>>> work,
        CancellationToken cancellationToken
    )
    {
        var result = await unitOfWork.WriteAsync(
            async database =>
            {
                var outcome = await work(database);
                if (outcome.Refusal is not null && database.Database.CurrentTransaction is { } transaction)
                {
                    await transaction.RollbackAsync(cancellationToken);
                }

                return outcome;
            },
            cancellationToken
        );
        if (result.Value is not null)
        {
            // From here on the version is published, so whoever closes the chat does not stop it.
            await policies.RefreshAsync(CancellationToken.None);
        }

        return result;
    }

    private async Task<Outcome<PolicyVersion>> AddAsync(
        HartwoodDbContext database,
        string slug,
        int revision,
        Func<int, PolicyVersion> make,
        (PersonId Manager, AuditedAction Action) audited,
        CancellationToken cancellationToken
    )
    {
        // Two managers may publish at the same moment. The row of the policy lets one through and makes the other wait for it.
        var mine =
            revision == 0
                ? await PublishedPolicy.AddAsync(database, slug, cancellationToken)
                : await database
                    .PublishedPolicies.Where(row => row.Slug == slug && row.Revision == revision)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(row => row.Revision, revision + 1).SetProperty(row => row.OutOfUseAt, (DateTimeOffset?)null),
                        cancellationToken
                    );
        var versions = database.PolicyVersions.AsNoTracking().Where(row => row.PolicySlug == slug);
        var newest = await versions.OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken);
        if (mine == 0)
        {
            return PolicyRefusals.Overtaken(newest);
        }

        var version = make((newest?.Number ?? 0) + 1);
        var numbers = await PoliciesInForce.NumbersAsync(database, PracticeTime.Today(time), cancellationToken);
        if (
            numbers.TryGetValue(slug, out var number)
            && await versions.SingleAsync(row => row.Number == number, cancellationToken) is var inForce
            && AreSame(inForce, version)
        )
        {
            return PolicyRefusals.InForceAlready;
        }

        database.PolicyVersions.Add(version);
        await audit.DidAsync(database, audited.Manager, audited.Action, $"{slug} {version.Number}", cancellationToken);
        return version;
    }

    /// <summary>Makes the version of a draft, in force from the day in the details or from today.</summary>
    private PolicyVersion VersionOf(PolicyDocument document, int number, string markdown, PolicyDetails details, ActingManager manager)
    {
        var today = PracticeTime.Today(time);
        return new()
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            PolicySlug = document.Slug,
            Number = number,
            Title = details.Title,
            StatedVersion = details.Version,
            Owner = details.Owner,
            ApprovedOn = details.ApprovedOn,
            ReviewBy = details.ReviewBy,
            Fingerprint = document.Fingerprint,
            Markdown = markdown,
            KnownAs = SectionOrigins.Write(document),
            IsMinor = details.IsMinor,
            InForceFrom = details.From is { } day && day > today ? day : today,
            PublishedAt = time.GetUtcNow(),
            PublishedBy = manager.Id.Value,
            PublishedByName = manager.Name,
        };
    }

    /// <summary>Makes a new version with the text of an earlier one, in force from today.</summary>
    private PolicyVersion CopyOf(PolicyVersion earlier, int number, ActingManager manager) =>
        new()
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            PolicySlug = earlier.PolicySlug,
            Number = number,
            Title = earlier.Title,
            StatedVersion = earlier.StatedVersion,
            Owner = earlier.Owner,
            ApprovedOn = earlier.ApprovedOn,
            ReviewBy = earlier.ReviewBy,
            Fingerprint = earlier.Fingerprint,
            Markdown = earlier.Markdown,
            KnownAs = earlier.KnownAs,
            BroughtBack = earlier.Number,
            InForceFrom = PracticeTime.Today(time),
            PublishedAt = time.GetUtcNow(),
            PublishedBy = manager.Id.Value,
            PublishedByName = manager.Name,
        };

    private static bool AreSame(PolicyVersion one, PolicyVersion other) =>
        (one.Fingerprint, one.Title, one.StatedVersion, one.Owner, one.ApprovedOn, one.ReviewBy)
        == (other.Fingerprint, other.Title, other.StatedVersion, other.Owner, other.ApprovedOn, other.ReviewBy);
}
