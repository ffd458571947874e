namespace HartwoodPolicyBot.Core.Staff;

/// <summary>
/// Represents a member of staff, who has training to do. They are recorded from the day when they add the bot or start their training.
/// </summary>
public sealed class StaffMember
{
    public const int LongestName = 200;

    /// <summary>The person's object id in Entra, in lower case.</summary>
    public required string PersonId { get; init; }

    /// <summary>The person's name, given by Teams.</summary>
    public required string Name { get; set; }

    public StaffRole Role { get; set; }

    /// <summary>The time when they were recorded, in UTC.</summary>
    public DateTimeOffset NotedAt { get; init; }

    /// <summary>The time when a practice manager marked them as having left, in UTC. Their records stay.</summary>
    public DateTimeOffset? SetAsideAt { get; set; }
}

/// <summary>Says what somebody does at the practice, as far as it affects their training.</summary>
public enum StaffRole
{
    /// <summary>The person has not been asked yet.</summary>
    Unknown = 0,
    Clinical = 1,
    NonClinical = 2,
    Manager = 3,
}
