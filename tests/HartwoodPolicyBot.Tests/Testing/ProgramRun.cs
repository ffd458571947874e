using System.Diagnostics;

namespace HartwoodPolicyBot.Testing;

/// <summary>Runs the built program as a process until it ends.</summary>
internal static class ProgramRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>Returns the exit code, and what it says to standard error.</summary>
    public static async Task<(int ExitCode, string Error)> ToEndAsync(
        string workingFolder,
        string environment,
        IEnumerable<KeyValuePair<string, string?>> settings,
        params IEnumerable<string> arguments
    )
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "HartwoodPolicyBot.dll"),
                .. arguments,
                "--contentRoot",
                AppContext.BaseDirectory,
                "--urls",
                "http://127.0.0.1:0",
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = workingFolder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = start.Environment["DOTNET_ENVIRONMENT"] = environment;
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var bot = Process.Start(start)!;
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            var error = bot.StandardError.ReadToEndAsync(patience.Token);
            await bot.StandardOutput.ReadToEndAsync(patience.Token);
            await bot.WaitForExitAsync(patience.Token);
            return (bot.ExitCode, await error);
        }
        finally
        {
            if (!bot.HasExited)
            {
                bot.Kill(entireProcessTree: true);
            }
        }
    }
}
