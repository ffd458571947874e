using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Jobs;
using HartwoodPolicyBot.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HartwoodPolicyBot.Delivery;

/// <summary>Registers the services that send the messages which the bot starts.</summary>
internal static class DeliveryServices
{
    public static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<DeliveryOptions>(configuration, "Delivery");
        services.AddOptionsOf<StaffOptions>(configuration, "Staff");
        services.AddSingleton<Audit>();
        services.AddSingleton(AuditWords.OfAll);
        services.AddSingleton<Outbox>();
        services.AddSingleton<DeliverySecrecy>();
        services.AddSingleton<DeliveryNotices>();
        services.AddSingleton<DeliveryLeases>();
        services.AddSingleton<DeliveryBacklog>();
        services.AddSingleton<SentCards>();
        services.AddSingleton<DueDeliveries>();
        services.AddSingleton<DeliveryDispatcher>();
        services.AddSingleton<StaffContacts>();
        services.AddSingleton<WaitingRecipients>();
        services.AddSingleton<DailyReminders>();
        services.AddDeliveryContent<DailyReminderCard>(DailyReminders.Described);
        services.AddDeliveryContent<GivenUpNotice>(DeliveryNotices.Described);
        services.AddSingleton<IDeliverySender, TeamsDeliverySender>();
        services.AddFileHandover();
        services.AddHealthChecks().AddCheck<DeliveryHealth>("delivery", tags: ["ready"]);
        services.AddTimedJobs();
        services.AddTimedJob<DailyReminderJob>(DailyReminderJob.Every);
        return services.AddHostedService<DeliveryService>();
    }
}

/// <summary>Runs the dispatcher for as long as the bot runs.</summary>
internal sealed class DeliveryService(DeliveryDispatcher dispatcher) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => dispatcher.RunAsync(stoppingToken);
}

/// <summary>
/// Reports the bot as degraded, and still ready, while deliveries are given up: it can answer people, but somebody must look.
/// </summary>
internal sealed class DeliveryHealth(DeliveryBacklog backlog) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var counts = await backlog.CountAsync(cancellationToken);
            return counts.GivenUp > 0 || counts.ChannelStopped
                ? HealthCheckResult.Degraded($"{counts.GivenUp} deliveries were given up.")
                : HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The outbox cannot be read.", fault);
        }
    }
}
