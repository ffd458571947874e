using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>Takes policies out of use and puts them into use again, and calls versions off before their day.</summary>
public sealed class PolicyUse(UnitOfWork unitOfWork, PoliciesInForce policies, StaffOptions staff, Audit audit, TimeProvider time)
{
    /// <summary>Calls a version off before its day.</summary>
    public async Task<Refusal?> CallOffAsync(PersonId managerId, string slug, int number, CancellationToken cancellationToken)
    {
        if (!staff.ActsAsManager(managerId))
        {
            return PolicyRefusals.NotAllowed;
        }

        var (today, now) = (PracticeTime.Today(time), time.GetUtcNow());
        return await unitOfWork.WriteAsync<Refusal?>(
            async database =>
            {
                var count = await database
                    .PolicyVersions.Where(row =>
                        row.PolicySlug == slug && row.Number == number && row.InForceFrom > today && row.CalledOffAt == null
                    )
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.CalledOffAt, now), cancellationToken);
                if (count == 0)
                {
                    return PolicyRefusals.NoSuchPolicy;
                }

                await audit.DidAsync(database, managerId, PolicyAudit.CalledOff, $"{slug} {number}", cancellationToken);
                return null;
            },
            cancellationToken
        );
    }

    /// <summary>Takes a policy out of use, or puts it into use again. Its versions stay.</summary>
    public async Task<Refusal?> UseAsync(PersonId managerId, string slug, bool isInUse, CancellationToken cancellationToken)
    {
        if (!staff.ActsAsManager(managerId))
        {
            return PolicyRefusals.NotAllowed;
        }

        var now = time.GetUtcNow();
        var refusal = await unitOfWork.WriteAsync<Refusal?>(
            async database =>
            {
                if (await database.PublishedPolicies.FirstOrDefaultAsync(row => row.Slug == slug, cancellationToken) is not { } policy)
                {
                    return PolicyRefusals.NoSuchPolicy;
                }

                var inForce = await PoliciesInForce.NumbersAsync(database, PracticeTime.Today(time), cancellationToken);
                if (!isInUse && inForce.ContainsKey(slug) && inForce.Count == 1)
                {
                    return PolicyRefusals.LastPolicy;
                }

                policy.OutOfUseAt = isInUse ? null : now;
                policy.Revision++;
                await audit.DidAsync(database, managerId, isInUse ? PolicyAudit.InUse : PolicyAudit.OutOfUse, slug, cancellationToken);
                return null;
            },
            cancellationToken
        );
        await policies.RefreshAsync(cancellationToken);
        return refusal;
    }
}
