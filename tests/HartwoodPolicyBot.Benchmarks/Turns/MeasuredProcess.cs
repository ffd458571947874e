using System.Diagnostics;
using System.Globalization;
using System.Net;
using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Benchmarks.Turns;

/// <summary>Runs a server in a separate process: starts it, waits until it is ready, and measures it from outside.</summary>
internal sealed class MeasuredProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    /// <summary>The most that a quiet process uses of a processor.</summary>
    private const double QuietShare = 0.05;
    private readonly Process process;
    private long startedAt;

    private MeasuredProcess(string name, string address, ProcessStartInfo start)
    {
        Name = name;
        Address = new Uri(address);
        start.RedirectStandardOutput = true;
        process = new Process { StartInfo = start };
    }

    public string Name { get; }

    public Uri Address { get; }

    /// <summary>Returns the time from the start of the process until it said that it was ready.</summary>
    public TimeSpan TimeToReady { get; private set; }

    /// <summary>Returns the time since the start of the process.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(startedAt);

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Returns the most memory that the process has held, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            if (!OperatingSystem.IsLinux())
            {
                process.Refresh();
                return process.PeakWorkingSet64;
            }

            var line = File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The bot as it is built for Release.</summary>
    public static string BuiltBot =>
        Path.Combine(Repository.Root, "src", "HartwoodPolicyBot", "bin", "Release", "net10.0", "HartwoodPolicyBot.dll");

    /// <summary>Starts the bot as it is built for Release, in Development without credentials, with its log written and read.</summary>
    public static Task<MeasuredProcess> StartBotAsync(string database) => StartBotAsync(database, BuiltBot, []);

    /// <summary>Starts the bot from any build, with other settings.</summary>
    public static Task<MeasuredProcess> StartBotAsync(string database, string program, Dictionary<string, string> settings)
    {
        var address = FreePort.NextAddress();
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = Path.Combine(Repository.Root, "src", "HartwoodPolicyBot"),
            ArgumentList = { program },
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = address,
                ["MicrosoftAppId"] = "",
                ["Playground__Enabled"] = "false",
                ["Storage__Provider"] = "Sqlite",
                ["Storage__ConnectionString"] = $"Data Source={database}",
            },
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        return StartAsync(new MeasuredProcess("bot", address, start));
    }

    /// <summary>Starts the baseline.</summary>
    public static Task<MeasuredProcess> StartBareAsync()
    {
        var address = FreePort.NextAddress();
        var start = new ProcessStartInfo(Environment.ProcessPath!) { ArgumentList = { BareEndpoint.Argument, address } };
        return StartAsync(new MeasuredProcess("bare", address, start));
    }

    /// <summary>Waits until the process does nothing by itself any more: what it does once after a start is no part of a turn.</summary>
    public async Task UntilQuietAsync()
    {
        var since = Stopwatch.GetTimestamp();
        TimeSpan before;
        do
        {
            before = ProcessorTime;
            await Task.Delay(Quiet, TimeProvider.System);
        } while (ProcessorTime - before > QuietShare * Quiet && Stopwatch.GetElapsedTime(since) < Patience);
    }

    /// <summary>Kills the process, so that anything it has not written yet is lost and would be missed.</summary>
    public void End()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    public void Dispose()
    {
        End();
        process.Dispose();
    }

    private static async Task<MeasuredProcess> StartAsync(MeasuredProcess started)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var ready = new Uri(started.Address, "health/ready");
        var since = started.startedAt = Stopwatch.GetTimestamp();
        started.process.Start();
        started.process.OutputDataReceived += (_, _) => { };
        started.process.BeginOutputReadLine();
        while (!await AnswersAsync(http, ready))
        {
            if (started.process.HasExited || Stopwatch.GetElapsedTime(since) > Patience)
            {
                started.Dispose();
                throw new InvalidOperationException($"The {started.Name} process does not get ready.");
            }

            await Task.Delay(BetweenLooks, TimeProvider.System);
        }

        started.TimeToReady = Stopwatch.GetElapsedTime(since);
        return started;
    }

    private static async Task<bool> AnswersAsync(HttpClient http, Uri address)
    {
        try
        {
            using var response = await http.GetAsync(address);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
