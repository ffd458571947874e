using System.Diagnostics;

namespace HartwoodPolicyBot.BrowserTests.Running;

/// <summary>Runs the built bot in a separate process, and reads its output.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(20);
    private readonly Process process;
    private readonly Lock reading = new();
    private readonly List<string> lines = [];
    private readonly List<(string Part, TaskCompletionSource<string> Seen)> awaited = [];

    private BotProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => GiveUp();
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (reading)
            {
                return string.Join('\n', lines);
            }
        }
    }

    /// <summary>Starts it in its project folder, as <c>dotnet run</c> does.</summary>
    public static BotProcess Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.BotProgram, .. arguments])
        {
            WorkingDirectory = Repository.Bot,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new BotProcess(Process.Start(start)!);
    }

    /// <summary>Returns the first line that contains <paramref name="part"/>, or waits for it.</summary>
    public async Task<string> LineAsync(string part, TimeSpan within)
    {
        var seen = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (reading)
        {
            if (lines.Find(line => line.Contains(part, StringComparison.Ordinal)) is { } said)
            {
                return said;
            }

            awaited.Add((part, seen));
        }

        try
        {
            return await seen.Task.WaitAsync(within);
        }
        catch (TimeoutException fault)
        {
            throw new TimeoutException($"The bot did not say \"{part}\" within {within.TotalSeconds:0} s. It said:\n{Output}", fault);
        }
    }

    /// <returns>The exit code, once the process has ended without being asked to.</returns>
    public async Task<int> EndedAsync(TimeSpan within)
    {
        await process.WaitForExitAsync().WaitAsync(within);
        return process.ExitCode;
    }

    /// <summary>Asks the process to stop, as a service manager does, and waits until it has.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            process.Kill(entireProcessTree: true);
        }
        else
        {
            using var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await signal.WaitForExitAsync();
        }

        return await EndedAsync(TimeToStop);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await StopAsync();
        }

        process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (reading)
        {
            lines.Add(line);
            foreach (var (_, seen) in awaited.Where(wait => line.Contains(wait.Part, StringComparison.Ordinal)))
            {
                seen.TrySetResult(line);
            }
        }
    }

    private void GiveUp()
    {
        lock (reading)
        {
            awaited.ForEach(wait =>
                wait.Seen.TrySetException(new InvalidOperationException($"The bot ended. It said:\n{string.Join('\n', lines)}"))
            );
        }
    }
}
