using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PracticeAccounts;

/// <summary>
/// Shows people what is stored about them and the practice's accounts. It shows who was authorised when, so it is not deleted on
/// request.
/// </summary>
public sealed class PracticeAccountData(PrivacyOptions privacy) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalRecords>> AboutAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    )
    {
        var access = await WithAccount(database, database.AccountAccess.Where(row => row.PersonId == person.Id))
            .ToListAsync(cancellationToken);
        var asked = await database
            .PracticeAccounts.AsNoTracking()
            .Where(row => row.AskedById == person.Id)
            .OrderBy(row => row.AskedAt)
            .ToListAsync(cancellationToken);
        var decided = await WithAccount(database, database.AccountAccess.Where(row => row.DecidedById == person.Id))
            .ToListAsync(cancellationToken);
        var looked = await database
            .AccountLooks.AsNoTracking()
            .Where(row => row.ById == person.Id)
            .Join(
                database.PracticeAccounts.AsNoTracking(),
                row => row.AccountId,
                of => of.Id,
                (row, of) => new { Account = of, Look = row }
            )
            .OrderBy(row => row.Look.At)
            .ToListAsync(cancellationToken);
        var kept = $"Kept for {privacy.PracticeAccountYears} years after";
        return
        [
            new(
                "Your access to practice accounts",
                "So it's clear who may post for the practice.",
                $"{kept} it was refused or taken away.",
                [.. access.Select(row => Record(row.Account, row.Access))]
            ),
            new(
                "Practice accounts you've asked for or reported",
                "So the practice manager can decide, and tell you.",
                $"{kept} the account was refused or taken off the list.",
                [.. asked.Select(Record)]
            ),
            new(
                "What you've decided about practice accounts",
                "So it's clear who authorised it.",
                $"{kept} the access ended.",
                [
                    .. decided.Select(row =>
                        PersonalRecord.Of(
                            ("Account", PracticeAccountWords.Of(row.Account)),
                            ("Decision", PracticeAccountWords.Of(row.Access.State)),
                            ("When", row.Access.DecidedAt is { } at ? PracticeTime.Text(at) : null),
                            ("Your name", row.Access.DecidedByName)
                        )
                    ),
                ]
            ),
            new(
                "Practice accounts you've looked at",
                "So the practice can show that its accounts are monitored.",
                $"{kept} you looked.",
                [
                    .. looked.Select(row =>
                        PersonalRecord.Of(
                            ("Account", PracticeAccountWords.Of(row.Account)),
                            ("When", PracticeTime.Text(row.Look.At)),
                            ("Your name", row.Look.ByName)
                        )
                    ),
                ]
            ),
        ];
    }

    /// <summary>Says whether the person waits to hear about a request.</summary>
    public async Task<bool> MustReachAsync(HartwoodDbContext database, DataSubject person, CancellationToken cancellationToken) =>
        await AskForAccount.Open(database, person.Person).AnyAsync(cancellationToken)
        || await database.AccountAccess.AnyAsync(row => row.PersonId == person.Id && row.State == AccessState.Asked, cancellationToken);

    private static IQueryable<AccessOfAccount> WithAccount(HartwoodDbContext database, IQueryable<AccountAccess> access) =>
        access
            .AsNoTracking()
            .Join(
                database.PracticeAccounts.AsNoTracking(),
                row => row.AccountId,
                of => of.Id,
                (row, of) => new AccessOfAccount { Account = of, Access = row }
            )
            .OrderBy(row => row.Access.AskedAt);

    private static PersonalRecord Record(PracticeAccount account, AccountAccess access) =>
        PersonalRecord.Of(
            ("Account", PracticeAccountWords.Of(account)),
            ("Your name", access.PersonName),
            ("State", PracticeAccountWords.Of(access.State)),
            ("Why you asked", access.Why),
            ("Asked or given", PracticeTime.Text(access.AskedAt)),
            ("You hold the sign-in", access.HoldsSignIn ? "Yes" : "No"),
            ("Password still to be changed", access.PasswordToChange ? "Yes" : null),
            ("Decided", access.DecidedAt is { } at ? PracticeTime.Text(at) : null)
        );

    private static PersonalRecord Record(PracticeAccount account) =>
        PersonalRecord.Of(
            ("Account", PracticeAccountWords.Of(account)),
            ("State", PracticeAccountWords.Of(account.State)),
            ("Your name", account.AskedByName),
            ("Why", account.Why),
            ("Purpose", account.Purpose),
            ("Sent", PracticeTime.Text(account.AskedAt)),
            ("On the list since", account.ListedAt is { } listed ? PracticeTime.Text(listed) : null),
            ("Ended", account.EndedAt is { } at ? PracticeTime.Text(at) : null)
        );

    private sealed class AccessOfAccount
    {
        public required PracticeAccount Account { get; init; }

        public required AccountAccess Access { get; init; }
    }
}
