namespace HartwoodPolicyBot.Core.Training;

/// <summary>Training that somebody has to do by a day. A pass completes all that is open.</summary>
public sealed class TrainingAssignment
{
    public const int LongestReason = 200;

    public Guid Id { get; init; }

    /// <summary>Says what this is, once: a second one with the same key is not written.</summary>
    public required string Key { get; init; }

    public required string PersonId { get; init; }

    public AssignmentKind Kind { get; init; }

    /// <summary>Why, in a practice manager's words; null for induction and refresher.</summary>
    public string? Reason { get; init; }

    /// <summary>Day in London, as the next two.</summary>
    public DateOnly AssignedOn { get; init; }

    public DateOnly DueOn { get; set; }

    /// <summary>When the person last heard of it; null until they have.</summary>
    public DateOnly? RemindedOn { get; set; }

    /// <summary>UTC; null while it is open.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>The attempt that completed it.</summary>
    public Guid? CompletedBy { get; set; }
}

/// <summary>Why somebody has training to do.</summary>
/// <remarks>Source: the policy, section Training: at induction, at regular intervals thereafter, Personal Development Reviews.</remarks>
public enum AssignmentKind
{
    Induction = 1,
    Refresher = 2,

    /// <summary>By a practice manager, with a reason.</summary>
    Assigned = 3,
}
