using System.Globalization;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>
/// Plans the previous month's report for the incidents channel, on the first working day of the month. Its key in the
/// outbox names the month, so a restart or a second instance plans no duplicate. If the bot was off on that day, the report
/// is still posted up to a week later.
/// </summary>
public sealed class MonthlyPost(UnitOfWork unitOfWork, Outbox outbox, TimeProvider time)
{
    public const string Kind = "monitoring-report";

    /// <summary>The kind with its words for people.</summary>
    public static DeliveryKind Described { get; } = new(Kind, "Monthly report");
    private const string Month = "yyyy-MM";
    private const int LatestDay = 7;
    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>Plans the post if it is due.</summary>
    /// <returns>True when this call planned it.</returns>
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

        var row = outbox.Plan(key, Kind, Guid.CreateVersion7(), 0, Recipient.IncidentsChannel, 0);
        return await Outbox.PlanNewAsync(unitOfWork, [row], cancellationToken) > 0;
    }

    /// <summary>
    /// Returns the month that a delivery posts, which must be the last month. A post that was held for months for lack of a
    /// channel is not sent.
    /// </summary>
    public ReportPeriod? ToPost(string key) => PeriodIn(key) is { } month && month == LastMonth(PracticeTime.Today(time)) ? month : null;

    /// <summary>Returns the month that a delivery is about, from its key.</summary>
    public static ReportPeriod? PeriodIn(string key) =>
        DateOnly.TryParseExact(key[(key.LastIndexOf(':') + 1)..], Month, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? ReportPeriod.MonthOf(first)
            : null;

    private static ReportPeriod LastMonth(DateOnly today) => ReportPeriod.MonthOf(today.AddMonths(-1));
}
