using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Decides who may do what to which incident. It is checked again at every click, because cards can be copied and roles can
/// change.
/// </summary>
public sealed class IncidentAccess(StaffOptions staff, ChannelOptions channels, DeliveryBacklog deliveries)
{
    /// <summary>
    /// Returns null when the person may work on the incident in the chat or channel where they clicked, otherwise the refusal.
    /// </summary>
    public async Task<Refusal?> MayWorkAsync(Incident incident, IncidentRequest request, CancellationToken cancellationToken)
    {
        var isManager = staff.IsPracticeManager(request.PersonId);
        var isHandler =
            incident.Route == IncidentRoute.Managers
                ? isManager
                : !isManager && (channels.SpeakUpId is not { } named || named == request.PersonId);
        if (!isHandler)
        {
            return IncidentRefusals.NotAllowed;
        }

        var card = await deliveries.FindAsync(IncidentDeliveryKinds.CardKey(new(incident.Id)), cancellationToken);
        return
            card?.ConversationId is { } place && ChannelAddress.WithoutThread(place) == ChannelAddress.WithoutThread(request.ConversationId)
            ? null
            : IncidentRefusals.WrongPlace;
    }

    /// <summary>Returns null when the report is the person's own, by their id or their code, otherwise the refusal.</summary>
    public static Refusal? MayFollow(Incident incident, PersonId personId, string? code) =>
        (incident.ReporterId is { } reporter && reporter == personId.Given)
        || (incident.CodeHash is { } hash && code is { Length: > 0 } && Codes.AreSame(hash, FollowUpCode.Hash(code)))
            ? null
            : IncidentRefusals.NotYours;
}
