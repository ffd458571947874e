using System.Globalization;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PracticeAccounts;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>Makes the tables of the evidence pack about the practice's accounts.</summary>
public sealed class EvidenceAccounts(PracticeAccountList accounts, IDbContextFactory<HartwoodDbContext> databases)
{
    public async Task<IReadOnlyList<EvidenceTable>> TablesAsync(ReportPeriod period, CancellationToken cancellationToken) =>
        [
            new(
                "Practice accounts",
                ["Where", "Name", "Purpose", "May post", "Holds the sign-in", "Two-step sign-in", "Last looked at"],
                [.. (await accounts.ListedAsync(cancellationToken)).Select(Row)],
                "On the list now."
            ),
            new(
                "When accounts were looked at",
                ["Account", "Month", "Looked at", "By"],
                await LooksAsync(period, cancellationToken),
                "In the period."
            ),
        ];

    private static IReadOnlyList<ReportCell> Row(PracticeAccountView view) =>
        [
            ReportCell.Of(view.Account.Platform),
            ReportCell.Of(view.Account.Name),
            ReportCell.Of(view.Account.Purpose),
            ReportCell.Of(PracticeAccountWords.Names(view.MayPost)),
            ReportCell.Of(PracticeAccountWords.Names(view.Holders)),
            ReportCell.Of(PracticeAccountWords.SecondFactor(view.Account)),
            ReportCell.Of(view.LastLook is { } look ? PracticeTime.DateOf(look.At) : (DateOnly?)null),
        ];

    private async Task<IReadOnlyList<IReadOnlyList<ReportCell>>> LooksAsync(ReportPeriod period, CancellationToken cancellationToken)
    {
        var (begins, ends) = (period.Begins, period.Ends);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var looks = await database
            .AccountLooks.AsNoTracking()
            .Where(row => row.At >= begins && row.At < ends)
            .Join(
                database.PracticeAccounts.AsNoTracking(),
                row => row.AccountId,
                of => of.Id,
                (row, of) => new { Account = of, Look = row }
            )
            .OrderBy(row => row.Look.At)
            .ToListAsync(cancellationToken);
        return
        [
            .. looks.Select(row =>
                (IReadOnlyList<ReportCell>)
                    [
                        ReportCell.Of(PracticeAccountWords.Of(row.Account)),
                        ReportCell.Of(row.Look.Month.ToString("MMMM yyyy", CultureInfo.InvariantCulture)),
                        ReportCell.Of(row.Look.At),
                        ReportCell.Of(row.Look.ByName),
                    ]
            ),
        ];
    }
}
