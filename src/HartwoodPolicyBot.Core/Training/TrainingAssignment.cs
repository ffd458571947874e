namespace HartwoodPolicyBot.Core.Training;

/// <summary>Represents training that somebody must do by a day. A pass completes all open assignments.</summary>
public sealed class TrainingAssignment
{
    public const int LongestReason = 200;

    public Guid Id { get; init; }

    /// <summary>The key that says what this assignment is. No second one with the same key is stored.</summary>
    public required string Key { get; init; }

    public required string PersonId { get; init; }

    public AssignmentKind Kind { get; init; }

    /// <summary>The reason in a practice manager's words; null for induction and refresher.</summary>
    public string? Reason { get; init; }

    /// <summary>The day in London when it was assigned. The next two days are in London too.</summary>
    public DateOnly AssignedOn { get; init; }

    public DateOnly DueOn { get; set; }

    /// <summary>The day when the person was last told of it; null until then.</summary>
    public DateOnly? RemindedOn { get; set; }

    /// <summary>The time of completion, in UTC; null while it is open.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>The id of the attempt that completed it.</summary>
    public Guid? CompletedBy { get; set; }

    /// <summary>Says whether it is something to do now. A refresher is, from its first reminder.</summary>
    public bool IsDueBy(DateOnly today) => TrainingStatus.StateOf(Kind, DueOn, today) != TrainingState.Done;
}

/// <summary>Says why somebody has training to do.</summary>
/// <remarks>Source: the policy, section Training: at induction, at regular intervals thereafter, Personal Development Reviews.</remarks>
public enum AssignmentKind
{
    Induction = 1,
    Refresher = 2,

    /// <summary>Assigned by a practice manager, with a reason.</summary>
    Assigned = 3,
}
