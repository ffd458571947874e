using System.Text.Json.Serialization;

namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>
/// Holds what an activity states about its own text: a mention in a received one, the cited sections in a sent one. Teams
/// accepts one root <c>https://schema.org/Message</c> entity in a message and answers 400 to two.
/// </summary>
/// <remarks>Source: learn.microsoft.com, "Bot messages with AI-generated content" (citations).</remarks>
public sealed class MessageEntity
{
    public const string SchemaOrgMessage = "https://schema.org/Message";

    public string? Type { get; set; }

    /// <summary>
    /// For a mention, the account that is mentioned; <see cref="Text"/> is the <c>&lt;at&gt;</c> text for it.
    /// </summary>
    public TeamsAccount? Mentioned { get; set; }
    public string? Text { get; set; }

    /// <summary>For a quote, the message that is quoted.</summary>
    public QuotedMessage? QuotedReply { get; set; }

    [JsonPropertyName("@type")]
    public string? SchemaType { get; set; }

    [JsonPropertyName("@context")]
    public string? SchemaContext { get; set; }

    public IList<Citation>? Citation { get; set; }

    /// <summary>Makes the root entity that lists the cited sections, best first; at most 20.</summary>
    public static MessageEntity Citing(IEnumerable<CitedDocument> documents) =>
        new()
        {
            Type = SchemaOrgMessage,
            SchemaType = "Message",
            SchemaContext = "https://schema.org",
            Citation = [.. documents.Take(20).Select((document, index) => new Citation { Position = index + 1, Appearance = document })],
        };
}

/// <summary>Holds the beginning of a message that somebody quoted, and who wrote it.</summary>
/// <remarks>Source: microsoft/teams.net#389, QuotedReplyData.</remarks>
public sealed class QuotedMessage
{
    public string? SenderName { get; set; }
    public string? Preview { get; set; }
}

/// <summary>Holds one cited section: its position in the list, and what its pop-up shows.</summary>
public sealed class Citation
{
    [JsonPropertyName("@type")]
    public string SchemaType { get; set; } = "Claim";
    public int Position { get; set; }
    public CitedDocument? Appearance { get; set; }
}

/// <summary>Holds what a citation shows. Teams' limits are 80 characters for the name and 160 for the abstract.</summary>
public sealed class CitedDocument
{
    public const int LongestAbstract = 160;

    [JsonPropertyName("@type")]
    public string SchemaType { get; set; } = "DigitalDocument";
    public string? Name { get; set; }
    public string? Abstract { get; set; }
    public string? Url { get; set; }
}
