using HartwoodPolicyBot.Core.Guidance;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>Makes the tables of the evidence pack about the national guidance that the policy rests on.</summary>
public sealed class EvidenceGuidance(IDbContextFactory<HartwoodDbContext> databases, NationalGuidance guidance)
{
    public async Task<IReadOnlyList<EvidenceTable>> TablesAsync(ReportPeriod period, CancellationToken cancellationToken)
    {
        var (begins, ends) = (period.Begins, period.Ends);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var checks = await database
            .GuidanceChecks.AsNoTracking()
            .Where(check => check.At < ends)
            .OrderBy(check => check.At)
            .ToListAsync(cancellationToken);
        return
        [
            new(
                "National guidance",
                ["Published by", "Title", "Date", "What changed", "Address", "Last checked"],
                [
                    .. guidance.Documents.Select(document =>
                        (IReadOnlyList<ReportCell>)
                            [
                                ReportCell.Of(document.By),
                                ReportCell.Of(document.Title),
                                ReportCell.Of(document.Date),
                                ReportCell.Of(document.Changed),
                                ReportCell.Of(document.Address?.AbsoluteUri ?? "Not known"),
                                ReportCell.Of(checks.LastOrDefault(check => check.Includes(document))?.On),
                            ]
                    ),
                ],
                "The guidance that the practice checks its policies against. Blank = not checked by the end of the period."
            ),
            new(
                "Guidance checks",
                ["Checked", "By", "Result", "Documents"],
                [
                    .. checks
                        .Where(check => check.At >= begins)
                        .Select(check =>
                            (IReadOnlyList<ReportCell>)
                                [
                                    ReportCell.Of(check.At),
                                    ReportCell.Of(check.ByName),
                                    ReportCell.Of(GuidanceWords.Of(check.Result)),
                                    ReportCell.Of(guidance.Documents.Count(check.Includes)),
                                ]
                        ),
                ],
                "Recorded in the period."
            ),
        ];
    }
}
