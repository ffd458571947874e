using HartwoodPolicyBot.Jobs;
using HartwoodPolicyBot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Jobs;

public sealed class TimedJobTests
{
    [Fact]
    public async Task A_slow_job_holds_up_no_other_job_and_is_not_started_twice()
    {
        await using var bot = new BusyHost { HasClocks = true };
        await bot.InitializeAsync();
        var runs = bot.Services.GetRequiredService<Runs>();

        await bot.Time.AdvanceUntilAsync(() => runs.Long > 0 && runs.Short >= 5, TimeSpan.FromSeconds(1));

        // The slow job is overdue by now, so it starts again as soon as it ends.
        var begun = runs.Long;
        runs.MayEnd.SetResult();
        Assert.Equal(1, begun);
        Assert.True(runs.Short >= 5, $"The short job ran {runs.Short} times");
    }

    private sealed class BusyHost : BotHost
    {
        protected override void Configure(IServiceCollection services)
        {
            services.AddSingleton<Runs>();
            services.AddTimedJob<LongJob>(TimeSpan.FromSeconds(1));
            services.AddTimedJob<ShortJob>(TimeSpan.FromSeconds(1));
        }
    }

    internal sealed class Runs
    {
        private int ofLong;
        private int ofShort;

        public TaskCompletionSource MayEnd { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Long => Volatile.Read(ref ofLong);

        public int Short => Volatile.Read(ref ofShort);

        public void LongBegins() => Interlocked.Increment(ref ofLong);

        public void ShortBegins() => Interlocked.Increment(ref ofShort);
    }

    internal sealed class LongJob(Runs runs) : TimedJob
    {
        protected override Task RunAsync(CancellationToken cancellationToken)
        {
            runs.LongBegins();
            return runs.MayEnd.Task;
        }

        protected override void Failed(Exception fault) => throw fault;
    }

    internal sealed class ShortJob(Runs runs) : TimedJob
    {
        protected override Task RunAsync(CancellationToken cancellationToken)
        {
            runs.ShortBegins();
            return Task.CompletedTask;
        }

        protected override void Failed(Exception fault) => throw fault;
    }
}
