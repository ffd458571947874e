using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PracticeAccounts;

/// <summary>Lets practice managers put accounts on the list, change them, take them off, and decide about requests.</summary>
/// <remarks>Source: the policy, Practice social media accounts: "will be managed by the practice manager".</remarks>
public sealed class PracticeAccountEditor(UnitOfWork unitOfWork, Outbox outbox, StaffOptions staff, Audit audit, TimeProvider time)
{
    /// <summary>Puts an account on the list.</summary>
    /// <param name="managerId">The practice manager.</param>
    /// <param name="fields">What they say about it.</param>
    /// <param name="formId">The form's own id, which becomes the account's. A form that is sent twice adds one account.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<Refusal?> AddAsync(PersonId managerId, PracticeAccountFields fields, Guid formId, CancellationToken cancellationToken)
    {
        if ((NotAllowed(managerId) ?? fields.Wrong) is { } refusal)
        {
            return refusal;
        }

        var (masked, now) = (fields.Masked(PracticeTime.Today(time)), time.GetUtcNow());
        return await unitOfWork.WriteAsync<Refusal?>(
            async database =>
            {
                if (await database.PracticeAccounts.AnyAsync(row => row.Id == formId, cancellationToken))
                {
                    return null;
                }

                if (await IsListedAsync(database, masked, null, cancellationToken))
                {
                    return PracticeAccountRefusals.OnTheList;
                }

                database.PracticeAccounts.Add(
                    new()
                    {
                        Id = formId,
                        Platform = masked.Platform,
                        Name = masked.Name,
                        Purpose = masked.Purpose,
                        HasSecondFactor = masked.HasSecondFactor,
                        State = PracticeAccountState.Listed,
                        AskedAt = now,
                        ListedAt = now,
                        Version = 1,
                    }
                );
                await audit.DidAsync(database, managerId, PracticeAccountAudit.Listed, $"{formId:N}", cancellationToken);
                return null;
            },
            cancellationToken
        );
    }

    /// <summary>Changes an account on the list, or puts one on it that somebody asked for or reported. Whoever asked is told.</summary>
    /// <param name="managerId">The practice manager.</param>
    /// <param name="account">The account.</param>
    /// <param name="version">The version that the practice manager saw.</param>
    /// <param name="fields">What they say about it.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<Refusal?> ChangeAsync(
        PersonId managerId,
        Id<PracticeAccount> account,
        int version,
        PracticeAccountFields fields,
        CancellationToken cancellationToken
    )
    {
        if (fields.Wrong is { } wrong)
        {
            return wrong;
        }

        var masked = fields.Masked(PracticeTime.Today(time));
        return await OnAsync(
            managerId,
            account,
            version,
            async (database, before) =>
            {
                if (await IsListedAsync(database, masked, before.Id, cancellationToken))
                {
                    return PracticeAccountRefusals.OnTheList;
                }

                var listedAt = before.ListedAt ?? time.GetUtcNow();
                var changed = await Same(database, before)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(row => row.Platform, masked.Platform)
                                .SetProperty(row => row.Name, masked.Name)
                                .SetProperty(row => row.Purpose, masked.Purpose)
                                .SetProperty(row => row.HasSecondFactor, masked.HasSecondFactor)
                                .SetProperty(row => row.State, PracticeAccountState.Listed)
                                .SetProperty(row => row.ListedAt, listedAt)
                                .SetProperty(row => row.Version, row => row.Version + 1),
                        cancellationToken
                    );
                var action = before.IsRequest ? PracticeAccountAudit.Listed : PracticeAccountAudit.Changed;
                return await DoneAsync(database, managerId, before, changed, action, cancellationToken);
            },
            cancellationToken
        );
    }

    /// <summary>Takes an account off the list, or decides against one that somebody asked for or reported. Whoever asked is told.</summary>
    public Task<Refusal?> EndAsync(PersonId managerId, Id<PracticeAccount> account, int version, CancellationToken cancellationToken) =>
        OnAsync(
            managerId,
            account,
            version,
            async (database, before) =>
            {
                DateTimeOffset? now = time.GetUtcNow();
                var state = before.IsRequest ? PracticeAccountState.Refused : PracticeAccountState.Removed;
                var changed = await Same(database, before)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(row => row.State, state)
                                .SetProperty(row => row.EndedAt, now)
                                .SetProperty(row => row.Version, row => row.Version + 1),
                        cancellationToken
                    );
                var action = before.IsRequest ? PracticeAccountAudit.Declined : PracticeAccountAudit.Removed;
                return await DoneAsync(database, managerId, before, changed, action, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Says whether an account with this name is on the list, other than the one with that id.</summary>
    internal static async Task<bool> IsListedAsync(
        HartwoodDbContext database,
        PracticeAccountFields fields,
        Guid? but,
        CancellationToken cancellationToken
    )
    {
        // The databases don't agree on the case of letters outside English, so the few names are compared here.
        var listed = await database
            .PracticeAccounts.Where(row => row.State == PracticeAccountState.Listed && row.Id != but)
            .Select(row => new { row.Platform, row.Name })
            .ToListAsync(cancellationToken);
        return listed.Exists(row =>
            string.Equals(row.Platform, fields.Platform, StringComparison.OrdinalIgnoreCase)
            && string.Equals(row.Name.TrimStart('@'), fields.Name.TrimStart('@'), StringComparison.OrdinalIgnoreCase)
        );
    }

    private static IQueryable<PracticeAccount> Same(HartwoodDbContext database, PracticeAccount before) =>
        database.PracticeAccounts.Where(row => row.Id == before.Id && row.Version == before.Version);

    private Refusal? NotAllowed(PersonId managerId) => staff.ActsAsManager(managerId) ? null : PracticeAccountRefusals.NotAllowed;

    /// <summary>Does something with an account that is on the list or asked for, if it is as the practice manager saw it.</summary>
    private async Task<Refusal?> OnAsync(
        PersonId managerId,
        Id<PracticeAccount> account,
        int version,
        Func<HartwoodDbContext, PracticeAccount, Task<Refusal?>> act,
        CancellationToken cancellationToken
    )
    {
        if (NotAllowed(managerId) is { } refusal)
        {
            return refusal;
        }

        return await unitOfWork.WriteAsync(
            async database =>
                await database.PracticeAccounts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == account.Value, cancellationToken)
                    is not { } before
                    ? PracticeAccountRefusals.Unknown
                : before.Version != version || before.EndedAt is not null ? PracticeAccountRefusals.AccountChanged
                : before.IsRequest && staff.IsDeputy(managerId) && before.AskedById == managerId.Value
                    ? PracticeAccountRefusals.AboutYourself
                : await act(database, before),
            cancellationToken
        );
    }

    private async Task<Refusal?> DoneAsync(
        HartwoodDbContext database,
        PersonId managerId,
        PracticeAccount before,
        int changed,
        AuditedAction action,
        CancellationToken cancellationToken
    )
    {
        if (changed == 0)
        {
            return PracticeAccountRefusals.AccountChanged;
        }

        await audit.DidAsync(database, managerId, action, $"{before.Id:N}", cancellationToken);
        if (before is { IsRequest: true, AskedById: { } asker })
        {
            var person = PersonId.Of(asker);
            var key = PracticeAccountDeliveryKinds.DecisionKey(before.Id, before.Version + 1, isAccess: false, person);
            var row = outbox.Plan(key, PracticeAccountDeliveryKinds.Decision, before.Id, 0, Recipient.Person(person), 0);
            await Outbox.PlanOnceAsync(database, row, cancellationToken);
        }

        return null;
    }
}
