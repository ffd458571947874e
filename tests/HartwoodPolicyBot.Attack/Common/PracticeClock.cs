using System.Diagnostics;

namespace HartwoodPolicyBot.Attack.Common;

/// <summary>Starts on the morning after the old database was left behind, and moves at the pace of this machine or faster.</summary>
/// <param name="times">How many times as fast.</param>
internal sealed class PracticeClock(int times) : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private readonly long since = Stopwatch.GetTimestamp();

    public override long GetTimestamp() => (Stopwatch.GetTimestamp() - since) * times;

    public override DateTimeOffset GetUtcNow() => Start + Stopwatch.GetElapsedTime(since) * times;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Faster(dueTime), Faster(period));

    private TimeSpan Faster(TimeSpan time) => time > TimeSpan.Zero ? time / times : time;
}
