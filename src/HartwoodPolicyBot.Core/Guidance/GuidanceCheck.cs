namespace HartwoodPolicyBot.Core.Guidance;

/// <summary>
/// Records that a practice manager has looked at the national guidance, and what came of it. Rows are added, and never changed. On
/// one day there is one row for each result, however often it is tapped.
/// </summary>
public sealed class GuidanceCheck
{
    public Guid Id { get; init; }

    /// <summary>The day in London.</summary>
    public DateOnly On { get; init; }

    /// <summary>The time, in UTC.</summary>
    public DateTimeOffset At { get; init; }

    public GuidanceResult Result { get; init; }

    /// <summary>The ids of the documents that were listed, with spaces between them.</summary>
    public required string Documents { get; init; }

    /// <summary>The Entra id of the practice manager, in lower case.</summary>
    public required string ById { get; init; }

    /// <summary>Their name at that time.</summary>
    public required string ByName { get; init; }

    /// <summary>Says whether this document was in the list that was checked.</summary>
    public bool Includes(GuidanceDocument document) => Documents.Split(' ').Contains(document.Id, StringComparer.Ordinal);
}

/// <summary>Says what came of a check.</summary>
public enum GuidanceResult
{
    NothingToChange = 1,

    /// <summary>The policy has to be changed.</summary>
    UpdateStarted = 2,
}
