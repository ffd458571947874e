using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Monitoring;

namespace HartwoodPolicyBot.Monitoring;

/// <summary>The monthly report in the channel, made when it is sent.</summary>
internal sealed class MonitoringDeliveries(MonitoringDesk desk, MonthlyPost post) : IDeliveryContent
{
    public IEnumerable<string> Kinds => [MonthlyPost.Kind];

    /// <summary>Nothing when another month has ended meanwhile: the channel gets that one.</summary>
    public async Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken) =>
        post.ToPost(delivery.Key) is { } month && await desk.ReportAsync(month, cancellationToken) is { Report: { } report }
            ? new(ReportCard.Post(report), 0)
            : null;
}
