using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Testing;

/// <summary>Keeps the lines that the bot logged, with exceptions.</summary>
public sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly ConcurrentDictionary<TaskCompletionSource, Func<string, bool>> awaited = new();

    public IReadOnlyList<string> All => [.. lines];

    /// <summary>Completes at the next line that matches.</summary>
    public Task Next(Func<string, bool> isIt)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        awaited[source] = isIt;
        return source.Task;
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose() { }

    private sealed class Logger(LogLines log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var line = $"{logLevel}: {formatter(state, exception)} {exception}".TrimEnd();
            log.lines.Enqueue(line);
            foreach (var (source, isIt) in log.awaited)
            {
                if (isIt(line))
                {
                    source.TrySetResult();
                }
            }
        }
    }
}
