namespace HartwoodPolicyBot.Core.PolicyConcerns;

/// <summary>Represents somebody's concern that a policy discriminates, and what its author answered.</summary>
/// <remarks>
/// Source: the policy, Equality and diversity impact assessment: "If, at any time, this policy is considered to be discriminatory in
/// any way, the author of the policy should be contacted immediately to discuss these concerns."
/// </remarks>
public sealed class PolicyConcern
{
    public const int LongestText = 4000;

    public Guid Id { get; init; }

    /// <summary>A keyed hash of the form and its answers. A form that Teams sends twice is one concern.</summary>
    public Guid FormMark { get; init; }

    /// <summary>The id of the policy, such as "social-media".</summary>
    public required string Policy { get; init; }

    /// <summary>The policy's title when the concern was raised.</summary>
    public required string PolicyTitle { get; init; }

    /// <summary>The version that was in force then, with its text code.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>The concern, masked like all text here; empty once it was withdrawn.</summary>
    public required string Text { get; set; }

    public ConcernVisibility Visibility { get; init; }

    /// <summary>Whether it is about the author of the policy, who then does not get it.</summary>
    public bool IsAboutAuthor { get; init; }

    /// <summary>
    /// The time, in UTC like all times here. For an anonymous concern, the start of that day: a time could be matched with a chat.
    /// </summary>
    public DateTimeOffset RaisedAt { get; init; }

    /// <summary>The Entra id of who raised it, in lower case; null for an anonymous concern.</summary>
    public string? RaiserId { get; init; }

    /// <summary>Their name; null unless they chose to be named.</summary>
    public string? RaiserName { get; init; }

    /// <summary>For an anonymous concern, a keyed hash of the code by which it is followed up.</summary>
    public string? CodeHash { get; init; }

    public ConcernState State { get; set; }

    public string? Answer { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>The Entra id of who answered, in lower case.</summary>
    public string? AnsweredById { get; set; }

    public string? AnsweredBy { get; set; }

    /// <summary>When it was closed or withdrawn; null while it is open. Of what an anonymous person did only the day is kept.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The version, which grows with each change. Of two simultaneous changes, the second fails.</summary>
    public int Version { get; set; }

    public bool IsAnonymous => Visibility == ConcernVisibility.Anonymous;

    public bool IsOver => State is ConcernState.Closed or ConcernState.Withdrawn;
}

/// <summary>Says who sees who raised a concern. The values are stored.</summary>
public enum ConcernVisibility
{
    /// <summary>Whoever answers sees the name.</summary>
    Named = 1,

    /// <summary>Nobody sees the name, but the answer can be sent.</summary>
    Confidential = 2,

    /// <summary>Nothing about the person is stored. A code leads to the answer.</summary>
    Anonymous = 3,
}

/// <summary>Says how far a concern has come. The values are stored.</summary>
public enum ConcernState
{
    Open = 1,
    Answered = 2,
    Closed = 3,
    Withdrawn = 4,
}
