using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Policies;

namespace HartwoodPolicyBot.Incidents;

/// <summary>What the bot sends about incidents by itself, made from how they stand at that moment.</summary>
public sealed class IncidentDeliveries(
    IncidentStore register,
    ChannelLookup channels,
    DeliveryBacklog deliveries,
    UndeliveredSpeakUpReports undelivered,
    ChannelOptions options,
    StaffOptions staff,
    PolicyQuotes quotes,
    TimeProvider time
) : IDeliveryContent
{
    public IEnumerable<string> Kinds =>
        [
            IncidentDeliveryKinds.Card,
            IncidentDeliveryKinds.SpeakUpCard,
            IncidentDeliveryKinds.Told,
            IncidentDeliveryKinds.NoChannel,
            IncidentDeliveryKinds.Reminder,
            IncidentDeliveryKinds.SpeakUpReminder,
            IncidentDeliveryKinds.Undelivered,
        ];

    public async Task<DeliveryMessage?> RenderAsync(PlannedDelivery delivery, CancellationToken cancellationToken)
    {
        if (await register.FindAsync(new(delivery.Subject), cancellationToken) is not { } incident)
        {
            return null;
        }

        switch (delivery.Kind)
        {
            case IncidentDeliveryKinds.Told:
                return incident.Timeline.FirstOrDefault(entry => entry.Number == delivery.Step) is { } step
                    ? new(ReporterUpdateCard.Message(incident, step), incident.Version)
                    : null;
            case IncidentDeliveryKinds.NoChannel:
                return
                    staff.IsPracticeManager(Recipient.PersonIn(delivery.Place))
                    && await channels.FindAsync(Recipient.Alerts, cancellationToken) is null
                    ? new(IncidentNoticeCards.NoChannel(incident), incident.Version)
                    : null;
            case IncidentDeliveryKinds.Undelivered:
                return await undelivered.IncludeAsync(new(incident.Id), cancellationToken)
                    ? new(ReporterCards.Undelivered(incident, options.SpeakUpInstead), incident.Version)
                    : null;
            case IncidentDeliveryKinds.Reminder or IncidentDeliveryKinds.SpeakUpReminder:
                return
                    IncidentNoticeCards.Reminder(incident, IncidentDeliveryKinds.ReminderIn(delivery.Key), time.GetUtcNow()) is { } reminder
                    ? new(
                        reminder,
                        incident.Version,
                        DeliveryThread.Of(await deliveries.FindAsync(IncidentDeliveryKinds.CardKey(new(incident.Id)), cancellationToken))
                    )
                    : null;
            default:
                var (section, words) = IncidentChoices.Clause(incident.Kind);
                return new(IncidentCard.Message(incident, quotes.Find(section, words)), incident.Version);
        }
    }
}
