using HartwoodPolicyBot.Core.Storage;
using Quartz;

namespace HartwoodPolicyBot.Jobs;

/// <summary>
/// Runs a feature's regular work. The calendar and the database decide what is due, not the time at which this runs, so the
/// next run catches up on one that failed.
/// </summary>
[DisallowConcurrentExecution]
internal abstract class TimedJob : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await RunAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Failed(fault);
        }
    }

    protected abstract Task RunAsync(CancellationToken cancellationToken);

    /// <summary>Logs that a run failed.</summary>
    protected abstract void Failed(Exception fault);
}

/// <summary>Registers the timed jobs.</summary>
internal static class TimedJobs
{
    private const int MostAtOnce = 10;
    private static readonly TimeSpan FirstRun = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenFirstRuns = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Adds the service that runs them at the same time, so that a long deletion at night doesn't delay the incidents'
    /// deadlines.
    /// </summary>
    public static IServiceCollection AddTimedJobs(this IServiceCollection services) =>
        services
            .AddQuartz(quartz => quartz.UseDefaultThreadPool(MostAtOnce))
            .AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);

    /// <summary>Adds the service that takes what another instance has changed.</summary>
    public static IServiceCollection AddDatabaseRefresh(this IServiceCollection services) =>
        services.AddSingleton<DatabaseChanges>().AddHostedService<DatabaseRefresh>();

    /// <summary>
    /// Adds a job that runs soon after the start of the bot and then once in each interval. What runs for the first time takes long, so
    /// the jobs begin one after the other, when the people who wrote at the start are answered.
    /// </summary>
    public static IServiceCollection AddTimedJob<T>(this IServiceCollection services, TimeSpan every)
        where T : TimedJob
    {
        var first = FirstRun + (BetweenFirstRuns * services.Count(service => service.ServiceType == typeof(Registered)));
        return services
            .AddSingleton(new Registered(typeof(T)))
            .AddQuartz(quartz =>
                quartz.ScheduleJob<T>(
                    (provider, trigger) =>
                        trigger
                            .StartAt(provider.GetRequiredService<TimeProvider>().GetUtcNow() + first)
                            .WithSimpleSchedule(schedule =>
                                // A run that is late, because the machine slept or was busy, is made up for at once.
                                schedule
                                    .WithInterval(every)
                                    .RepeatForever()
                                    .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithRemainingCount)
                            )
                )
            );
    }

    /// <summary>Names a job that was added.</summary>
    private sealed record Registered(Type Job);
}
