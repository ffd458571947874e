using System.Text.Json.Serialization;

namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>
/// What an activity says about its own text: a mention on the way in, the cited sections on the way out.
/// Teams accepts one root <c>https://schema.org/Message</c> entity a message and answers 400 to two.
/// </summary>
/// <remarks>Source: learn.microsoft.com, "Bot messages with AI-generated content" (citations).</remarks>
public sealed class MessageEntity
{
    public const string SchemaOrgMessage = "https://schema.org/Message";

    public string? Type { get; set; }

    /// <summary>Of a mention: who is mentioned, and the <c>&lt;at&gt;</c> text that stands for them.</summary>
    public TeamsAccount? Mentioned { get; set; }
    public string? Text { get; set; }

    [JsonPropertyName("@type")]
    public string? SchemaType { get; set; }

    [JsonPropertyName("@context")]
    public string? SchemaContext { get; set; }

    public IList<Citation>? Citation { get; set; }

    /// <summary>The root entity that lists the cited sections, best first; at most 20.</summary>
    public static MessageEntity Citing(IEnumerable<CitedDocument> documents) =>
        new()
        {
            Type = SchemaOrgMessage,
            SchemaType = "Message",
            SchemaContext = "https://schema.org",
            Citation = [.. documents.Take(20).Select((document, index) => new Citation { Position = index + 1, Appearance = document })],
        };
}

/// <summary>One cited section: its place in the list and what its pop-up shows.</summary>
public sealed class Citation
{
    [JsonPropertyName("@type")]
    public string SchemaType { get; set; } = "Claim";
    public int Position { get; set; }
    public CitedDocument? Appearance { get; set; }
}

/// <summary>What a citation shows. Teams' limits: name 80 characters, abstract 160.</summary>
public sealed class CitedDocument
{
    public const int LongestAbstract = 160;

    [JsonPropertyName("@type")]
    public string SchemaType { get; set; } = "DigitalDocument";
    public string? Name { get; set; }
    public string? Abstract { get; set; }
    public string? Url { get; set; }
}
