using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>Makes the monitoring report. It changes nothing.</summary>
public sealed class MonitoringReports(IDbContextFactory<HartwoodDbContext> databases, PolicyLibrary library, TimeProvider time)
{
    private const int MostYears = 10;

    public DateOnly Today => PracticeTime.Today(time);

    /// <summary>Returns the period that was asked for, or the refusal that says why it is impossible.</summary>
    public (ReportPeriod? Period, Refusal? Refusal) Choose(RequestedPeriod requested) =>
        requested.Choice switch
        {
            PeriodChoice.ThisMonth => (ReportPeriod.MonthOf(Today), null),
            PeriodChoice.LastMonth => (ReportPeriod.MonthOf(Today.AddMonths(-1)), null),
            PeriodChoice.ThisQuarter => (ReportPeriod.QuarterOf(Today), null),
            PeriodChoice.NhsYear => (ReportPeriod.NhsYearOf(Today), null),
            PeriodChoice.LastNhsYear => (ReportPeriod.NhsYearOf(Today.AddYears(-1)), null),
            PeriodChoice.TwoDates => Between(ReportPeriod.ReadDay(requested.From), ReportPeriod.ReadDay(requested.To)),
            _ => (null, MonitoringRefusals.NoPeriod),
        };

    /// <summary>Returns the report, or the refusal that says why there is none.</summary>
    public async Task<(MonitoringReport? Report, Refusal? Refusal)> ReportAsync(ReportPeriod period, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var first = await FirstRecordAsync(database, cancellationToken) ?? PracticeTime.DateOf(now);
        return period.To < first
            ? (null, MonitoringRefusals.BeforeAnything(PracticeTime.Text(first)))
            : (
                new(
                    period,
                    now,
                    first,
                    await CountIncidents.ReadAsync(database, period, now, cancellationToken),
                    await CountTraining.ReadAsync(database, period, now, cancellationToken),
                    await CountQuestions.ReadAsync(database, library, period, cancellationToken)
                ),
                null
            );
    }

    /// <summary>Returns the report of a period with that of the period before beside it.</summary>
    public async Task<(MonitoringReport? Report, Refusal? Refusal)> ComparedAsync(
        ReportPeriod period,
        CancellationToken cancellationToken
    ) =>
        await ReportAsync(period, cancellationToken) switch
        {
            ({ } report, _) => (report with { Before = (await ReportAsync(period.Before, cancellationToken)).Report }, null),
            var none => none,
        };

    private (ReportPeriod? Period, Refusal? Refusal) Between(DateOnly? from, DateOnly? to) =>
        (from, to) switch
        {
            ({ } first, { } last) when last < first => (null, MonitoringRefusals.EndsBeforeItBegins),
            ({ } first, _) when first > Today => (null, MonitoringRefusals.NotBegun),
            ({ } first, { } last) when last > first.AddYears(MostYears) => (null, MonitoringRefusals.TooLong),
            ({ } first, { } last) => (new(first, last), null),
            _ => (null, MonitoringRefusals.DateMissing),
        };

    /// <summary>Returns the first day for which there is any record; null when there is none yet.</summary>
    internal static async Task<DateOnly?> FirstRecordAsync(HartwoodDbContext database, CancellationToken cancellationToken)
    {
        DateTimeOffset?[] moments =
        [
            await database
                .Incidents.Where(incident => incident.Route == Incidents.IncidentRoute.Managers)
                .MinAsync(incident => (DateTimeOffset?)incident.ReportedAt, cancellationToken),
            await database.Questions.MinAsync(question => (DateTimeOffset?)question.AskedAt, cancellationToken),
            await database.TrainingAttempts.MinAsync(attempt => attempt.FinishedAt, cancellationToken),
            await database.StaffMembers.MinAsync(person => (DateTimeOffset?)person.NotedAt, cancellationToken),
        ];
        return moments
            .Select(moment => moment is { } at ? PracticeTime.DateOf(at) : (DateOnly?)null)
            .Append(await database.QuestionCounts.MinAsync(count => (DateOnly?)count.Day, cancellationToken))
            .Min();
    }
}
