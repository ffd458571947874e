using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Closes incidents in each possible way, and says what must be done before. Like all steps, closing adds to the timeline, or returns a
/// refusal and changes nothing.
/// </summary>
public static class IncidentClosing
{
    /// <summary>Returns what must be done before the incident can be closed, each as a sentence.</summary>
    public static IReadOnlyList<string> Missing(Incident incident)
    {
        var open = incident.Actions.Count(action => action.DoneAt is null);
        (bool IsMissing, string Sentence)[] steps =
        [
            (incident.State == IncidentState.New, "Acknowledge the report."),
            (incident.BreachClockRuns, "Record the data breach decision."),
            (incident.ComplaintClockRuns, "Record that the complaint has been acknowledged."),
            (open > 0, open == 1 ? "Mark 1 action as done." : $"Mark {open} actions as done."),
        ];
        return [.. steps.Where(step => step.IsMissing).Select(step => step.Sentence)];
    }

    /// <summary>Returns the text with a full stop at its end, so that another sentence can follow.</summary>
    private static string Sentence(string text) => text.Length > 0 && text[^1] is '.' or '!' or '?' ? text : $"{text}.";

    internal static Refusal? Close(Incident incident, Actor by, DateTimeOffset now, string outcome, string learning)
    {
        var refusal = incident switch
        {
            { IsOver: true } => Over(incident),
            { State: IncidentState.New } => IncidentRefusals.NotAcknowledged,
            { BreachClockRuns: true } or { ComplaintClockRuns: true } => IncidentRefusals.OpenDeadline,
            _ when incident.Actions.Any(action => action.DoneAt is null) => IncidentRefusals.OpenActions,
            _ => IncidentSteps.BadText(outcome) ?? IncidentSteps.BadText(learning),
        };
        if (refusal is not null)
        {
            return refusal;
        }

        (incident.Outcome, incident.Learning) = (outcome, learning);
        return IncidentSteps.Move(
            incident,
            TimelineKind.Closed,
            by,
            now,
            IncidentState.Closed,
            Excerpt.Of($"{Sentence(outcome)} What we learned: {learning}", TimelineEntry.LongestText)
        );
    }

    /// <summary>
    /// Closes a report that needs no work. A data breach is then decided where it is real, so no decision is needed here. A
    /// complaint must still be acknowledged, because somebody may be waiting for that.
    /// </summary>
    internal static Refusal? CloseAtOnce(Incident incident, Actor by, DateTimeOffset now, NoWorkReason? reason, string text)
    {
        var refusal = incident switch
        {
            { IsOver: true } => Over(incident),
            { ComplaintClockRuns: true } => IncidentRefusals.OpenComplaint,
            _ when incident.Actions.Any(action => action.DoneAt is null) => IncidentRefusals.OpenActions,
            _ when reason is null => IncidentRefusals.NoChoice,
            _ => text.Length == 0 ? null : IncidentSteps.BadText(text),
        };
        if (refusal is not null)
        {
            return refusal;
        }

        var why = $"{IncidentWords.Of(reason!.Value)}. {text}".TrimEnd();
        if (incident.BreachClockRuns)
        {
            (incident.BreachDecision, incident.BreachReason) = (BreachDecision.NotNeeded, why);
            IncidentSteps.Move(incident, TimelineKind.Decided, by, now, incident.State, $"No decision needed: {why}");
        }

        (incident.Outcome, incident.Learning) = (why, null);
        return IncidentSteps.Move(incident, TimelineKind.Closed, by, now, IncidentState.Closed, why);
    }

    private static Refusal Over(Incident incident) =>
        incident.State == IncidentState.Withdrawn
            ? IncidentRefusals.Closed
            : IncidentSteps.WasFirst(incident, TimelineKind.Closed, 0, "closed this") ?? IncidentRefusals.Closed;
}
