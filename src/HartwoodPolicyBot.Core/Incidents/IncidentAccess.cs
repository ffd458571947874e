using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Decides who may do what to which incident. It is checked again at every click, because cards can be copied and roles can
/// change.
/// </summary>
public sealed class IncidentAccess(
    StaffOptions staff,
    ChannelOptions channels,
    DeliveryBacklog deliveries,
    StaffContacts contacts,
    ChannelLookup lookup,
    FollowUpCodes codes
)
{
    /// <summary>
    /// Returns null when the person may work on the incident in the chat or channel where they clicked, otherwise the refusal.
    /// </summary>
    public async Task<Refusal?> MayWorkAsync(Incident incident, IncidentRequest request, CancellationToken cancellationToken)
    {
        var isHandler = incident.Route == IncidentRoute.Managers ? staff.ActsAsManager(request.PersonId) : HandlesSpeakUp(request.PersonId);
        if (!isHandler)
        {
            return IncidentRefusals.NotAllowed;
        }

        var card = await deliveries.FindAsync(IncidentDeliveryKinds.CardKey(new(incident.Id)), cancellationToken);
        if (incident.Route == IncidentRoute.SpeakUp && card?.ConversationId is null)
        {
            // The card has not arrived, so the report is handled from the list.
            return await IsSpeakUpPlaceAsync(request.ConversationId, cancellationToken) ? null : IncidentRefusals.WrongPlace;
        }

        return
            card?.ConversationId is { } place && ChannelAddress.WithoutThread(place) == ChannelAddress.WithoutThread(request.ConversationId)
            || (
                incident.Route == IncidentRoute.Managers
                && await IsManagersPlaceAsync(request.PersonId, request.ConversationId, cancellationToken)
            )
            ? null
            : IncidentRefusals.WrongPlace;
    }

    /// <summary>
    /// Returns null when the person may close the incident, otherwise the refusal. A deputy does not close what they reported
    /// themselves.
    /// </summary>
    public async Task<Refusal?> MayCloseAsync(Incident incident, IncidentRequest request, CancellationToken cancellationToken) =>
        await MayWorkAsync(incident, request, cancellationToken) ?? OwnReportOf(incident, request.PersonId);

    /// <summary>Returns the refusal to a deputy who opens the form to close what they reported themselves; otherwise null.</summary>
    public Refusal? OwnReportOf(Incident incident, PersonId personId) =>
        staff.IsDeputy(personId) && incident.IsReportedBy(personId) ? IncidentRefusals.OwnReport : null;

    /// <summary>
    /// Returns null when the person may see the list of incidents in the chat or channel where they ask, otherwise the refusal.
    /// </summary>
    public async Task<Refusal?> MayListAsync(PersonId personId, string conversationId, CancellationToken cancellationToken) =>
        !staff.ActsAsManager(personId) ? IncidentRefusals.NotInList
        : await IsManagersPlaceAsync(personId, conversationId, cancellationToken) ? null
        : IncidentRefusals.ListElsewhere;

    /// <summary>
    /// Says whether a practice manager clicks in their own chat with the bot, where reports go while there is no channel, or in
    /// today's incidents channel. The list of incidents opens cards in both.
    /// </summary>
    private async Task<bool> IsManagersPlaceAsync(PersonId personId, string conversationId, CancellationToken cancellationToken) =>
        (await contacts.FindAsync(personId, cancellationToken))?.ConversationId == conversationId
        || (await lookup.FindAsync(Recipient.IncidentsChannel, cancellationToken))?.ChannelId
            == ChannelAddress.WithoutThread(conversationId);

    /// <summary>
    /// Returns null when the person may see the reports about practice managers in the chat or channel where they ask, otherwise
    /// the refusal.
    /// </summary>
    public async Task<Refusal?> MaySeeSpeakUpAsync(PersonId personId, string conversationId, CancellationToken cancellationToken) =>
        channels.HasSpeakUpWay && HandlesSpeakUp(personId) && await IsSpeakUpPlaceAsync(conversationId, cancellationToken)
            ? null
            : IncidentRefusals.NotSpeakUp;

    /// <summary>Returns null when the report is the person's own, by their id or their code, otherwise the refusal.</summary>
    public Refusal? MayFollow(Incident incident, PersonId personId, string? code) =>
        (incident.ReporterId is { } reporter && reporter == personId.Given) || (code is { Length: > 0 } && codes.IsOf(incident, code))
            ? null
            : IncidentRefusals.NotYours;

    /// <summary>
    /// Says whether reports about practice managers are this person's work. In a channel for them that is every member who is no
    /// practice manager, and Teams decides who is a member.
    /// </summary>
    private bool HandlesSpeakUp(PersonId personId) =>
        !staff.ActsAsManager(personId) && (channels.SpeakUpId is not { } named || named == personId);

    private async Task<bool> IsSpeakUpPlaceAsync(string conversationId, CancellationToken cancellationToken) =>
        channels.SpeakUpId is { } person
            ? (await contacts.FindAsync(person, cancellationToken))?.ConversationId == conversationId
            : ChannelAddress.WithoutThread(conversationId) == channels.SpeakUpChannel;
}
