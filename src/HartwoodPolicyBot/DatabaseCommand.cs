using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Storage;

namespace HartwoodPolicyBot;

/// <summary>
/// Backs the database up and restores it: <c>dotnet run --project src/HartwoodPolicyBot -- backup FILE</c>, or
/// <c>restore FILE</c>.
/// </summary>
internal static class DatabaseCommand
{
    private const string Backup = "backup";
    private const string Restore = "restore";

    public static bool IsAskedFor(string[] args) => args is [Backup or Restore, ..];

    /// <summary>
    /// Returns the arguments without the command and its file: a path that starts with a slash would be read as a setting, with
    /// the next argument as its value.
    /// </summary>
    public static string[] SettingsIn(string[] args) => IsAskedFor(args) ? args[Math.Min(2, args.Length)..] : args;

    /// <returns>The exit code: 0 if it was done, 1 if not; one line says why.</returns>
    public static int Run(string[] args, IServiceProvider services)
    {
        var file = services.GetRequiredService<SqliteFile>();
        if (Fault(args, services.GetRequiredService<StorageOptions>(), file) is { } fault)
        {
            Console.Error.WriteLine(fault);
            return 1;
        }

        var codes = services.GetRequiredService<RestoredCodes>();
        var (backups, target) = (services.GetRequiredService<SqliteBackup>(), Path.GetFullPath(args[1]));
        try
        {
            if (args[0] == Backup)
            {
                backups.Write(target);
                Console.WriteLine($"Written: {target}. It holds reports and names, so keep it where only the practice can read it.");
                if (codes.KeyFile is { } key)
                {
                    Console.WriteLine($"The codes of anonymous reports also need {key}. Keep a copy of it, apart from the backup.");
                }

                return 0;
            }

            var old = backups.Restore(target);
            Console.WriteLine(
                $"Restored: {target}. {(old is null ? "There was no database before." : $"What was there before is kept: {old}.")} "
                    + "Now start the bot."
            );
            if (codes.CountOfOtherKey() is > 0 and var count)
            {
                Console.Error.WriteLine(
                    $"The key here doesn't belong to this database, so the codes of {count} anonymous "
                        + $"{(count == 1 ? "report" : "reports")} won't work: before you start the bot, put back "
                        + (codes.KeyFile is { } key ? $"the file that was {key}." : "Incidents:FollowUpKey as it was.")
                );
            }

            return 0;
        }
        catch (BackupException refused)
        {
            Console.Error.WriteLine(refused.Message);
            return 1;
        }
    }

    private static string? Fault(string[] args, StorageOptions storage, SqliteFile file) =>
        storage.Provider == StorageProvider.PostgreSql
            ? "The database is PostgreSQL: use pg_dump for a backup and pg_restore to restore it."
        : args.Length < 2 || args[1].StartsWith('-') ? $"Name the file: {args[0]} hartwood-backup.db"
        : file.Path is null ? "Storage:ConnectionString names no file."
        : null;
}
