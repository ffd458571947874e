using System.Runtime.CompilerServices;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>Makes the evidence pack's tables of who read the policy and who is trained.</summary>
public sealed class EvidenceStaff(TrainingStatus training, IDbContextFactory<HartwoodDbContext> databases)
{
    public async Task<IReadOnlyList<EvidenceTable>> TablesAsync(MonitoringReport report, CancellationToken cancellationToken) =>
        [
            new(
                "Who has read the policy",
                ["Policy", "Policy version", "Name", "Asked", "Confirmed"],
                cancel => ReadingsAsync(report.Period, cancel),
                "Staff asked to read the policy by the end of the period. Blank = not confirmed. A version that was replaced is no longer "
                    + "asked for."
            ),
            new(
                "Training now",
                ["Name", "Role", "Training", "Next due", "Last passed"],
                await TrainingAsync(cancellationToken),
                "Current staff."
            ),
            new(
                "Training passed",
                ["Name", "Completed", "Correct", "Questions", "Percent", "Pass mark", "Policy version"],
                cancel => RoundsAsync(report.Period, cancel),
                $"Passed in the period. Attempts that weren't passed are counted, and not listed by name: {report.Training.RoundsFailed}."
            ),
        ];

    /// <summary>Returns the readings that staff were asked for by the end of a period.</summary>
    internal static IQueryable<SignOff> Asked(HartwoodDbContext database, ReportPeriod period)
    {
        var ends = period.Ends;
        return database.PolicyReadings.AsNoTracking().Where(reading => reading.AskedAt < ends);
    }

    /// <summary>Returns the attempts at the training that were passed in a period.</summary>
    internal static IQueryable<TrainingAttempt> Passed(HartwoodDbContext database, ReportPeriod period)
    {
        var (begins, ends) = (period.Begins, period.Ends);
        return database
            .TrainingAttempts.AsNoTracking()
            .Where(attempt => attempt.FinishedAt >= begins && attempt.FinishedAt < ends && attempt.State == AttemptState.Passed);
    }

    private async Task<IReadOnlyList<IReadOnlyList<ReportCell>>> TrainingAsync(CancellationToken cancellationToken) =>
        [
            .. (await training.StatusAsync(cancellationToken))
                .Lines.OrderBy(line => line.Person.Name, StringComparer.OrdinalIgnoreCase)
                .Select(line =>
                    (IReadOnlyList<ReportCell>)
                        [
                            ReportCell.Of(line.Person.Name),
                            ReportCell.Of(StaffRoleWords.Of(line.Person.Role) ?? "Not set"),
                            ReportCell.Of(TrainingStateWords.Of(line.State)),
                            ReportCell.Of(line.Next?.DueOn),
                            ReportCell.Of(line.PassedOn),
                        ]
                ),
        ];

    private async IAsyncEnumerable<IReadOnlyList<ReportCell>> ReadingsAsync(
        ReportPeriod period,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var ends = period.Ends;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var readings = Asked(database, period)
            .OrderBy(reading => reading.PolicyTitle)
            .ThenBy(reading => reading.PolicyVersion)
            .ThenBy(reading => reading.PersonName);
        await foreach (var reading in readings.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return
            [
                ReportCell.Of(reading.PolicyTitle),
                ReportCell.Of(PolicyDocument.TextCode(reading.PolicyVersion)),
                ReportCell.Of(reading.PersonName),
                ReportCell.Of(reading.AskedAt),
                ReportCell.Of(reading.ReadAt < ends ? reading.ReadAt : null),
            ];
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<ReportCell>> RoundsAsync(
        ReportPeriod period,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rounds = Passed(database, period).OrderBy(attempt => attempt.PersonName).ThenBy(attempt => attempt.FinishedAt);
        await foreach (var round in rounds.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return
            [
                ReportCell.Of(round.PersonName),
                ReportCell.Of(round.FinishedAt),
                ReportCell.Of(round.Right),
                ReportCell.Of(round.Count),
                ReportCell.Of(round.Percent),
                ReportCell.Of(round.PassPercent),
                ReportCell.Of(PolicyDocument.TextCode(round.PolicyVersion)),
            ];
        }
    }
}
