using HartwoodPolicyBot.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>Lists the versions of the policies, and compares two of them.</summary>
public sealed class PolicyVersions(UnitOfWork unitOfWork, TimeProvider time)
{
    public const int PageSize = 8;

    /// <summary>Returns all policies, in use or not, with the number of their versions.</summary>
    public async Task<IReadOnlyList<ListedPolicy>> PoliciesAsync(CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var inForce = await PoliciesInForce.NumbersAsync(database, PracticeTime.Today(time), cancellationToken);
        var policies = await database.PublishedPolicies.AsNoTracking().OrderBy(row => row.Slug).ToListAsync(cancellationToken);
        var counts = await database
            .PolicyVersions.GroupBy(row => row.PolicySlug)
            .Select(group => new
            {
                group.Key,
                Count = group.Count(),
                Newest = group.Max(row => row.Number),
            })
            .ToDictionaryAsync(group => group.Key, StringComparer.Ordinal, cancellationToken);
        var titles = await database
            .PolicyVersions.Select(row => new
            {
                row.PolicySlug,
                row.Number,
                row.Title,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. policies.Select(policy => new ListedPolicy(
                policy,
                titles
                    .First(row =>
                        row.PolicySlug == policy.Slug && row.Number == inForce.GetValueOrDefault(policy.Slug, counts[policy.Slug].Newest)
                    )
                    .Title,
                inForce.TryGetValue(policy.Slug, out var number) ? number : null,
                counts[policy.Slug].Count
            )),
        ];
    }

    /// <summary>Returns one page of the versions of a policy, newest first; null when there is no such policy.</summary>
    public async Task<PolicyHistory?> OfAsync(string slug, int page, CancellationToken cancellationToken)
    {
        var policies = await PoliciesAsync(cancellationToken);
        if (policies.FirstOrDefault(policy => policy.Policy.Slug == slug) is not { } listed)
        {
            return null;
        }

        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return new(
            listed,
            await database
                .PolicyVersions.AsNoTracking()
                .Where(row => row.PolicySlug == slug)
                .OrderByDescending(row => row.Number)
                .PageOfAsync(PageSize, page, cancellationToken),
            PracticeTime.Today(time)
        )
        {
            IsOnlyOneInUse = listed.InForce is not null && policies.Count(policy => policy.InForce is not null) == 1,
        };
    }

    public async Task<PolicyVersion?> FindAsync(string slug, int number, CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await database
            .PolicyVersions.AsNoTracking()
            .FirstOrDefaultAsync(row => row.PolicySlug == slug && row.Number == number, cancellationToken);
    }

    /// <summary>Returns what was published of a policy so far, without versions whose day has not come or that were called off.</summary>
    public async Task<PolicyVersion?> FindPastAsync(string slug, int number, CancellationToken cancellationToken) =>
        await FindAsync(slug, number, cancellationToken) is { CalledOffAt: null } version && version.InForceFrom <= PracticeTime.Today(time)
            ? version
            : null;
}

/// <summary>Represents a policy as the list of versions shows it.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Title">The title of the version in force, or else of the newest.</param>
/// <param name="InForce">The number of the version in force; null while none is.</param>
/// <param name="Count">How many versions there are.</param>
public sealed record ListedPolicy(PublishedPolicy Policy, string Title, int? InForce, int Count);

/// <summary>Represents one page of the versions of a policy.</summary>
public sealed record PolicyHistory(ListedPolicy Policy, Page<PolicyVersion> Versions, DateOnly Today)
{
    /// <summary>Whether the bot answers from no other policy, so that this one can't be taken out of use.</summary>
    public bool IsOnlyOneInUse { get; init; }

    /// <summary>Returns the day on which the next version came into force; null where this page doesn't show that version.</summary>
    public DateOnly? ReplacedOn(PolicyVersion version) =>
        Versions
            .Items.Where(next => next.CalledOffAt is null && next.InForceFrom <= Today && IsAfter(next, version))
            .Select(next => (DateOnly?)next.InForceFrom)
            .Min();

    private static bool IsAfter(PolicyVersion next, PolicyVersion version) =>
        next.InForceFrom > version.InForceFrom || (next.InForceFrom == version.InForceFrom && next.Number > version.Number);
}
