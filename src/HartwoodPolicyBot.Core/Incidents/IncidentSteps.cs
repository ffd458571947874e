using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Takes the steps on an incident, and says when each is allowed. A step adds one line to the timeline, or returns a refusal and
/// changes nothing.
/// </summary>
internal static class IncidentSteps
{
    public static Refusal? Acknowledge(Incident incident, Actor by, DateTimeOffset now) =>
        incident.State switch
        {
            IncidentState.New => Move(incident, TimelineKind.Acknowledged, by, now, IncidentState.Acknowledged),
            _ => NotNow(incident, TimelineKind.Acknowledged, "acknowledged this"),
        };

    /// <summary>
    /// Takes the incident on. It can also be taken over from a colleague, who may be away or have left, but not from somebody
    /// who was faster with the same card.
    /// </summary>
    public static Refusal? TakeOn(Incident incident, Actor by, DateTimeOffset now, int seen)
    {
        var isWorkedOn = incident.State is IncidentState.UnderReview or IncidentState.ActionsOpen;
        var refusal = incident.State switch
        {
            IncidentState.New or IncidentState.Acknowledged or IncidentState.Reopened => null,
            _ when isWorkedOn && incident.OwnerId == by.Id?.Given => IncidentRefusals.AlreadyYours(
                PracticeTime.Text(incident.Timeline.Last(entry => entry.Kind == TimelineKind.TakenOn).At)
            ),
            _ when isWorkedOn => WasFirst(incident, TimelineKind.TakenOn, seen, "started dealing with this"),
            _ => NotNow(incident, TimelineKind.TakenOn, "started dealing with this"),
        };
        if (refusal is not null)
        {
            return refusal;
        }

        (incident.OwnerId, incident.OwnerName) = (by.Id?.Given, by.Name);
        return Move(incident, TimelineKind.TakenOn, by, now, isWorkedOn ? incident.State : IncidentState.UnderReview);
    }

    public static Refusal? Note(Incident incident, Actor by, DateTimeOffset now, TimelineKind kind, string text) =>
        BadText(text) ?? Move(incident, kind, by, now, incident.State, text);

    public static Refusal? SetGrade(Incident incident, Actor by, DateTimeOffset now, int seen, RiskGrade? grade)
    {
        if ((Over(incident) ?? WasFirst(incident, TimelineKind.Graded, seen, "rated the risk")) is { } refusal)
        {
            return refusal;
        }

        if (grade is null)
        {
            return IncidentRefusals.NoGrade;
        }

        (incident.Consequence, incident.Likelihood) = (grade.Consequence, grade.Likelihood);
        return Move(incident, TimelineKind.Graded, by, now, incident.State, $"{grade}");
    }

    public static Refusal? PassOn(Incident incident, Actor by, DateTimeOffset now, int seen, Referral flags, string text)
    {
        if ((Over(incident) ?? WasFirst(incident, TimelineKind.PassedOn, seen, "updated who else needs to know")) is { } refusal)
        {
            return refusal;
        }

        incident.Flags = flags;
        return Move(incident, TimelineKind.PassedOn, by, now, incident.State, text);
    }

    /// <summary>Adds an action, and marks which actions are done.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="by">The person who makes the change.</param>
    /// <param name="now">The time of the change.</param>
    /// <param name="added">A new action; its text is empty if there is none.</param>
    /// <param name="done">The numbers of the actions that are now done.</param>
    public static Refusal? ChangeActions(Incident incident, Actor by, DateTimeOffset now, NewAction added, IReadOnlyCollection<int> done)
    {
        var finished = incident.Actions.Where(action => action.DoneAt is null && done.Contains(action.Number)).ToList();
        if (Over(incident) is { } over)
        {
            return over;
        }

        if (incident.State is IncidentState.New)
        {
            return IncidentRefusals.NotNow;
        }

        if (WrongAction(added, isOnlyChange: finished.Count == 0, now) is { } wrong)
        {
            return wrong;
        }

        finished.ForEach(action => action.DoneAt = now);
        var said = finished.Select(action => $"Completed: {action.Text}").ToList();
        if (added.Text.Length > 0)
        {
            incident.Actions.Add(
                new()
                {
                    IncidentId = incident.Id,
                    Number = incident.Actions.Count + 1,
                    Text = added.Text,
                    Owner = added.Owner.Length > 0 ? added.Owner : null,
                    DueOn = FormDay.Read(added.DueOn),
                }
            );
            said.Add($"Added: {IncidentWords.Of(incident.Actions[^1])}");
        }

        var to = incident.Actions.Any(action => action.DoneAt is null) ? IncidentState.ActionsOpen : IncidentState.UnderReview;
        return Move(incident, TimelineKind.ActionsChanged, by, now, to, Excerpt.Of(string.Join("; ", said), TimelineEntry.LongestText));
    }

    /// <summary>Returns why a new action can't be stored as written; null when it can, or there is none.</summary>
    private static Refusal? WrongAction(NewAction added, bool isOnlyChange, DateTimeOffset now)
    {
        if (added.Text.Length == 0)
        {
            return isOnlyChange || added.Owner.Length > 0 || added.DueOn.Length > 0 ? IncidentRefusals.TextMissing : null;
        }

        return BadText(added.Text) is { } bad ? bad
            : added.Owner.Length > Incident.LongestLine ? IncidentRefusals.TextTooLong
            : added.DueOn.Length > 0 && (FormDay.Read(added.DueOn) is not { } day || day < PracticeTime.DateOf(now))
                ? IncidentRefusals.ActionDayWrong
            : null;
    }

    public static Refusal? Decide(Incident incident, Actor by, DateTimeOffset now, BreachDecision? decision, string reason)
    {
        if (!incident.BreachClockRuns)
        {
            return incident is { BreachDecision: null, ComplaintClockRuns: true } ? IncidentRefusals.ComplaintNotTicked
                : incident.BreachDecision is null ? IncidentRefusals.NothingToDecide
                : WasFirst(incident, TimelineKind.Decided, 0, "recorded the data breach decision") ?? IncidentRefusals.NothingToDecide;
        }

        if (decision is null)
        {
            return IncidentRefusals.NoChoice;
        }

        if (BadText(reason) is { } bad)
        {
            return bad;
        }

        (incident.BreachDecision, incident.BreachReason) = (decision, reason);
        return Move(
            incident,
            TimelineKind.Decided,
            by,
            now,
            incident.State,
            Excerpt.Of(
                $"{(decision == BreachDecision.Reported ? "Reported to the ICO" : "Not reportable")}: {reason}",
                TimelineEntry.LongestText
            )
        );
    }

    public static Refusal? AcknowledgeComplaint(Incident incident, Actor by, DateTimeOffset now)
    {
        if (!incident.ComplaintClockRuns)
        {
            return WasFirst(incident, TimelineKind.ComplaintAcknowledged, 0, "recorded that the complaint was acknowledged")
                ?? IncidentRefusals.NothingToDecide;
        }

        incident.ComplaintAcknowledgedAt = now;
        return Move(incident, TimelineKind.ComplaintAcknowledged, by, now, incident.State);
    }

    public static Refusal? Reopen(Incident incident, Actor by, DateTimeOffset now, string why) =>
        incident.IsOver
            ? BadText(why) ?? Move(incident, TimelineKind.Reopened, by, now, IncidentState.Reopened, why)
            : IncidentRefusals.NotClosed;

    public static Refusal? Add(Incident incident, DateTimeOffset now, string text) =>
        incident.IsOver
            ? IncidentRefusals.Closed
            : BadText(text) ?? Move(incident, TimelineKind.Added, Actor.ReporterOf(incident), now, incident.State, text);

    /// <summary>
    /// Withdraws the report. It stays on file, and a data-breach deadline still counts, because the practice knows of the
    /// breach.
    /// </summary>
    public static Refusal? Withdraw(Incident incident, DateTimeOffset now) =>
        incident.IsOver
            ? IncidentRefusals.Closed
            : Move(incident, TimelineKind.Withdrawn, Actor.ReporterOf(incident), now, IncidentState.Withdrawn);

    internal static Refusal? Move(Incident incident, TimelineKind kind, Actor by, DateTimeOffset now, IncidentState to, string? text = null)
    {
        incident.Version++;
        incident.Timeline.Add(
            new()
            {
                IncidentId = incident.Id,
                Number = incident.Version,
                At = now,
                By = by.Name,
                ById = by.Id?.Given,
                Kind = kind,
                From = incident.State,
                To = to,
                Text = text,
            }
        );
        incident.State = to;
        return null;
    }

    internal static Refusal? Over(Incident incident) => incident.IsOver ? IncidentRefusals.Closed : null;

    private static Refusal NotNow(Incident incident, TimelineKind kind, string what) =>
        Over(incident) ?? WasFirst(incident, kind, 0, what) ?? IncidentRefusals.NotNow;

    /// <summary>Returns a refusal when another person did the same after the clicked card was made.</summary>
    internal static Refusal? WasFirst(Incident incident, TimelineKind kind, int seen, string what) =>
        incident.Timeline.LastOrDefault(entry => entry.Kind == kind && entry.Number > seen) is { } first
            ? IncidentRefusals.WasFirst(first.By, what, PracticeTime.Text(first.At))
            : null;

    internal static Refusal? BadText(string text) =>
        text.Trim().Length switch
        {
            0 => IncidentRefusals.TextMissing,
            > TimelineEntry.LongestText => IncidentRefusals.TextTooLong,
            _ => null,
        };
}
