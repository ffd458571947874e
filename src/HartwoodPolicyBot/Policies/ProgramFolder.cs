namespace HartwoodPolicyBot.Policies;

/// <summary>Finds what ships with the program, wherever the program is started from.</summary>
internal static class ProgramFolder
{
    public static string Path(string path) => System.IO.Path.Combine(AppContext.BaseDirectory, path);
}
