using System.Globalization;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>
/// Plans the report of the month before for the channel, on the first working day of a month. The month is the key in the
/// outbox: a restart, or another instance at the same moment, plans it no second time. A pause of up to a week is made up for.
/// </summary>
public sealed class MonthlyPost(UnitOfWork unitOfWork, Outbox outbox, TimeProvider time)
{
    public const string Kind = "monitoring-report";

    /// <summary>The kind with its words for people.</summary>
    public static DeliveryKind Described { get; } = new(Kind, "The monthly report");
    private const string Month = "yyyy-MM";
    private const int LatestDay = 7;
    private static readonly TimeOnly Morning = new(9, 0);

    /// <returns>True when it was planned now.</returns>
    public async Task<bool> PlanDueAsync(CancellationToken cancellationToken)
    {
        var now = PracticeTime.InLondon(time.GetUtcNow());
        var today = DateOnly.FromDateTime(now.DateTime);
        var first = WorkingDays.OnOrAfter(new(today.Year, today.Month, 1));
        if (
            today < first
            || today > first.AddDays(LatestDay)
            || !WorkingDays.IsWorkingDay(today)
            || TimeOnly.FromDateTime(now.DateTime) < Morning
        )
        {
            return false;
        }

        var period = LastMonth(today);
        var key = $"{Kind}:{period.From.ToString(Month, CultureInfo.InvariantCulture)}";
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        if (
            await database.Deliveries.AnyAsync(row => row.Key == key, cancellationToken)
            || await MonitoringReports.FirstRecordAsync(database, cancellationToken) is not { } known
            || known > period.To
        )
        {
            return false;
        }

        var row = outbox.Plan(key, Kind, Guid.CreateVersion7(), 0, Recipient.Alerts, 0);
        return await Outbox.PlanNewAsync(unitOfWork, [row], cancellationToken) > 0;
    }

    /// <summary>
    /// The month that a delivery is to post: the last one. What waited for a channel for months is not posted after them.
    /// </summary>
    public ReportPeriod? ToPost(string key) => PeriodIn(key) is { } month && month == LastMonth(PracticeTime.Today(time)) ? month : null;

    /// <summary>The month that a delivery is about.</summary>
    public static ReportPeriod? PeriodIn(string key) =>
        DateOnly.TryParseExact(key[(key.LastIndexOf(':') + 1)..], Month, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? ReportPeriod.MonthOf(first)
            : null;

    private static ReportPeriod LastMonth(DateOnly today) => ReportPeriod.MonthOf(today.AddMonths(-1));
}
