namespace HartwoodPolicyBot.Testing;

/// <summary>Is a clock that moves only when a test moves it, together with its timers.</summary>
public sealed class FakeTime(DateTimeOffset start) : TimeProvider
{
    private const int MostSteps = 3_000;
    private static readonly TimeSpan LongestJump = TimeSpan.FromMinutes(10);
    private readonly Lock turning = new();
    private readonly List<FakeTimer> timers = [];
    private DateTimeOffset now = start;
    private TaskCompletionSource timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public FakeTime()
        : this(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)) { }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (turning)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan by) => AdvanceTo(GetUtcNow() + by);

    /// <summary>Jumps to the next short timer, if there is one.</summary>
    public void JumpToNext()
    {
        if (Next().Due is { } at)
        {
            AdvanceTo(at);
        }
    }

    /// <summary>
    /// Moves on by <paramref name="step"/> until the condition holds, and lets timed work on other threads run in between.
    /// </summary>
    /// <returns>Whether the condition holds in the end.</returns>
    public async Task<bool> AdvanceUntilAsync(Func<bool> holds, TimeSpan step)
    {
        for (var tries = 0; tries < MostSteps && !holds(); tries++)
        {
            Advance(step);
            await Task.Delay(TimeSpan.FromMilliseconds(10), System);
        }

        return holds();
    }

    /// <summary>Lets <paramref name="work"/> run, and jumps to the next short timer whenever it waits for one.</summary>
    public async Task<T> RunAsync<T>(Task<T> work)
    {
        while (!work.IsCompleted)
        {
            var (due, set) = Next();
            if (due is { } at)
            {
                AdvanceTo(at);
            }
            else
            {
                await Task.WhenAny(work, set);
            }
        }

        return await work;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private (DateTimeOffset? Due, Task Set) Next()
    {
        lock (turning)
        {
            return (timers.Where(timer => timer.Due <= now + LongestJump).Min(timer => (DateTimeOffset?)timer.Due), timerSet.Task);
        }
    }

    private void AdvanceTo(DateTimeOffset target)
    {
        while (true)
        {
            FakeTimer? next;
            lock (turning)
            {
                next = timers.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
                now =
                    next is null ? target
                    : next.Due > now ? next.Due
                    : now;
                next?.Pass();
            }

            if (next is null)
            {
                return;
            }

            next.Fire();
        }
    }

    private sealed class FakeTimer(FakeTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            lock (time.turning)
            {
                time.timers.Remove(this);
                period = newPeriod;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = time.now + dueTime;
                    time.timers.Add(this);
                    time.timerSet.TrySetResult();
                    time.timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);
                }
            }

            return true;
        }

        public void Pass()
        {
            if (period > TimeSpan.Zero)
            {
                Due += period;
            }
            else
            {
                time.timers.Remove(this);
            }
        }

        public void Fire() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
