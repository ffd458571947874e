using System.ComponentModel;
using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace HartwoodPolicyBot.Playground;

/// <summary>
/// Runs Microsoft's Agents Playground as a child process: it shows Teams in a browser page, without an account. It starts when
/// the bot listens and stops with the bot. Its output is read here, so that one clear line names the page to open.
/// </summary>
internal sealed class PlaygroundProcess(
    PlaygroundOptions options,
    IServer server,
    IHostApplicationLifetime lifetime,
    ILogger<PlaygroundProcess> log
) : IHostedService, IDisposable
{
    private const string Package = "@microsoft/m365agentsplayground@0.2.28";
    private Process? process;
    private bool stopping;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Launch);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        stopping = true;
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
        }

        return Task.CompletedTask;
    }

    public void Dispose() => process?.Dispose();

    private void Launch()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:3978";
        Console.WriteLine($"Hartwood Policy Bot listens on {address}");
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npx.cmd" : "npx")
        {
            ArgumentList =
            {
                "--yes",
                Package,
                "start",
                "-e",
                $"{address}/api/messages",
                "-c",
                "msteams",
                "-p",
                $"{options.Port}",
                "--disable-telemetry",
            },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = AppContext.BaseDirectory,
            Environment =
            {
                ["TEAMSAPPTESTER_BROWSER"] = "none",
                ["M365_AGENTS_PLAYGROUND_CONFIG_PATH"] = Path.Combine(AppContext.BaseDirectory, "Playground", ".m365agentsplayground.yml"),
            },
        };
        try
        {
            process = Process.Start(start);
        }
        catch (Win32Exception)
        {
            Console.WriteLine("Node.js is not installed, so the Agents Playground is not started. The bot runs without it.");
            return;
        }

        process!.EnableRaisingEvents = true;
        process.OutputDataReceived += (_, line) => Show(line.Data);
        process.ErrorDataReceived += (_, _) => { };
        process.Exited += (_, _) => Ended();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private static void Show(string? line)
    {
        const string Listening = "Listening on ";
        if (line?.IndexOf(Listening, StringComparison.OrdinalIgnoreCase) is { } at and >= 0)
        {
            var port = new string([
                .. line[(at + Listening.Length)..].SkipWhile(letter => !char.IsAsciiDigit(letter)).TakeWhile(char.IsAsciiDigit),
            ]);
            Console.WriteLine($"Agents Playground is ready: open http://localhost:{port} and write hi");
        }
    }

    private void Ended()
    {
        if (!stopping)
        {
            log.PlaygroundEnded(process!.ExitCode);
        }
    }
}
