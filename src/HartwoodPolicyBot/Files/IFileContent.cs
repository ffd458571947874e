using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Files;

/// <summary>Makes the files of one kind, for one feature.</summary>
internal interface IFileContent
{
    /// <summary>
    /// Returns the file, ready to be written; null if this person may not have it. It is called when the file is fetched, not
    /// when it is offered, so somebody who is no longer a practice manager gets nothing.
    /// </summary>
    Task<PreparedFile?> PrepareAsync(FileRequest request, CancellationToken cancellationToken);
}

/// <summary>Says which file is fetched, and for whom.</summary>
/// <param name="Arguments">Which file of this kind, as the feature wrote it into the offer.</param>
/// <param name="PersonId">The person to whom it was offered.</param>
internal sealed record FileRequest(string? Arguments, PersonId PersonId);

/// <summary>Describes a file that is ready to be written.</summary>
/// <param name="Name">The file name under which it is saved.</param>
/// <param name="ContentType">The media type. A page (text/html) opens in the browser; everything else is saved.</param>
/// <param name="WriteAsync">Writes the content to a stream piece by piece, without holding it in memory.</param>
internal sealed record PreparedFile(string Name, string ContentType, Func<Stream, CancellationToken, Task> WriteAsync)
{
    public const string Page = "text/html; charset=utf-8";
    public const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Whether the file is made in memory, because the bot promises not to write it anywhere.</summary>
    public bool IsNeverOnDisk { get; init; }
}
