using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>One line of an incident's history. Lines are added, and never changed or deleted.</summary>
public sealed class TimelineEntry
{
    public const int LongestText = 2000;
    public const int LongestName = 200;

    public Guid IncidentId { get; init; }

    /// <summary>1 is the report itself; also the incident's version after this line.</summary>
    public int Number { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>As people see it: a name, or "The reporter".</summary>
    public required string By { get; init; }

    /// <summary>Entra id; null for a reporter who is not named, and for the bot.</summary>
    public string? ById { get; init; }

    public TimelineKind Kind { get; init; }

    public IncidentState From { get; init; }

    public IncidentState To { get; init; }

    /// <summary>Masked.</summary>
    public string? Text { get; init; }
}

public enum TimelineKind
{
    Reported = 1,
    Acknowledged = 2,
    TakenOn = 3,
    Noted = 4,
    Graded = 5,
    PassedOn = 6,
    ActionsChanged = 7,
    Decided = 8,
    ComplaintAcknowledged = 9,
    Closed = 10,
    Reopened = 11,
    Added = 12,
    Withdrawn = 13,
}

/// <summary>Something to be done because of an incident.</summary>
public sealed class IncidentAction
{
    public Guid IncidentId { get; init; }

    public int Number { get; init; }

    public required string Text { get; init; }

    public DateTimeOffset? DoneAt { get; set; }
}

/// <summary>Who does something to an incident. <see cref="Name"/> is what others see.</summary>
public sealed record Actor(PersonId? Id, string Name)
{
    public static Actor Reporter { get; } = new(null, "The reporter");
}
