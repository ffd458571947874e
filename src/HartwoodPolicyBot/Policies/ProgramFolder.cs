namespace HartwoodPolicyBot.Policies;

/// <summary>Finds the files that ship with the program, from whatever folder it is started.</summary>
internal static class ProgramFolder
{
    public static string Path(string path) => System.IO.Path.Combine(AppContext.BaseDirectory, path);
}
