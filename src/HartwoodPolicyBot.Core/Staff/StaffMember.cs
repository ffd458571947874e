namespace HartwoodPolicyBot.Core.Staff;

/// <summary>
/// Somebody who works at the practice and has training to do. Kept from the day on which they add the bot or begin their
/// training.
/// </summary>
public sealed class StaffMember
{
    public const int LongestName = 200;

    /// <summary>The person's object id in Entra, in lower case.</summary>
    public required string PersonId { get; init; }

    /// <summary>As Teams gives it.</summary>
    public required string Name { get; set; }

    public StaffRole Role { get; set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset NotedAt { get; init; }

    /// <summary>When a practice manager set them aside, because they left; UTC. Their records stay.</summary>
    public DateTimeOffset? SetAsideAt { get; set; }
}

/// <summary>What somebody does at the practice, as far as training differs by it.</summary>
public enum StaffRole
{
    /// <summary>Not asked yet.</summary>
    Unknown = 0,
    Clinical = 1,
    NonClinical = 2,
    Manager = 3,
}
