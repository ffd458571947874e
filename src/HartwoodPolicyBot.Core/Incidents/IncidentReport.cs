namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Represents a report that was read and checked. Its text is masked.</summary>
public sealed record IncidentReport
{
    public required string WhatHappened { get; init; }

    public required IncidentKind Kind { get; init; }

    public required string Platform { get; init; }

    public required AccountOwner Account { get; init; }

    public required string Link { get; init; }

    public required YesNoUnsure StillVisible { get; init; }

    public DateOnly? HappenedOn { get; init; }

    public DateOnly? NoticedOn { get; init; }

    public required YesNoUnsure PatientRecognisable { get; init; }

    public required string AlreadyDone { get; init; }

    public required IncidentSource Source { get; init; }

    public required ReporterVisibility Appearance { get; init; }

    public required IncidentRoute Route { get; init; }

    /// <summary>
    /// Returns the report as builds up to November 2026 read it. They took an answer for a question that was left out, and
    /// stored the form with that.
    /// </summary>
    internal IncidentReport AsReadEarlier() =>
        this with
        {
            Account = Account == AccountOwner.NotSaid ? AccountOwner.NotKnown : Account,
            StillVisible = StillVisible == YesNoUnsure.NotSaid ? YesNoUnsure.Unsure : StillVisible,
            Source = Source == IncidentSource.NotSaid ? IncidentSource.Staff : Source,
        };

    /// <summary>Says whether a stored incident has these answers.</summary>
    internal bool IsIn(Incident incident) =>
        (incident.WhatHappened, incident.Platform ?? "", incident.Link ?? "", incident.AlreadyDone ?? "")
            == (WhatHappened, Platform, Link, AlreadyDone)
        && (incident.Kind, incident.Account, incident.StillVisible, incident.PatientRecognisable)
            == (Kind, Account, StillVisible, PatientRecognisable)
        && (incident.HappenedOn, incident.NoticedOn, incident.Source, incident.Appearance, incident.Route)
            == (HappenedOn, NoticedOn, Source, Appearance, Route);
}
