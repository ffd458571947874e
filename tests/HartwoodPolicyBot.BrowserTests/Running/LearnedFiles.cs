namespace HartwoodPolicyBot.BrowserTests.Running;

/// <summary>
/// Hands what one bot of this test run has learned to the next, as a bot finds it that was started before. Learning takes some
/// seconds of both processors, and only the first start of a run needs to show that it works.
/// </summary>
internal static class LearnedFiles
{
    private static readonly string[] Patterns = ["*.learned", "*.concerns"];
    private static readonly string Shared = Directory.CreateTempSubdirectory("hartwood-learned-").FullName;
    private static readonly Lock Copying = new();

    static LearnedFiles() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Shared, recursive: true);

    public static void GiveTo(string folder) => Copy(Shared, folder);

    public static void TakeFrom(string folder) => Copy(folder, Shared);

    private static void Copy(string from, string to)
    {
        lock (Copying)
        {
            foreach (var file in Patterns.SelectMany(pattern => Directory.GetFiles(from, pattern)))
            {
                File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
            }
        }
    }
}
