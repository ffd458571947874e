using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Delivery;

namespace HartwoodPolicyBot.Monitoring;

/// <summary>The monthly report in the channel, made when it is sent.</summary>
internal sealed class MonitoringDeliveries(MonitoringReports desk, MonthlyPost post) : IDeliveryContent
{
    /// <summary>Nothing when another month has ended meanwhile: the channel gets that one.</summary>
    public async Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken) =>
        post.ToPost(delivery.Key) is { } month && await desk.ReportAsync(month, cancellationToken) is { Report: { } report }
            ? new(MonitoringReportCard.Post(report), 0)
            : null;
}
