using System.Security.Cryptography;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Reads the key of anonymous reports' codes from the settings or from its file, which it makes at the first start.</summary>
public static class FollowUpKeyFile
{
    private const string Ending = ".key";
    private static readonly TimeSpan AnotherWrites = TimeSpan.FromSeconds(1);

    /// <exception cref="FollowUpKeyException">The file can't be read or made, or holds no key.</exception>
    public static FollowUpKey Read(FollowUpOptions options, StorageOptions storage)
    {
        if (options.FollowUpKey is { Length: > 0 } text)
        {
            return FollowUpKey.Of(text);
        }

        var path = PathOf(options, storage);
        try
        {
            if (!File.Exists(path))
            {
                Make(path);
            }

            return new(InFile(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException or FormatException)
        {
            throw new FollowUpKeyException(path, fault);
        }
    }

    /// <summary>Returns where the key's file is or will be.</summary>
    internal static string PathOf(FollowUpOptions options, StorageOptions storage) =>
        Path.GetFullPath(options.FollowUpKeyFile is { Length: > 0 } named ? named : SqliteFile.Beside(storage, Ending));

    /// <summary>Returns the key if there is one that can be read, and makes none.</summary>
    internal static FollowUpKey? Find(FollowUpOptions options, StorageOptions storage)
    {
        try
        {
            return options.FollowUpKey is { Length: > 0 } || File.Exists(PathOf(options, storage)) ? Read(options, storage) : null;
        }
        catch (FollowUpKeyException)
        {
            return null;
        }
    }

    private static byte[] InFile(string path)
    {
        // Another instance that starts at the same moment may still be writing the file, and lets nobody read it meanwhile.
        SpinWait.SpinUntil(() => IsWritten(path), AnotherWrites);
        return Convert.FromBase64String(File.ReadAllText(path).Trim()) is { Length: FollowUpKey.Bytes } key
            ? key
            : throw new FormatException($"The key has not {FollowUpKey.Bytes} bytes.");
    }

    private static bool IsWritten(string path)
    {
        try
        {
            return File.ReadAllText(path).Length >= FollowUpKey.Bytes;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Makes the file, which only the bot's account may read. If another instance was faster, its file stays.</summary>
    private static void Make(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // A copy, because a file that is renamed would replace the one that another instance has just made.
        var made = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var stream = new FileStream(made, options))
            {
                stream.Write(
                    System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(FollowUpKey.Bytes)))
                );
                stream.Flush(flushToDisk: true);
            }

            File.Copy(made, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path)) { }
        finally
        {
            File.Delete(made);
        }
    }
}

/// <summary>
/// Says that the key of anonymous reports' codes can't be had, and what to do. The message is for the person who starts the
/// bot.
/// </summary>
public sealed class FollowUpKeyException(string path, Exception fault)
    : SetUpException(
        $"The key for the codes of anonymous reports can't be read from or written to {path}. {fault.Message} Put the file back, name "
            + "another one in Incidents:FollowUpKeyFile, or set Incidents:FollowUpKey.",
        fault
    );
