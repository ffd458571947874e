using System.Text.Json;
using System.Text.Json.Serialization;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Teams.Files;

/// <summary>
/// Offers to put a file into a person's OneDrive: Teams asks them, and sends their answer to the bot as an invoke. It works in
/// one-to-one chats only.
/// </summary>
/// <remarks>Source: learn.microsoft.com, "Send and receive files from a bot" (bots-filesv4).</remarks>
public sealed class FileConsentCard
{
    public const string ContentType = "application/vnd.microsoft.teams.card.file.consent";

    public required string Description { get; init; }

    /// <summary>The estimated size, which the person sees.</summary>
    public required long SizeInBytes { get; init; }

    public required FileContext AcceptContext { get; init; }

    public required FileContext DeclineContext { get; init; }

    /// <summary>Makes a message with only this card.</summary>
    /// <param name="offer">The id of the offer, which comes back with the answer.</param>
    /// <param name="name">The file's name. An existing file of that name is replaced.</param>
    /// <param name="description">What is in the file.</param>
    /// <param name="estimate">The estimated size in bytes.</param>
    public static TeamsActivity Message(string offer, string name, string description, long estimate) =>
        new()
        {
            Type = ActivityKinds.Message,
            Summary = name,
            Attachments =
            [
                new MessageAttachment
                {
                    ContentType = ContentType,
                    Name = name,
                    Content = new FileConsentCard
                    {
                        Description = description,
                        SizeInBytes = estimate,
                        AcceptContext = new(offer),
                        DeclineContext = new(offer),
                    },
                },
            ],
        };
}

/// <summary>
/// Holds what comes back with the answer. The client sends it, so it may be forged until it has been checked.
/// </summary>
public sealed record FileContext(string Offer);

/// <summary>Holds the answer to a <see cref="FileConsentCard"/>, as it is in the invoke.</summary>
public sealed class FileConsentAnswer
{
    public const string InvokeName = "fileConsent/invoke";

    /// <summary>The person's choice, "accept" or "decline".</summary>
    public string? Action { get; set; }

    public FileContext? Context { get; set; }

    public FileUploadInfo? UploadInfo { get; set; }

    [JsonIgnore]
    public bool IsAccepted => Action == "accept";

    /// <summary>Reads the answer; returns null if the invoke has none.</summary>
    public static FileConsentAnswer? In(TeamsActivity invoke)
    {
        try
        {
            return invoke.Value?.Deserialize(TeamsJson.Wire.FileConsentAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>
/// Says where Teams wants the file to be uploaded. The client sends it, so the address is checked before anything is sent
/// there.
/// </summary>
public sealed class FileUploadInfo
{
    public string? ContentUrl { get; set; }
    public string? Name { get; set; }
    public string? UploadUrl { get; set; }
    public string? UniqueId { get; set; }
    public string? FileType { get; set; }
}

/// <summary>Shows a file that is in OneDrive.</summary>
public sealed class FileInfoCard
{
    public const string ContentType = "application/vnd.microsoft.teams.card.file.info";

    public string? UniqueId { get; init; }

    public string? FileType { get; init; }

    /// <summary>Makes a message with only this card.</summary>
    public static TeamsActivity Message(FileUploadInfo file) =>
        new()
        {
            Type = ActivityKinds.Message,
            Summary = $"{file.Name} is in your OneDrive",
            Attachments =
            [
                new MessageAttachment
                {
                    ContentType = ContentType,
                    ContentUrl = file.ContentUrl,
                    Name = file.Name,
                    Content = new FileInfoCard { UniqueId = file.UniqueId, FileType = file.FileType },
                },
            ],
        };
}
