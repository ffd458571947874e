using Quartz;

namespace HartwoodPolicyBot.Jobs;

/// <summary>
/// Something that a feature looks at by the clock. What is due is decided by the calendar and the database, not by when it
/// runs, so a look that failed is made up for by the next one.
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

    /// <summary>Logs it.</summary>
    protected abstract void Failed(Exception fault);
}

/// <summary>Timed jobs as services.</summary>
internal static class TimedJobs
{
    private const int MostAtOnce = 10;

    /// <summary>Runs them, beside each other: a long night's deletion holds up no incident's clock.</summary>
    public static IServiceCollection AddTimedJobs(this IServiceCollection services) =>
        services
            .AddQuartz(quartz => quartz.UseDefaultThreadPool(MostAtOnce))
            .AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);

    /// <summary>At the start, and then as often as said.</summary>
    public static IServiceCollection AddTimedJob<T>(this IServiceCollection services, TimeSpan every)
        where T : TimedJob =>
        services.AddQuartz(quartz =>
            quartz.ScheduleJob<T>(trigger =>
                trigger.StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(every).RepeatForever())
            )
        );
}
