using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PracticeAccounts;

/// <summary>Reads the list of the practice's accounts, and what waits for a practice manager.</summary>
public sealed class PracticeAccountList(IDbContextFactory<HartwoodDbContext> databases, TimeProvider time)
{
    public DateOnly Today => PracticeTime.Today(time);

    /// <summary>Returns the accounts on the list, by place and name.</summary>
    public async Task<IReadOnlyList<PracticeAccountView>> ListedAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var listed = await database
            .PracticeAccounts.AsNoTracking()
            .Where(row => row.State == PracticeAccountState.Listed)
            .ToListAsync(cancellationToken);
        var access = (
            await database
                .AccountAccess.AsNoTracking()
                .Where(row => database.PracticeAccounts.Any(of => of.Id == row.AccountId && of.State == PracticeAccountState.Listed))
                .ToListAsync(cancellationToken)
        ).ToLookup(row => row.AccountId);
        var looks = (
            await database
                .AccountLooks.AsNoTracking()
                .Where(row => !database.AccountLooks.Any(later => later.AccountId == row.AccountId && later.Month > row.Month))
                .ToListAsync(cancellationToken)
        ).ToDictionary(row => row.AccountId);
        var leavers = await LeaversAsync(database, cancellationToken);
        return
        [
            .. listed
                .Select(row => new PracticeAccountView(row, ByName(access[row.Id]), looks.GetValueOrDefault(row.Id), leavers))
                .OrderBy(view => view.Account.Platform, StringComparer.OrdinalIgnoreCase)
                .ThenBy(view => view.Account.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>Returns an account, whatever its state; null if there is none with that id.</summary>
    public async Task<PracticeAccountView?> FindAsync(Id<PracticeAccount> id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.PracticeAccounts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id.Value, cancellationToken) is not { } row)
        {
            return null;
        }

        var access = await database.AccountAccess.AsNoTracking().Where(of => of.AccountId == id.Value).ToListAsync(cancellationToken);
        var look = await database
            .AccountLooks.AsNoTracking()
            .Where(of => of.AccountId == id.Value)
            .OrderByDescending(of => of.Month)
            .FirstOrDefaultAsync(cancellationToken);
        return new(row, ByName(access), look, await LeaversAsync(database, cancellationToken));
    }

    /// <summary>Returns the requests that wait for a decision.</summary>
    public async Task<PracticeAccountRequests> RequestsAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var accounts = await database
            .PracticeAccounts.AsNoTracking()
            .Where(row => row.State == PracticeAccountState.AskedFor || row.State == PracticeAccountState.Reported)
            .OrderBy(row => row.AskedAt)
            .ToListAsync(cancellationToken);
        var access = await database
            .AccountAccess.AsNoTracking()
            .Where(row => row.State == AccessState.Asked)
            .Join(
                database.PracticeAccounts.AsNoTracking().Where(row => row.State == PracticeAccountState.Listed),
                row => row.AccountId,
                row => row.Id,
                (row, of) => new { Account = of, Access = row }
            )
            .OrderBy(row => row.Access.AskedAt)
            .ToListAsync(cancellationToken);
        return new(accounts, [.. access.Select(row => (row.Account, row.Access))]);
    }

    /// <summary>Returns everybody to whom access can be given: the known staff who have not left and have none yet, by name.</summary>
    public async Task<IReadOnlyList<StaffMember>> WithoutAccessAsync(Id<PracticeAccount> id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database
            .StaffMembers.AsNoTracking()
            .Where(person =>
                person.SetAsideAt == null
                && !database.AccountAccess.Any(row =>
                    row.AccountId == id.Value && row.PersonId == person.PersonId && row.State == AccessState.Granted
                )
            )
            .OrderBy(person => person.Name)
            .ToListAsync(cancellationToken);
    }

    private static List<AccountAccess> ByName(IEnumerable<AccountAccess> access) =>
        [.. access.OrderBy(row => row.PersonName, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Returns the ids of the people with access who are marked as having left.</summary>
    private static async Task<IReadOnlySet<string>> LeaversAsync(HartwoodDbContext database, CancellationToken cancellationToken) =>
        (
            await database
                .StaffMembers.Where(person =>
                    person.SetAsideAt != null && database.AccountAccess.Any(row => row.PersonId == person.PersonId)
                )
                .Select(person => person.PersonId)
                .ToListAsync(cancellationToken)
        ).ToHashSet(StringComparer.Ordinal);
}
