using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PracticeAccounts;

/// <summary>
/// Records that practice managers look at the accounts, and asks them once a month whether they have. It also tells them of
/// somebody who has left and knows passwords. Each message has a key in the outbox, so that a restart or a second instance
/// plans no duplicate.
/// </summary>
/// <remarks>Source: the policy, Practice manager: "responsible for … monitoring use of any practice social media accounts".</remarks>
public sealed class AccountLooks(UnitOfWork unitOfWork, Outbox outbox, StaffOptions staff, TimeProvider time)
{
    private const int LatestDay = 7;

    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>Records that a practice manager has looked at an account this month. Only the first look of a month counts.</summary>
    public async Task<Refusal?> LookedAsync(ActingManager by, Id<PracticeAccount> account, CancellationToken cancellationToken)
    {
        if (!staff.ActsAsManager(by.Id))
        {
            return PracticeAccountRefusals.NotAllowed;
        }

        var now = time.GetUtcNow();
        return await unitOfWork.WriteAsync(
            async database =>
            {
                if (!await Listed(database).AnyAsync(row => row.Id == account.Value, cancellationToken))
                {
                    return PracticeAccountRefusals.Unknown;
                }

                await database.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "PracticeAccountLooks" ("AccountId", "Month", "At", "ById", "ByName")
                    VALUES ({account.Value}, {MonthOf(PracticeTime.DateOf(now))}, {now.UtcDateTime}, {by.Id.Value}, {by.Name})
                    ON CONFLICT ("AccountId", "Month") DO NOTHING
                    """,
                    cancellationToken
                );
                return null;
            },
            cancellationToken
        );
    }

    /// <summary>
    /// Asks the practice managers on the first working day of the month, or within a week of it if the bot was off, whether they
    /// have looked at the accounts.
    /// </summary>
    /// <returns>How many messages are new.</returns>
    public async Task<int> PlanMonthlyAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var month = MonthOf(PracticeTime.DateOf(now));
        if (!WorkingHours.Include(now) || PracticeTime.DateOf(now) > WorkingDays.OnOrAfter(month).AddDays(LatestDay))
        {
            return 0;
        }

        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var begins = PracticeTime.At(month, TimeOnly.MinValue);
        if (!await Listed(database).AnyAsync(row => row.ListedAt < begins, cancellationToken))
        {
            return 0;
        }

        var managers = await staff.ToTellAsync(database, cancellationToken);
        return await PlanAsync(
            database,
            PracticeAccountDeliveryKinds.Look,
            managers.Select(manager => (manager, PracticeAccountDeliveryKinds.LookKey(month, manager))),
            cancellationToken
        );
    }

    /// <summary>Tells the practice managers, in working hours, of people who have left and still have access to accounts.</summary>
    /// <returns>How many messages are new.</returns>
    public async Task<int> PlanLeaversAsync(CancellationToken cancellationToken)
    {
        if (!WorkingHours.Include(time.GetUtcNow()))
        {
            return 0;
        }

        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var leavers = await database
            .StaffMembers.Where(person =>
                person.SetAsideAt != null
                && database.AccountAccess.Any(row =>
                    row.PersonId == person.PersonId
                    && row.State == AccessState.Granted
                    && database.PracticeAccounts.Any(account => account.Id == row.AccountId && account.State == PracticeAccountState.Listed)
                )
            )
            .Select(person => new { person.PersonId, person.SetAsideAt })
            .ToListAsync(cancellationToken);
        if (leavers.Count == 0)
        {
            return 0;
        }

        var managers = await staff.ToTellAsync(database, cancellationToken);
        var keys = leavers.SelectMany(
            _ => managers,
            (leaver, manager) =>
                (
                    manager,
                    PracticeAccountDeliveryKinds.LeaverKey(
                        PersonId.Of(leaver.PersonId),
                        PracticeTime.DateOf(leaver.SetAsideAt!.Value),
                        manager
                    )
                )
        );
        return await PlanAsync(database, PracticeAccountDeliveryKinds.Leaver, keys, cancellationToken);
    }

    private static IQueryable<PracticeAccount> Listed(HartwoodDbContext database) =>
        database.PracticeAccounts.Where(row => row.State == PracticeAccountState.Listed);

    /// <summary>Plans the messages that are new. It runs every minute, so it reads first and writes only when there is something.</summary>
    private async Task<int> PlanAsync(
        HartwoodDbContext database,
        string kind,
        IEnumerable<(PersonId Manager, string Key)> wanted,
        CancellationToken cancellationToken
    )
    {
        var messages = wanted.ToList();
        var keys = messages.ConvertAll(message => message.Key);
        var known = await database.Deliveries.Where(row => keys.Contains(row.Key)).Select(row => row.Key).ToListAsync(cancellationToken);
        return await Outbox.PlanNewAsync(
            unitOfWork,
            [
                .. messages
                    .Where(message => !known.Contains(message.Key))
                    .Select(message => outbox.Plan(message.Key, kind, Guid.CreateVersion7(), 0, Recipient.Person(message.Manager), 0)),
            ],
            cancellationToken
        );
    }
}
