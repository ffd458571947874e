using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Takes the step with which a practice manager fills in what the report form does not ask. It adds one line to the timeline, or
/// returns a refusal and changes nothing.
/// </summary>
internal static class IncidentDetails
{
    /// <summary>Chooses the type of incident and how it came to light; null leaves one as it is. A complaint gets its deadline.</summary>
    public static Refusal? Describe(Incident incident, Actor by, DateTimeOffset now, int seen, IncidentKind? kind, IncidentSource? source)
    {
        if (
            (IncidentSteps.Over(incident) ?? IncidentSteps.WasFirst(incident, TimelineKind.Described, seen, "filled in the details")) is
            { } refusal
        )
        {
            return refusal;
        }

        if (kind is null && source is null)
        {
            return IncidentRefusals.NoChoice;
        }

        incident.Kind = kind ?? incident.Kind;
        if (source is { } chosen && chosen != incident.Source)
        {
            incident.Source = chosen;
            incident.ComplaintDue = NewIncident.ComplaintDue(chosen, PracticeTime.DateOf(incident.ReportedAt));
        }

        return IncidentSteps.Move(
            incident,
            TimelineKind.Described,
            by,
            now,
            incident.State,
            $"{IncidentWords.Of(incident.Kind)}; {IncidentWords.Of(incident.Source)}"
        );
    }
}
