namespace HartwoodPolicyBot.Testing;

/// <summary>
/// Keeps what a bot has learned from the shipped files in artifacts/learned, and hands it to the bots that start later, as a bot finds
/// it that was started before. Learning takes half a minute of a processor. A bot itself looks whether a file fits its code and content,
/// so an old one does no harm.
/// </summary>
public static class LearnedFiles
{
    private const string KeptAs = "kept";
    private static readonly string[] Endings = [".learned", ".concerns"];
    private static readonly DirectoryInfo Kept = Directory.CreateDirectory(Path.Combine(RepositoryRoot.Path, "artifacts", "learned"));

    /// <summary>Makes a folder for a database of this name, with a copy in it.</summary>
    public static DirectoryInfo NewFolder(string database)
    {
        var folder = Directory.CreateTempSubdirectory("hartwood-");
        GiveTo(Path.Combine(folder.FullName, database));
        return folder;
    }

    /// <summary>Puts a copy beside a database.</summary>
    public static void GiveTo(string database)
    {
        foreach (var file in Endings.SelectMany(ending => Kept.GetFiles($"{KeptAs}*{ending}")))
        {
            file.CopyTo(Path.ChangeExtension(database, null) + file.Name[KeptAs.Length..], overwrite: true);
        }
    }

    /// <summary>Keeps a copy of what lies beside a database.</summary>
    public static void TakeFrom(string database)
    {
        var stem = Path.GetFileNameWithoutExtension(database);
        var folder = new DirectoryInfo(Path.GetDirectoryName(database)!);
        foreach (var file in Endings.SelectMany(ending => folder.Exists ? folder.GetFiles($"{stem}*{ending}") : []))
        {
            // Moved into its place whole, because other bots of this run read it.
            var copy = file.CopyTo(Path.Combine(Kept.FullName, $"{Guid.NewGuid():N}.copy"));
            copy.MoveTo(Path.Combine(Kept.FullName, KeptAs + file.Name[stem.Length..]), overwrite: true);
        }
    }
}
