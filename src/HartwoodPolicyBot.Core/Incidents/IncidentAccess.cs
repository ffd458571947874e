using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Who may do what to which incident. Asked again at every click: a card can be copied, a role can change.</summary>
public sealed class IncidentAccess(StaffOptions staff, ChannelOptions options, DeliveryBacklog deliveries)
{
    /// <summary>Null when the asker may work on it, where its card stands.</summary>
    public async Task<Refusal?> MayWorkAsync(Incident incident, IncidentRequest asked, CancellationToken cancellationToken)
    {
        var isManager = staff.IsPracticeManager(asked.PersonId);
        var isHandler =
            incident.Route == IncidentRoute.Managers
                ? isManager
                : !isManager && (options.SpeakUpId is not { } named || named == asked.PersonId);
        if (!isHandler)
        {
            return IncidentRefusals.NotAllowed;
        }

        var card = await deliveries.FindAsync(IncidentDeliveryKinds.CardKey(new(incident.Id)), cancellationToken);
        return
            card?.ConversationId is { } place && ChannelAddress.WithoutThread(place) == ChannelAddress.WithoutThread(asked.ConversationId)
            ? null
            : IncidentRefusals.WrongPlace;
    }

    /// <summary>Null when it is the reporter's own, by who they are or by their code.</summary>
    public static Refusal? MayFollow(Incident incident, PersonId personId, string? code) =>
        (incident.ReporterId is { } reporter && reporter == personId.Given)
        || (incident.CodeHash is { } hash && code is { Length: > 0 } && Codes.AreSame(hash, FollowUpCode.Hash(code)))
            ? null
            : IncidentRefusals.NotYours;
}
