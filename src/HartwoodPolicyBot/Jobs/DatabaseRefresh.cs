using HartwoodPolicyBot.Core.Storage;

namespace HartwoodPolicyBot.Jobs;

/// <summary>Names what this instance holds in memory and another instance may change in the database.</summary>
/// <param name="Name">What it is, for the log, such as "the saved answers".</param>
/// <param name="RefreshAsync">Loads it anew if it has changed.</param>
internal sealed record HeldInMemory(string Name, Func<CancellationToken, Task> RefreshAsync)
{
    /// <summary>How often it is loaded although nothing was written, for what changes with the day.</summary>
    public TimeSpan AtLeast { get; init; } = Timeout.InfiniteTimeSpan;
}

/// <summary>
/// Takes what another instance has changed. It often asks the database whether anything was written, which costs almost nothing, and
/// lets the features load what they hold only then. What this instance itself writes, the features take at once.
/// </summary>
internal sealed class DatabaseRefresh(
    IEnumerable<HeldInMemory> held,
    DatabaseChanges changes,
    StorageOptions storage,
    TimeProvider time,
    ILogger<DatabaseRefresh> log
) : BackgroundService
{
    public static TimeSpan Every { get; } = TimeSpan.FromMilliseconds(250);

    /// <summary>On SQLite there is one instance as a rule, and asking more often is a third of what it costs while nobody writes.</summary>
    private static readonly TimeSpan EveryOnSqlite = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, long> loaded = held.ToDictionary(one => one.Name, _ => time.GetTimestamp(), StringComparer.Ordinal);
    private readonly HashSet<string> failing = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var often = new PeriodicTimer(storage.Provider == StorageProvider.Sqlite ? EveryOnSqlite : Every, time);
        while (await often.WaitForNextTickAsync(stoppingToken))
        {
            var isWritten = false;
            await TryAsync("the database", async () => isWritten = await changes.SinceLastLookAsync(stoppingToken));
            foreach (var one in held)
            {
                if (isWritten || (one.AtLeast > TimeSpan.Zero && time.GetElapsedTime(loaded[one.Name]) >= one.AtLeast))
                {
                    loaded[one.Name] = time.GetTimestamp();
                    await TryAsync(one.Name, () => one.RefreshAsync(stoppingToken));
                }
            }
        }
    }

    /// <summary>Lets nothing of one feature stop the others. A fault is logged once and not four times a second.</summary>
    private async Task TryAsync(string name, Func<Task> work)
    {
        try
        {
            await work();
            failing.Remove(name);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The next look then reports a change, because this one could not be acted on.
            changes.Forget();
            if (failing.Add(name))
            {
                log.NotRefreshed(name, fault);
            }
        }
    }
}
