using System.Diagnostics;

namespace HartwoodPolicyBot.BrowserTests.Running;

/// <summary>Provides Microsoft's renderer and schemas from npm, in the exact versions of package-lock.json.</summary>
internal static class NodePackages
{
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    /// <summary>Returns the path of a file in a package, and installs the packages if they are missing.</summary>
    public static async Task<string> FileAsync(params string[] path)
    {
        Requires.Node();
        await Installed.Value;
        return Path.Combine([Repository.Tests, "node_modules", .. path]);
    }

    /// <summary>Runs a script of this project.</summary>
    /// <returns>The exit code and the output.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(string script, params string[] arguments)
    {
        Requires.Node();
        await Installed.Value;
        return await RunProgramAsync("node", [Path.Combine(Repository.Tests, script), .. arguments]);
    }

    private static async Task InstallAsync()
    {
        if (Directory.Exists(Path.Combine(Repository.Tests, "node_modules")))
        {
            return;
        }

        var (exitCode, output) = await RunProgramAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci"]);
        Assert.True(exitCode == 0, $"npm ci failed: {output}");
    }

    private static async Task<(int ExitCode, string Output)> RunProgramAsync(string program, string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Repository.Tests,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }
}
