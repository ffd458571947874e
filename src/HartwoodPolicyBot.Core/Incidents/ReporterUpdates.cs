namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Decides which steps a reporter gets a message about: that somebody has seen the report, that it was closed, and that it was
/// reopened. All other steps are on the card of the report, which the reporter can open at any time.
/// </summary>
public static class ReporterUpdates
{
    public static bool Include(Incident incident, TimelineEntry step) =>
        step.Kind is TimelineKind.Closed or TimelineKind.Reopened
        || (IsSeen(step) && incident.Timeline.First(IsSeen).Number == step.Number);

    /// <summary>Whoever deals with a report has seen it, also without acknowledging it first.</summary>
    internal static bool IsSeen(TimelineEntry step) => step.Kind is TimelineKind.Acknowledged or TimelineKind.TakenOn;
}
