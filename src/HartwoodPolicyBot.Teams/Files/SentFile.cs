using System.Text.Json;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Teams.Files;

/// <summary>
/// Represents a file that a person sent in their own chat. Teams puts it into their OneDrive, and says where to fetch it.
/// </summary>
/// <param name="Name">The file's name, with its ending.</param>
/// <param name="Address">The address to fetch it from, as it was received. It may be forged, so it must be checked.</param>
/// <remarks>Source: learn.microsoft.com, bots-filesv4, "Receive files in personal chat".</remarks>
public sealed record SentFile(string Name, string? Address)
{
    public const string ContentType = "application/vnd.microsoft.teams.file.download.info";
    private const string Picture = "image/";
    private const string PictureName = "picture";
    private const int LongestName = 200;

    private static readonly string[] PictureEndings =
    [
        ".jpg",
        ".jpeg",
        ".jfif",
        ".png",
        ".webp",
        ".heic",
        ".heif",
        ".gif",
        ".bmp",
        ".tif",
        ".tiff",
        ".svg",
        ".avif",
    ];

    /// <summary>
    /// Whether it is a picture that was pasted into the message. Teams keeps it and not OneDrive, and gives it only to the bot itself.
    /// </summary>
    public bool IsPasted { get; init; }

    /// <summary>Whether the file is a picture, by its name.</summary>
    public bool IsPicture => IsPasted || PictureEndings.Contains(Path.GetExtension(Name), StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the files of a message; most have none.</summary>
    public static IReadOnlyList<SentFile> In(TeamsActivity activity) =>
        [
            .. (activity.Attachments ?? [])
                .Where(attachment => string.Equals(attachment?.ContentType, ContentType, StringComparison.OrdinalIgnoreCase))
                .Select(Read),
            .. (activity.Attachments ?? [])
                .Where(attachment =>
                    attachment is { ContentUrl: not null }
                    && attachment.ContentType?.StartsWith(Picture, StringComparison.OrdinalIgnoreCase) == true
                )
                .Select(attachment => new SentFile(PictureName, attachment.ContentUrl) { IsPasted = true }),
        ];

    private static SentFile Read(MessageAttachment attachment)
    {
        var content = attachment.Content is JsonElement { ValueKind: JsonValueKind.Object } given ? given : default;
        var name = Path.GetFileName(ActivityText.Fold((attachment.Name ?? "").Replace('\\', '/')));
        var ending = ActivityText.Fold(Text(content, "fileType") ?? "").TrimStart('.');
        if (name.Length == 0)
        {
            name = "file";
        }

        // Teams gives the ending beside the name, and the name may lack it.
        return new(Path.HasExtension(name) || ending.Length == 0 ? Cut(name) : $"{Cut(name)}.{ending}", Text(content, "downloadUrl"));
    }

    private static string Cut(string name) => name.Length <= LongestName ? name : name[^LongestName..];

    private static string? Text(JsonElement content, string name) =>
        content.ValueKind == JsonValueKind.Object && content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
