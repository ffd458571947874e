using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Delivery;

namespace HartwoodPolicyBot.Monitoring;

/// <summary>Makes the monthly report for the channel when it is sent.</summary>
internal sealed class MonitoringDeliveries(MonitoringReports reports, MonthlyPost post) : IDeliveryContent
{
    /// <summary>
    /// Returns the report; null if another month has ended since it was planned, because the channel then gets that month's.
    /// </summary>
    public async Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken) =>
        post.ToPost(delivery.Key) is { } month && await reports.ComparedAsync(month, cancellationToken) is { Report: { } report }
            ? new(MonitoringReportCard.Post(report), 0)
            : null;
}
