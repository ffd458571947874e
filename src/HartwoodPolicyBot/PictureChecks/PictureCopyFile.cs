using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Teams.Files;

namespace HartwoodPolicyBot.PictureChecks;

/// <summary>Makes the copy of a picture without hidden data, when the person accepts it.</summary>
internal sealed class PictureCopyFile(SentPictures sent, PictureIntake intake) : IFileContent
{
    public static FileKind Kind { get; } = new("picture-copy", "a copy of your picture without hidden data");

    public async Task<PreparedFile?> PrepareAsync(FileRequest request, CancellationToken cancellationToken)
    {
        if (sent.Find(request.PersonId, request.Arguments) is not { } file)
        {
            return null;
        }

        var made = await intake.CopyAsync(file, cancellationToken);
        return made.Value is { } copy
            ? new PreparedFile(NameOf(file), "application/octet-stream", async (to, cancel) => await to.WriteAsync(copy, cancel))
            {
                IsNeverOnDisk = true,
            }
            : throw new IOException($"The picture could not be copied: {made.Refusal!.Code}");
    }

    /// <summary>Returns a name that tells the copy from the picture, which OneDrive would otherwise replace.</summary>
    public static string NameOf(SentFile file) =>
        $"{Path.GetFileNameWithoutExtension(file.Name)} without hidden data{(file.IsPasted ? "" : Path.GetExtension(file.Name))}";
}
