using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Incidents;

/// <summary>What the bot sends about incidents by itself, made from how they stand at that moment.</summary>
public sealed class IncidentDeliveries(
    IncidentRegister register,
    AlertChannels channels,
    DeliveryBacklog deliveries,
    UndeliveredReports undelivered,
    IncidentOptions options,
    StaffOptions staff,
    PolicyQuotes quotes,
    TimeProvider time
) : IDeliveryContent
{
    public IEnumerable<string> Kinds =>
        [
            IncidentKeys.Card,
            IncidentKeys.SpeakUpCard,
            IncidentKeys.Told,
            IncidentKeys.NoChannel,
            IncidentKeys.Reminder,
            IncidentKeys.SpeakUpReminder,
            IncidentKeys.Undelivered,
        ];

    public async Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken)
    {
        if (await register.FindAsync(delivery.Subject, cancellationToken) is not { } incident)
        {
            return null;
        }

        switch (delivery.Kind)
        {
            case IncidentKeys.Told:
                return incident.Timeline.FirstOrDefault(entry => entry.Number == delivery.Step) is { } step
                    ? new(ToldCard.Message(incident, step), incident.Version)
                    : null;
            case IncidentKeys.NoChannel:
                return
                    staff.IsPracticeManager(Place.PersonIn(delivery.Place))
                    && await channels.FindAsync(Place.Alerts, cancellationToken) is null
                    ? new(NoticeCards.NoChannel(incident), incident.Version)
                    : null;
            case IncidentKeys.Undelivered:
                return await undelivered.IncludeAsync(incident.Id, cancellationToken)
                    ? new(ReporterCards.Undelivered(incident, options.SpeakUpInstead), incident.Version)
                    : null;
            case IncidentKeys.Reminder or IncidentKeys.SpeakUpReminder:
                return NoticeCards.Reminder(incident, IncidentKeys.ReminderIn(delivery.Key), time.GetUtcNow()) is { } reminder
                    ? new(
                        reminder,
                        incident.Version,
                        DeliveryThread.Of(await deliveries.FindAsync(IncidentKeys.CardKey(incident.Id), cancellationToken))
                    )
                    : null;
            default:
                var (section, words) = IncidentChoices.Clause(incident.Kind);
                return new(IncidentCard.Message(incident, quotes.Find(section, words)), incident.Version);
        }
    }
}
