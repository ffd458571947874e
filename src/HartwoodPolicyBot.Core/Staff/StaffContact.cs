namespace HartwoodPolicyBot.Core.Staff;

/// <summary>
/// How the bot reaches a person one-to-one: the chat that they have with it. Kept for practice managers, for who has training
/// to be reminded of, and for who asked to be told about a report; Teams lets a bot write first only into a chat that it knows.
/// </summary>
public sealed class StaffContact
{
    /// <summary>The person's object id in Entra, in lower case.</summary>
    public required string PersonId { get; init; }

    public required string ServiceUrl { get; set; }

    public required string ConversationId { get; set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset NotedAt { get; set; }
}
