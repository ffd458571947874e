using System.ComponentModel;
using System.Diagnostics;

namespace HartwoodPolicyBot.Testing;

/// <summary>
/// Says what a test needs of the machine. If it is missing, the test is skipped with the reason, or fails where no test may be
/// skipped.
/// </summary>
public static class Requires
{
    private static readonly string[] UsualBrowsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly Lazy<bool> HasNode = new(() => Runs("node") && Runs("npx"));

    /// <summary>Returns the connection string of a PostgreSQL server on which databases can be created.</summary>
    public static string PostgreSql() =>
        Environment.GetEnvironmentVariable("HARTWOOD_TEST_POSTGRES") is { Length: > 0 } server
            ? server
            : Missing(
                "HARTWOOD_TEST_POSTGRES is not set: it names a PostgreSQL server for tests, such as Host=localhost;Username=postgres."
            );

    /// <summary>Returns the path of a Chromium browser.</summary>
    public static string Chromium()
    {
        var named = Environment.GetEnvironmentVariable("HARTWOOD_CHROMIUM");
        var browsers = string.IsNullOrEmpty(named) ? UsualBrowsers : [named];
        return browsers.FirstOrDefault(File.Exists)
            ?? Missing($"there is no Chromium at {string.Join(", ", browsers)}: install it, or name its program in HARTWOOD_CHROMIUM.");
    }

    /// <summary>Requires Node.js with npm.</summary>
    public static void Node()
    {
        if (!HasNode.Value)
        {
            Missing("Node.js with npm is not installed: the Agents Playground and Microsoft's card renderer run on it.");
        }
    }

    private static bool Runs(string program)
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd", $"/c {program} --version")
            : new ProcessStartInfo(program, "--version");
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        try
        {
            using var process = Process.Start(start);
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static string Missing(string reason)
    {
        Assert.False(Environment.GetEnvironmentVariable("HARTWOOD_TESTS_NO_SKIP") == "1", $"Nothing may be skipped here, but {reason}");
        Skip.If(true, reason);
        return "";
    }
}
