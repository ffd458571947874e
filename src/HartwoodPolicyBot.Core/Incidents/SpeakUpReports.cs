using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Lists the reports about practice managers for those who get them, who are checked each time.</summary>
public sealed class SpeakUpReports(UnitOfWork unitOfWork, IncidentAccess access, DeliveryBacklog deliveries, Audit audit)
{
    private const int OnPage = 6;

    /// <summary>Returns a page of the reports, the ones that are not over first, or the refusal.</summary>
    public async Task<(Page<SpeakUpReport>? Page, Refusal? Refusal)> ListAsync(
        PersonId personId,
        string conversationId,
        int page,
        CancellationToken cancellationToken
    )
    {
        if (await RefusalAsync(personId, conversationId, cancellationToken) is { } refusal)
        {
            return (null, refusal);
        }

        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var listed = await database
            .Incidents.AsNoTracking()
            .Where(incident => incident.Route == IncidentRoute.SpeakUp)
            .OrderBy(incident => incident.State == IncidentState.Closed || incident.State == IncidentState.Withdrawn)
            .ThenByDescending(incident => incident.ReportedAt)
            .ThenBy(incident => incident.Reference)
            .PageOfAsync(OnPage, page, cancellationToken);
        var ids = listed.Items.Select(incident => incident.Id).ToList();
        var undelivered = await database
            .Deliveries.Where(row => ids.Contains(row.Subject) && row.Kind == IncidentDeliveryKinds.SpeakUpCard && row.SentAt == null)
            .Select(row => row.Subject)
            .ToListAsync(cancellationToken);
        var reports = listed.Items.Select(incident => new SpeakUpReport(incident, undelivered.Contains(incident.Id)));
        return (new([.. reports], listed.Number, listed.Count), null);
    }

    /// <summary>Tries again what could not be delivered about these reports. Returns how many messages that is, or the refusal.</summary>
    public async Task<(int Count, Refusal? Refusal)> SendAgainAsync(
        PersonId personId,
        string conversationId,
        CancellationToken cancellationToken
    ) =>
        await RefusalAsync(personId, conversationId, cancellationToken) is { } refusal
            ? (0, refusal)
            : (await deliveries.SendKeptAgainAsync(cancellationToken), null);

    private async Task<Refusal?> RefusalAsync(PersonId personId, string conversationId, CancellationToken cancellationToken)
    {
        var refusal = await access.MaySeeSpeakUpAsync(personId, conversationId, cancellationToken);
        if (refusal is not null)
        {
            await audit.RefusedAsync(personId, IncidentAudit.ListSpeakUp, refusal, null, cancellationToken);
        }

        return refusal;
    }
}

/// <summary>Represents a report about a practice manager, as the list shows it.</summary>
/// <param name="Incident">The report.</param>
/// <param name="IsUndelivered">True if its card has not arrived.</param>
public sealed record SpeakUpReport(Incident Incident, bool IsUndelivered);
