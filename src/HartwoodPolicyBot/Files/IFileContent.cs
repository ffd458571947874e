using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Files;

/// <summary>Makes the files of one kind: a feature's part in what people can fetch.</summary>
public interface IFileContent
{
    /// <summary>
    /// The file, ready to be written; null when this person may not have it. Called when it is fetched, whatever was the case
    /// when it was offered: somebody who is a practice manager no more gets nothing.
    /// </summary>
    Task<PreparedFile?> PrepareAsync(FileRequest asked, CancellationToken cancellationToken);
}

/// <param name="Arguments">Which file of its kind; as the feature wrote it into the offer.</param>
/// <param name="PersonId">Whom it was offered to.</param>
public sealed record FileRequest(string? Arguments, PersonId PersonId);

/// <summary>A file that can be made now.</summary>
/// <param name="Name">What it is called where it is saved.</param>
/// <param name="ContentType">A page (text/html) opens in the browser; everything else is saved.</param>
/// <param name="WriteAsync">Writes it, piece by piece, without holding it in memory.</param>
public sealed record PreparedFile(string Name, string ContentType, Func<Stream, CancellationToken, Task> WriteAsync)
{
    public const string Page = "text/html; charset=utf-8";
    public const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
