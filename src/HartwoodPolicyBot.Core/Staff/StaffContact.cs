namespace HartwoodPolicyBot.Core.Staff;

/// <summary>
/// Holds the chat in which the bot can write to a person. It is kept for practice managers, for people with training to be reminded of,
/// and for people who want to be told about their report. Teams lets a bot write first only in a chat that it knows.
/// </summary>
public sealed class StaffContact
{
    /// <summary>The person's object id in Entra, in lower case.</summary>
    public required string PersonId { get; init; }

    public required string ServiceUrl { get; set; }

    public required string ConversationId { get; set; }

    /// <summary>The day on which it was recorded. A time could be matched with an anonymous report.</summary>
    public DateTimeOffset NotedAt { get; set; }
}
