using System.Diagnostics;
using System.Text;
using System.Threading.Channels;
using HartwoodPolicyBot.Core.Storage;

namespace HartwoodPolicyBot.Testing;

/// <summary>Runs the built bot as a process on a test's database, with its log read line by line, until it is killed.</summary>
internal sealed class KilledBot : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly Channel<string> lines = System.Threading.Channels.Channel.CreateUnbounded<string>();
    private readonly Process process;

    private KilledBot(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } said)
            {
                lines.Writer.TryWrite(said);
            }
            else
            {
                lines.Writer.TryComplete();
            }
        };
        process.BeginOutputReadLine();
    }

    public HttpClient Http { get; } = new() { Timeout = Patience };

    /// <summary>Starts the bot, and returns it when it takes messages.</summary>
    public static async Task<KilledBot> StartAsync(TestDatabase database, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "HartwoodPolicyBot.dll")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        (string, string)[] all =
        [
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("ASPNETCORE_URLS", "http://127.0.0.1:0"),
            ("Playground:Enabled", "false"),
            ("Storage:Provider", $"{StorageProvider.Sqlite}"),
            ("Storage:ConnectionString", database.ConnectionString),
            ("Logging:LogLevel:Default", "Information"),
            ("Logging:LogLevel:Microsoft.EntityFrameworkCore.Database", "Debug"),
            .. settings,
        ];
        foreach (var (key, value) in all)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        LearnedFiles.GiveTo(database.SqliteFile);
        var bot = new KilledBot(Process.Start(start)!);
        var line = await bot.SaysAsync(Listening);
        bot.Http.BaseAddress = new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim().TrimEnd('"'));
        return bot;
    }

    /// <summary>Waits until the log has a line with these words, and returns it.</summary>
    public async Task<string> SaysAsync(string words)
    {
        using var patience = new CancellationTokenSource(Patience);
        var said = new StringBuilder();
        await foreach (var line in lines.Reader.ReadAllAsync(patience.Token))
        {
            if (line.Contains(words, StringComparison.Ordinal))
            {
                return line;
            }

            said.AppendLine(line);
        }

        throw new InvalidOperationException($"The bot ended and did not say \"{words}\". It said:\n{said}");
    }

    /// <summary>Ends the process at once, as a power cut does.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
        Http.Dispose();
    }
}
