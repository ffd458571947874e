using HartwoodPolicyBot.Core.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HartwoodPolicyBot.Web;

/// <summary>
/// Reports the bot as ready if the database takes writes: without them no report can be stored. The policies were read before
/// the server started to listen.
/// </summary>
internal sealed class DatabaseHealth(WriteProbe probe) : IHealthCheck
{
    public const string Ready = "ready";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await probe.FaultAsync(cancellationToken) is { } fault ? HealthCheckResult.Unhealthy(fault) : HealthCheckResult.Healthy();
}
