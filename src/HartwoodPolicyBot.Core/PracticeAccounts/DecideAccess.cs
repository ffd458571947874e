using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PracticeAccounts;

/// <summary>
/// Lets practice managers grant, refuse and take away access to the practice's accounts. Of two decisions at once, the first
/// is taken, and the second practice manager is told who was first.
/// </summary>
/// <remarks>Source: the policy, Practice manager: "responsible for authorising access to … any practice social media accounts".</remarks>
public sealed class DecideAccess(UnitOfWork unitOfWork, Outbox outbox, StaffOptions staff, Audit audit, TimeProvider time)
{
    /// <summary>Takes a step about the access of somebody who has asked for it or has been given it.</summary>
    /// <param name="by">The practice manager.</param>
    /// <param name="account">The account.</param>
    /// <param name="personId">The person whose access it is.</param>
    /// <param name="version">The version that the practice manager saw.</param>
    /// <param name="step">The step.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<Refusal?> StepAsync(
        ActingManager by,
        Id<PracticeAccount> account,
        PersonId personId,
        int version,
        AccessStep step,
        CancellationToken cancellationToken
    )
    {
        if (NotAllowed(by.Id, personId) is { } refusal)
        {
            return refusal;
        }

        return await unitOfWork.WriteAsync(
            async database =>
            {
                var access = Of(database, account, personId);
                if (await access.AsNoTracking().FirstOrDefaultAsync(cancellationToken) is not { } before)
                {
                    return PracticeAccountRefusals.NoSuchPerson;
                }

                var reading = AccessReading.Of(before);
                var hasLeft = await database.StaffMembers.AnyAsync(
                    row => row.PersonId == personId.Value && row.SetAsideAt != null,
                    cancellationToken
                );
                if (before.Version != version || !AccessSteps.IsPossible(step, reading, hasLeft))
                {
                    return PracticeAccountRefusals.WasFirst(before);
                }

                return await WriteAsync(database, by, before, AccessSteps.After(step, reading), step, cancellationToken)
                    ? null
                    : PracticeAccountRefusals.WasFirst(await access.AsNoTracking().FirstAsync(cancellationToken));
            },
            cancellationToken
        );
    }

    /// <summary>Gives access to somebody who has not asked for it. They are told.</summary>
    public async Task<Refusal?> GiveAsync(
        ActingManager by,
        Id<PracticeAccount> account,
        PersonId personId,
        CancellationToken cancellationToken
    )
    {
        if (NotAllowed(by.Id, personId) is { } refusal)
        {
            return refusal;
        }

        return await unitOfWork.WriteAsync(
            async database =>
            {
                var person = await database
                    .StaffMembers.AsNoTracking()
                    .FirstOrDefaultAsync(row => row.PersonId == personId.Value && row.SetAsideAt == null, cancellationToken);
                if (
                    person is null
                    || !await database.PracticeAccounts.AnyAsync(
                        row => row.Id == account.Value && row.State == PracticeAccountState.Listed,
                        cancellationToken
                    )
                )
                {
                    return PracticeAccountRefusals.NoSuchPerson;
                }

                var now = time.GetUtcNow().UtcDateTime;
                var added = await database.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "PracticeAccountAccess" ("AccountId", "PersonId", "PersonName", "State", "AskedAt", "HoldsSignIn",
                    "PasswordToChange", "DecidedById", "DecidedByName", "DecidedAt", "Version")
                    VALUES ({account.Value}, {personId.Value}, {person.Name}, {(int)AccessState.Granted}, {now}, {false}, {false},
                    {by.Id.Value}, {by.Name}, {now}, 1)
                    ON CONFLICT ("AccountId", "PersonId") DO UPDATE SET "State" = excluded."State",
                    "PasswordToChange" = excluded."PasswordToChange", "DecidedById" = excluded."DecidedById",
                    "DecidedByName" = excluded."DecidedByName", "DecidedAt" = excluded."DecidedAt",
                    "Version" = "PracticeAccountAccess"."Version" + 1
                    WHERE "PracticeAccountAccess"."State" <> {(int)AccessState.Granted}
                    """,
                    cancellationToken
                );
                var after = await Of(database, account, personId).AsNoTracking().FirstAsync(cancellationToken);
                if (added == 0)
                {
                    return PracticeAccountRefusals.WasFirst(after);
                }

                await DoneAsync(database, by.Id, after.AccountId, personId, after.Version, AccessStep.Grant, cancellationToken);
                return null;
            },
            cancellationToken
        );
    }

    private static IQueryable<AccountAccess> Of(HartwoodDbContext database, Id<PracticeAccount> account, PersonId personId) =>
        database.AccountAccess.Where(row => row.AccountId == account.Value && row.PersonId == personId.Value);

    /// <summary>Writes a step. Returns false if another instance was first.</summary>
    private async Task<bool> WriteAsync(
        HartwoodDbContext database,
        ActingManager by,
        AccountAccess before,
        AccessReading after,
        AccessStep step,
        CancellationToken cancellationToken
    )
    {
        DateTimeOffset? now = time.GetUtcNow();
        var changed = await database
            .AccountAccess.Where(row =>
                row.AccountId == before.AccountId && row.PersonId == before.PersonId && row.Version == before.Version
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.State, after.State)
                        .SetProperty(row => row.HoldsSignIn, after.HoldsSignIn)
                        .SetProperty(row => row.PasswordToChange, after.PasswordToChange)
                        .SetProperty(row => row.DecidedById, by.Id.Value)
                        .SetProperty(row => row.DecidedByName, by.Name)
                        .SetProperty(row => row.DecidedAt, now)
                        .SetProperty(row => row.Version, row => row.Version + 1),
                cancellationToken
            );
        if (changed == 0)
        {
            return false;
        }

        await DoneAsync(database, by.Id, before.AccountId, PersonId.Of(before.PersonId), before.Version + 1, step, cancellationToken);
        return true;
    }

    private async Task DoneAsync(
        HartwoodDbContext database,
        PersonId managerId,
        Guid account,
        PersonId personId,
        int version,
        AccessStep step,
        CancellationToken cancellationToken
    )
    {
        await audit.DidAsync(database, managerId, AccessSteps.ActionOf(step), personId.Value, cancellationToken);
        if (AccessSteps.IsTold(step))
        {
            var key = PracticeAccountDeliveryKinds.DecisionKey(account, version, isAccess: true, personId);
            var row = outbox.Plan(key, PracticeAccountDeliveryKinds.Decision, account, 0, Recipient.Person(personId), 0);
            await Outbox.PlanOnceAsync(database, row, cancellationToken);
        }
    }

    /// <summary>Returns why this person may not decide about that one's access. A deputy may not decide about their own.</summary>
    private Refusal? NotAllowed(PersonId managerId, PersonId personId) =>
        !staff.ActsAsManager(managerId) ? PracticeAccountRefusals.NotAllowed
        : staff.IsDeputy(managerId) && managerId == personId ? PracticeAccountRefusals.AboutYourself
        : null;
}
