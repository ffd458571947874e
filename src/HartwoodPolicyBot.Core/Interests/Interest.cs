namespace HartwoodPolicyBot.Core.Interests;

/// <summary>Represents a financial or commercial interest that a member of staff has declared.</summary>
/// <remarks>Source: the policy, Conflicts of interest: "declare any financial or commercial interests where appropriate".</remarks>
public sealed class Interest
{
    public const int LongestWhat = 300;
    public const int LongestParty = 150;

    public Guid Id { get; init; }

    /// <summary>The person's id in lower case.</summary>
    public required string PersonId { get; init; }

    public required string PersonName { get; init; }

    /// <summary>What it is, such as a paid talk, with identifiers hidden.</summary>
    public required string What { get; init; }

    /// <summary>The company or person that it is with.</summary>
    public required string Party { get; init; }

    /// <summary>The day when it began; null if they didn't say.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Says whether they will mention it when they post.</summary>
    public bool IsMentioned { get; init; }

    /// <summary>The time of the declaration, in UTC.</summary>
    public DateTimeOffset DeclaredAt { get; init; }

    /// <summary>The time of the last change, in UTC; null if it was never changed.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The day in London on which they declared it, changed it, or last said that it is still right.</summary>
    public DateOnly ConfirmedOn { get; init; }

    /// <summary>The day in London when they were last asked whether it is still right.</summary>
    public DateOnly? ToldOn { get; init; }

    /// <summary>The time when it ended, in UTC; null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Counts the changes. A click on an older card names an older version and changes nothing.</summary>
    public int Version { get; init; }
}
