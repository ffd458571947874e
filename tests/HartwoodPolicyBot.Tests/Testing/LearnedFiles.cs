using HartwoodPolicyBot.Core.Storage;

namespace HartwoodPolicyBot.Testing;

/// <summary>
/// Hands what the hosts of this test run have learned from the shipped files to a bot that runs as a process, as a bot finds it that was
/// started before. Learning takes some 20 seconds of a processor, and the tests of learning show that it works.
/// </summary>
internal static class LearnedFiles
{
    private const string KeptAs = "kept";
    private static readonly string[] Patterns = ["*.learned", "*.concerns"];
    private static readonly DirectoryInfo Kept = Directory.CreateTempSubdirectory("hartwood-learned-");
    private static readonly Lock Copying = new();

    static LearnedFiles() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Kept.Delete(recursive: true);

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
        var stem = Path.ChangeExtension(database, null);
        lock (Copying)
        {
            foreach (var file in Patterns.SelectMany(Kept.GetFiles))
            {
                file.CopyTo(stem + file.Name[KeptAs.Length..], overwrite: true);
            }
        }
    }

    /// <summary>Lets a host learn, and keeps a copy of what it has written beside its database.</summary>
    public static T KeepWhatIsLearned<T>(StorageOptions storage, string ending, Func<T> learn)
    {
        var learned = learn();
        if (SqliteFile.PathOf(storage) is { } database && Directory.Exists(Path.GetDirectoryName(database)))
        {
            var stem = Path.GetFileNameWithoutExtension(database);
            lock (Copying)
            {
                foreach (var file in Directory.GetFiles(Path.GetDirectoryName(database)!, $"{stem}*{ending}"))
                {
                    File.Copy(file, Path.Combine(Kept.FullName, KeptAs + Path.GetFileName(file)[stem.Length..]), overwrite: true);
                }
            }
        }

        return learned;
    }
}
