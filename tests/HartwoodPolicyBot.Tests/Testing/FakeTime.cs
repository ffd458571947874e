using Microsoft.Extensions.Time.Testing;

namespace HartwoodPolicyBot.Testing;

/// <summary>
/// A clock that moves only when a test moves it, and that can jump to the next timer. The package's clock does not tell
/// when its timers are due, so this one notes it; everything else is the package's.
/// </summary>
public sealed class FakeTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private const int MostSteps = 3_000;

    /// <summary>So often a timer is found due and unfired before the clock moves on by itself.</summary>
    private const int MostLooks = 1_000;
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestJump = TimeSpan.FromMinutes(10);
    private readonly Lock noting = new();
    private readonly HashSet<NotedTimer> waiting = [];
    private TimeSpan setBy;
    private int looks;
    private TaskCompletionSource timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public FakeTime()
        : this(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)) { }

    /// <summary>The time that goes on evenly, by which timers run and time stamps are made.</summary>
    private DateTimeOffset Even => base.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + setBy;

    public override long GetTimestamp() => Even.UtcTicks;

    /// <summary>Sets the clock, as an administrator or a time server does. Timers and time stamps go on evenly.</summary>
    public void SetClock(TimeSpan by) => setBy += by;

    /// <summary>Moves on as under a machine that sleeps: what is due many times meanwhile comes once, at the end.</summary>
    public void Sleep(TimeSpan by)
    {
        var end = Even + by;
        NotedTimer[] often;
        lock (noting)
        {
            often = [.. waiting.Where(timer => timer.Every > TimeSpan.Zero && timer.Due < end)];
        }

        foreach (var timer in often)
        {
            timer.Change(by, timer.Every);
        }

        Advance(by);
    }

    /// <summary>Jumps to the next short timer, if somebody waits for one.</summary>
    public void JumpToNext()
    {
        if (Next().Due is { } due)
        {
            JumpTo(due);
        }
    }

    /// <summary>
    /// Moves on by <paramref name="step"/> until it holds, and lets timed work on other threads come to its turn in
    /// between.
    /// </summary>
    /// <returns>Whether it holds, in the end.</returns>
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
                JumpTo(at);
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
        var noted = new NotedTimer(this, callback);
        noted.Start(base.CreateTimer(noted.Fire, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan), dueTime, period);
        return noted;
    }

    private (DateTimeOffset? Due, Task Set) Next()
    {
        var soon = Even + LongestJump;
        lock (noting)
        {
            return (waiting.Where(timer => timer.Due <= soon).Min(timer => (DateTimeOffset?)timer.Due), timerSet.Task);
        }
    }

    /// <summary>
    /// Jumps to when a timer is due. One that was noted on another thread just before a jump is due a little after its note, and
    /// would never fire if the clock waited for it at the note.
    /// </summary>
    private void JumpTo(DateTimeOffset due)
    {
        if (due - Even is { Ticks: > 0 } wait)
        {
            Volatile.Write(ref looks, 0);
            Advance(wait);
        }
        else if (Interlocked.Increment(ref looks) < MostLooks)
        {
            Thread.Yield();
        }
        else
        {
            Volatile.Write(ref looks, 0);
            Advance(Late);
        }
    }

    /// <summary>One of the package's timers, with a note of when it is due.</summary>
    private sealed class NotedTimer(FakeTime time, TimerCallback callback) : ITimer
    {
        private ITimer timer = null!;
        private bool isDisposed;

        public DateTimeOffset Due { get; private set; }

        public TimeSpan Every { get; private set; } = Timeout.InfiniteTimeSpan;

        public void Start(ITimer ofPackage, TimeSpan dueTime, TimeSpan period)
        {
            timer = ofPackage;
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var now = time.Even;
            lock (time.noting)
            {
                Every = period;
                if (dueTime == Timeout.InfiniteTimeSpan || isDisposed)
                {
                    time.waiting.Remove(this);
                }
                else
                {
                    Due = now + dueTime;
                    time.waiting.Add(this);
                    time.timerSet.TrySetResult();
                    time.timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);
                }
            }

            return timer.Change(dueTime, period);
        }

        public void Fire(object? state)
        {
            var now = time.Even;
            lock (time.noting)
            {
                if (Every > TimeSpan.Zero)
                {
                    Due += Every;
                }
                else if (Due <= now)
                {
                    time.waiting.Remove(this);
                }
            }

            callback(state);
        }

        public void Dispose()
        {
            lock (time.noting)
            {
                isDisposed = true;
                time.waiting.Remove(this);
            }

            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
