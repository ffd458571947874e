using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Keeps what was learned in a file, so that a start reads it and doesn't learn. The file holds weights, counts of words by their
/// hash, and the common words of the phrasings; no question that anybody has asked, and no draft.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="log">Says once when the file can't be used.</param>
internal sealed class LearnedFile(string path, ILogger log)
{
    /// <summary>
    /// Names the layout, and the way in which the code turns text into features. Raise the number when either changes, so that
    /// no older file is read.
    /// </summary>
    private static ReadOnlySpan<byte> Format => "HWLRN002"u8;

    /// <summary>
    /// Returns what was kept, and whether it has this fingerprint of the files and the code; null if there is none or it can't be used.
    /// </summary>
    /// <param name="fingerprint">Returns a hash of all that it is learned from; only asked if something was kept.</param>
    /// <param name="read">Reads it; returns null if it doesn't fit.</param>
    public (T Learned, bool IsCurrent)? Read<T>(Func<byte[]> fingerprint, Func<LearnedReader, T?> read)
        where T : class
    {
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16);
            Span<byte> header = stackalloc byte[Format.Length + (2 * SHA256.HashSizeInBytes)];
            file.ReadExactly(header);
            var begin = file.Position;
            if (!header.StartsWith(Format) || !SHA256.HashData(file).AsSpan().SequenceEqual(header[^SHA256.HashSizeInBytes..]))
            {
                log.LearnedNotRead(path, "it is broken, or was written by another version");
                return null;
            }

            file.Position = begin;
            using var reader = new LearnedReader(file);
            return read(reader) is { } learned
                ? (learned, header.Slice(Format.Length, SHA256.HashSizeInBytes).SequenceEqual(fingerprint()))
                : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            log.LearnedNotRead(path, fault.Message);
            return null;
        }
    }

    /// <summary>Says whether what was kept has this fingerprint. It doesn't look whether the rest is whole.</summary>
    public bool IsOf(byte[] fingerprint)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            var begin = new byte[Format.Length + fingerprint.Length];
            file.ReadExactly(begin);
            return begin.AsSpan().StartsWith(Format) && begin.AsSpan(Format.Length).SequenceEqual(fingerprint);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Keeps what was learned. The file is replaced at once, so a start finds the old one or the new one, never half.</summary>
    public void Write(byte[] fingerprint, Action<LearnedWriter> write)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var made = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var file = new FileStream(made, options))
            {
                file.Write([.. Format, .. fingerprint, .. new byte[SHA256.HashSizeInBytes]]);
                var begin = file.Position;
                using (var writer = new LearnedWriter(file))
                {
                    write(writer);
                }

                file.Position = begin;
                var hash = SHA256.HashData(file);
                file.Position = begin - hash.Length;
                file.Write(hash);
                file.Flush(flushToDisk: true);
            }

            File.Move(made, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            log.LearnedNotWritten(path, fault.Message);
            TryDelete(made);
        }
    }

    private static void TryDelete(string made)
    {
        try
        {
            File.Delete(made);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The warning about the file itself has been logged already.
        }
    }
}
