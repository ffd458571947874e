using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Represents one line of an incident's history. Lines are added, but never changed or deleted.</summary>
public sealed class TimelineEntry
{
    public const int LongestText = 2000;
    public const int LongestName = 200;

    public Guid IncidentId { get; init; }

    /// <summary>The line's number, which is also the incident's version after this line. Number 1 is the report itself.</summary>
    public int Number { get; init; }

    /// <summary>The time of the step, in UTC. For a step of an anonymous reporter, the start of that day.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The person as people see them: a name, or "The reporter".</summary>
    public required string By { get; init; }

    /// <summary>The person's Entra id; null for a reporter who isn't named, and for the bot.</summary>
    public string? ById { get; init; }

    public TimelineKind Kind { get; init; }

    public IncidentState From { get; init; }

    public IncidentState To { get; init; }

    /// <summary>The text of the step, masked.</summary>
    public string? Text { get; init; }

    /// <summary>
    /// What <see cref="FollowUpCodes"/> makes of the press that wrote this line. A press that Teams sends again is not written
    /// again.
    /// </summary>
    public Guid? Press { get; set; }

    /// <summary>Whether only the reporter takes such a step.</summary>
    public bool IsOfReporter => Kind is TimelineKind.Reported or TimelineKind.Added or TimelineKind.Withdrawn;
}

/// <summary>Says what was done in one step of an incident.</summary>
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

    /// <summary>A practice manager chose the type of incident, or how it came to light.</summary>
    Described = 14,

    /// <summary>A note that the reporter can read as well.</summary>
    ToldReporter = 15,
}

/// <summary>Represents an action to be taken because of an incident.</summary>
public sealed class IncidentAction
{
    public Guid IncidentId { get; init; }

    public int Number { get; init; }

    public required string Text { get; init; }

    /// <summary>The name of the person who does it, as a practice manager wrote it; null if nobody was named.</summary>
    public string? Owner { get; init; }

    /// <summary>The day by which it is to be done; null if no day was given.</summary>
    public DateOnly? DueOn { get; init; }

    public DateTimeOffset? DoneAt { get; set; }
}

/// <summary>Represents an action as it is written in the form.</summary>
/// <param name="Text">What is to be done; empty for no new action.</param>
/// <param name="Owner">Who does it; may be empty.</param>
/// <param name="DueOn">The day by which it is to be done, as the form sends it; may be empty.</param>
public sealed record NewAction(string Text, string Owner = "", string DueOn = "");

/// <summary>Identifies the person who takes a step on an incident. <see cref="Name"/> is what others see.</summary>
public sealed record Actor(PersonId? Id, string Name)
{
    public static Actor Reporter { get; } = new(null, "The reporter");

    /// <summary>Returns the reporter of an incident: by name if they chose that, otherwise as "The reporter" and without an id.</summary>
    public static Actor ReporterOf(Incident incident) =>
        incident is { Appearance: ReporterVisibility.Named, ReporterName: { Length: > 0 } name, ReporterId: { } id }
            ? new(PersonId.Of(id), name)
            : Reporter;
}
