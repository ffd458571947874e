using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Plans the reminders of deadlines that are due. Each has its own key in the outbox, so a restart or a second instance
/// plans no duplicate. After a long pause, only the latest reminder of each deadline is sent.
/// </summary>
public sealed class IncidentClocks(
    UnitOfWork unitOfWork,
    Outbox outbox,
    ChannelLookup channels,
    ChannelOptions options,
    StaffOptions staff,
    TimeProvider time
)
{
    private static readonly int[] BreachHours = [24, 48, 66];

    /// <summary>The steps of reminders of actions come after those of deadlines, the last of which is the hour 66.</summary>
    private const int AfterDeadlines = 100;
    private static readonly TimeOnly Morning = new(9, 0);
    private static readonly TimeOnly Evening = new(18, 0);

    /// <summary>Plans the reminders that are due and not yet planned.</summary>
    /// <returns>How many reminders are new.</returns>
    public async Task<int> PlanDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var today = PracticeTime.DateOf(now);
        var running = await database
            .Incidents.AsNoTracking()
            .Include(incident => incident.Actions.Where(action => action.DoneAt == null && action.DueOn <= today))
            .Where(incident =>
                incident.State == IncidentState.New
                || (incident.BreachClockFrom != null && incident.BreachDecision == null)
                || (incident.ComplaintDue != null && incident.ComplaintAcknowledgedAt == null)
                || (
                    incident.State == IncidentState.ActionsOpen
                    && incident.Actions.Any(action => action.DoneAt == null && action.DueOn <= today)
                )
            )
            .ToListAsync(cancellationToken);
        var managers = await ChatsAsync(database, cancellationToken);
        var due = running
            .SelectMany(incident => Due(incident, now).SelectMany(reminder => Plan(incident, reminder.What, reminder.Step, managers)))
            .ToList();
        var subjects = due.Select(row => row.Subject).Distinct().ToList();
        var planned = await database
            .Deliveries.Where(row =>
                subjects.Contains(row.Subject)
                && (row.Kind == IncidentDeliveryKinds.Reminder || row.Kind == IncidentDeliveryKinds.SpeakUpReminder)
            )
            .Select(row => new { row.Subject, row.Key })
            .ToListAsync(cancellationToken);

        // What was said in the chats is not said again in a channel that was chosen later, nor the other way round.
        var said = planned.Select(row => (row.Subject, IncidentDeliveryKinds.ReminderIn(row.Key))).ToHashSet();
        due.RemoveAll(row => said.Contains((row.Subject, IncidentDeliveryKinds.ReminderIn(row.Key))));
        return await Outbox.PlanNewAsync(unitOfWork, due, cancellationToken);
    }

    /// <summary>Returns the reminders that are due, with their step in the queue behind the incident's card.</summary>
    private static IEnumerable<(string What, int Step)> Due(Incident incident, DateTimeOffset now)
    {
        if (Breach(incident, now) is { } breach)
        {
            yield return breach;
        }

        if (incident.ComplaintClockRuns && now >= PracticeTime.At(incident.ComplaintDue!.Value, Morning))
        {
            yield return ("complaint", 2);
        }

        if (incident.State == IncidentState.New && now > WorkingDays.OneAfter(CameAt(incident)))
        {
            yield return ("new", 1);
        }

        foreach (var action in incident.Actions.Where(action => IsDue(action, now)))
        {
            yield return (ActionReminder(action), AfterDeadlines + action.Number);
        }
    }

    /// <summary>Names the reminder of an action: each action is reminded of once, on the day by which it is to be done.</summary>
    public static string ActionReminder(IncidentAction action) => $"action-{action.Number}";

    /// <summary>Says whether an action is still to be done on the morning of its day, or later.</summary>
    public static bool IsDue(IncidentAction action, DateTimeOffset now) =>
        action is { DoneAt: null, DueOn: { } day } && now >= PracticeTime.At(day, Morning);

    /// <summary>
    /// Returns the latest data-breach reminder that is due. An earlier one that was held until a later one was due is not sent.
    /// </summary>
    public static string? LatestBreach(Incident incident, DateTimeOffset now) => Breach(incident, now)?.What;

    private static (string What, int Step)? Breach(Incident incident, DateTimeOffset now) =>
        incident.BreachClockRuns
        && BreachHours.LastOrDefault(hours => now >= incident.BreachClockFrom + TimeSpan.FromHours(hours)) is > 0 and var passed
            ? ($"breach-{passed}", passed)
            : null;

    /// <summary>Returns when the report came. Of an anonymous one only the day is known, so it counts from that day's evening.</summary>
    private static DateTimeOffset CameAt(Incident incident) =>
        incident.IsAnonymous ? PracticeTime.At(PracticeTime.DateOf(incident.ReportedAt), Evening) : incident.ReportedAt;

    /// <summary>
    /// Returns the practice managers whom reminders go to in their own chats: those who have one, while there is no channel.
    /// </summary>
    private async Task<IReadOnlyList<PersonId>> ChatsAsync(HartwoodDbContext database, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(Recipient.IncidentsChannel, cancellationToken) is not null)
        {
            return [];
        }

        var managers = (await staff.ToTellAsync(database, cancellationToken)).Select(manager => manager.Value).ToList();
        var reachable = await database
            .StaffContacts.Where(contact => managers.Contains(contact.PersonId))
            .Select(contact => contact.PersonId)
            .ToListAsync(cancellationToken);
        return reachable.ConvertAll(PersonId.Of);
    }

    private IEnumerable<PlannedDelivery> Plan(Incident incident, string what, int step, IReadOnlyList<PersonId> managers)
    {
        var id = new Id<Incident>(incident.Id);
        var key = IncidentDeliveryKinds.ReminderKey(id, what);
        if (incident.Route == IncidentRoute.SpeakUp)
        {
            return [Row(key, IncidentDeliveryKinds.SpeakUpReminder, ReportWriter.SpeakUpPlace(options))];
        }

        return managers.Count == 0
            ? [Row(key, IncidentDeliveryKinds.Reminder, Recipient.IncidentsChannel)]
            : managers.Select(manager =>
                Row(IncidentDeliveryKinds.ReminderKey(id, what, manager), IncidentDeliveryKinds.Reminder, Recipient.Person(manager))
            );

        PlannedDelivery Row(string key, string kind, string place) => outbox.Plan(key, kind, incident.Id, step, place, incident.Version);
    }
}
