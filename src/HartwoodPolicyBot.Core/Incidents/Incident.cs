using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Represents a report of something that went wrong online, and what was done about it. IncidentSteps says what may be done and when.
/// </summary>
public sealed class Incident
{
    public const int LongestAccount = 4000;
    public const int LongestLine = 200;
    public const int LongestLink = 1000;

    public Guid Id { get; init; }

    /// <summary>
    /// What <see cref="FollowUpCodes"/> makes of the form that was filled in, and in builds up to November 2026 the form's own id.
    /// One form makes one incident, however often it arrives.
    /// </summary>
    public Guid FormId { get; init; }

    /// <summary>
    /// The number that people see, such as INC-2026-0001. A report about a practice manager has a random one, so that no gap in
    /// the others shows that there is one.
    /// </summary>
    public required string Reference { get; init; }

    /// <summary>The number of timeline lines. It keeps two changes at the same time from both being stored.</summary>
    public int Version { get; set; }

    public IncidentState State { get; set; }

    public IncidentRoute Route { get; init; }

    /// <summary>
    /// The time of the report, in UTC like all times here. For an anonymous report, the start of that day: a time could be
    /// matched with a person's chat.
    /// </summary>
    public DateTimeOffset ReportedAt { get; init; }

    /// <summary>The reporter's words, masked like all text here.</summary>
    public required string WhatHappened { get; init; }

    public IncidentKind Kind { get; set; }

    /// <summary>The website or app where it happened.</summary>
    public string? Platform { get; init; }

    public AccountOwner Account { get; init; }

    public string? Link { get; init; }

    public YesNoUnsure StillVisible { get; init; }

    public DateOnly? HappenedOn { get; init; }

    public DateOnly? NoticedOn { get; init; }

    public YesNoUnsure PatientRecognisable { get; init; }

    public string? AlreadyDone { get; init; }

    public IncidentSource Source { get; set; }

    public ReporterVisibility Appearance { get; init; }

    /// <summary>The reporter's Entra id; null for an anonymous report.</summary>
    public string? ReporterId { get; init; }

    /// <summary>Says whether this person reported it under their name. Of an anonymous report, nobody can say so.</summary>
    public bool IsReportedBy(PersonId personId) => ReporterId is { } reporter && PersonId.Of(reporter) == personId;

    /// <summary>The reporter's name; null unless the reporter chose to be named.</summary>
    public string? ReporterName { get; init; }

    /// <summary>For an anonymous report: what <see cref="FollowUpCodes"/> makes of the code that its reporter was shown.</summary>
    public string? CodeHash { get; init; }

    public string? OwnerId { get; set; }

    public string? OwnerName { get; set; }

    public int? Consequence { get; set; }

    public int? Likelihood { get; set; }

    public Referral Flags { get; set; }

    public string? Outcome { get; set; }

    public string? Learning { get; set; }

    /// <summary>The time from which the 72 hours for a data breach count; null when no patient could be recognised.</summary>
    public DateTimeOffset? BreachClockFrom { get; init; }

    public BreachDecision? BreachDecision { get; set; }

    public string? BreachReason { get; set; }

    /// <summary>The day by the end of which a complaint must be acknowledged; null when the incident isn't a complaint.</summary>
    public DateOnly? ComplaintDue { get; set; }

    public DateTimeOffset? ComplaintAcknowledgedAt { get; set; }

    public IList<TimelineEntry> Timeline { get; init; } = [];

    public IList<IncidentAction> Actions { get; init; } = [];

    public RiskGrade? Grade => Consequence is { } consequence && Likelihood is { } likelihood ? new(consequence, likelihood) : null;

    /// <summary>The time 72 hours after the practice became aware of a data breach. Nights, weekends and bank holidays count.</summary>
    /// <remarks>Source: UK GDPR article 33; themdu.com, "GDPR data breaches".</remarks>
    public DateTimeOffset? BreachDue => BreachClockFrom + BreachClock;

    public bool IsAnonymous => Appearance == ReporterVisibility.Anonymous;

    /// <summary>
    /// Says whether what the reporter's chat shows may name the report. It may not where that would lead from an anonymous
    /// report to the person; the chats of earlier builds' reporters name it already.
    /// </summary>
    public bool MayBeNamedToReporter => CodeHash is null || !FollowUpCodes.IsUnlinked(CodeHash);

    public bool BreachClockRuns => BreachClockFrom is not null && BreachDecision is null;

    public bool ComplaintClockRuns => ComplaintDue is not null && ComplaintAcknowledgedAt is null;

    public bool IsOver => State is IncidentState.Closed or IncidentState.Withdrawn;

    internal static TimeSpan BreachClock { get; } = TimeSpan.FromHours(72);
}
