namespace HartwoodPolicyBot.BrowserTests.Running;

/// <summary>Finds files in the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = RepositoryRoot.Path;

    public static string Bot { get; } = Path.Combine(Root, "src", "HartwoodPolicyBot");

    /// <summary>Returns the path of the built bot, in the same configuration as the tests.</summary>
    public static string BotProgram { get; } = Path.Combine(Bot, "bin", Configuration(), "net10.0", "HartwoodPolicyBot.dll");

    public static string Tests { get; } = Path.Combine(Root, "tests", "HartwoodPolicyBot.BrowserTests");

    /// <summary>
    /// Says whether to save a picture of each card and page. That takes minutes, and the checks need none, so it is done only when
    /// HARTWOOD_PICTURES is 1.
    /// </summary>
    public static bool IsPictured { get; } = Environment.GetEnvironmentVariable("HARTWOOD_PICTURES") == "1";

    /// <summary>Returns the path of a file under artifacts/screenshots, and makes its folder.</summary>
    public static string Screenshot(params string[] path)
    {
        var file = Path.Combine([Root, "artifacts", "screenshots", .. path]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return file;
    }

    /// <summary>Reads the configuration from the path of the tests, which are in bin/CONFIGURATION/net10.0.</summary>
    private static string Configuration() => Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name;
}
