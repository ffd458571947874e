using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Files;

/// <summary>
/// Makes files. Each is written first to a temporary file that only this account can read and that is deleted after sending. A
/// slow reader then doesn't hold up the database or a thread, and a file that fails half-way is never sent.
/// </summary>
internal sealed class FileMaker(IEnumerable<FileContentOf> contents, Audit audit)
{
    private const int Buffer = 64 * 1024;

    private readonly Dictionary<string, IFileContent> byKind = contents.ToDictionary(
        entry => entry.Kind.Code,
        entry => entry.Content,
        StringComparer.Ordinal
    );

    /// <returns>The file; null if this person may not have it, which is written to the audit.</returns>
    public async Task<MadeFile?> MakeAsync(FileOffer offer, CancellationToken cancellationToken)
    {
        var prepared = byKind.TryGetValue(offer.Kind, out var content)
            ? await content.PrepareAsync(new(offer.Arguments, PersonId.Of(offer.PersonId)), cancellationToken)
            : null;
        if (prepared is null)
        {
            await audit.RefusedAsync(PersonId.Of(offer.PersonId), FileAudit.Fetch, FileRefusals.NotAllowed, offer.Kind, cancellationToken);
            return null;
        }

        var file = prepared.IsNeverOnDisk ? new MemoryStream() : (Stream)Open();
        try
        {
            await prepared.WriteAsync(file, cancellationToken);
            await file.FlushAsync(cancellationToken);
            file.Position = 0;
            return new(prepared.Name, prepared.ContentType, file);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static FileStream Open()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = Buffer,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        var path = Path.Combine(Path.GetTempPath(), $"hartwood-{Path.GetRandomFileName()}");
        if (OperatingSystem.IsWindows())
        {
            return new(path, options);
        }

        // On Unix a file without a name disappears with the process, even if it is killed; Windows deletes it when it is
        // closed.
        options.Options = FileOptions.Asynchronous;
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        File.Delete(path);
        return file;
    }
}

/// <summary>Holds a finished file until it is disposed: on disk, or in memory if nothing of it may be written.</summary>
internal sealed record MadeFile(string Name, string ContentType, Stream Content) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
