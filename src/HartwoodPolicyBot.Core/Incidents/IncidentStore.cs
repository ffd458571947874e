using System.Data.Common;
using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Stores reports and finds them. A report, its number and all messages about it are stored in one transaction.</summary>
public sealed class IncidentStore(
    IDbContextFactory<HartwoodDbContext> databases,
    ReportWriter writer,
    ChannelLookup channels,
    ChannelOptions options,
    FollowUpCodes codes
)
{
    private const int OnPage = 6;

    /// <summary>
    /// Stores the report from a form. If the form is stored already with the same answers, returns the stored report. With
    /// other answers it is another report.
    /// </summary>
    /// <param name="report">The report that was read from the form.</param>
    /// <param name="reporter">The reporter, who isn't stored when the report is anonymous.</param>
    /// <param name="formId">The form's own id.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<IncidentResult> ReportAsync(
        IncidentReport report,
        PersonInChat reporter,
        Guid formId,
        CancellationToken cancellationToken
    )
    {
        if (MaySend(report) is { } refusal)
        {
            return new(null, refusal);
        }

        var form = new FilledForm(formId, codes.MarkOf(formId, report), codes.MarkOf(formId, report.AsReadEarlier()), codes.MarkOf(formId));
        if (await IsKnownAsync(form, cancellationToken) && await OfFormAsync(form, report, cancellationToken) is { } stored)
        {
            return Own(stored, reporter);
        }

        var noChannel =
            report.Route == IncidentRoute.Managers && await channels.FindAsync(Recipient.IncidentsChannel, cancellationToken) is null;
        try
        {
            return Own(await writer.StoreAsync(report, reporter, form.Mark, noChannel), reporter);
        }
        catch (Exception fault) when (fault is DbUpdateException or DbException)
        {
            // Either the same form was stored at the same moment, or the database has a fault.
            if (await OfFormAsync(form, report, cancellationToken) is not { } sameForm)
            {
                throw;
            }

            return Own(sameForm, reporter);
        }
    }

    /// <summary>Returns null when there is somebody to send the report to, otherwise the refusal.</summary>
    public Refusal? MaySend(IncidentReport report) =>
        report.Route == IncidentRoute.SpeakUp && !options.HasSpeakUpWay ? IncidentRefusals.NoSpeakUpWay : null;

    public async Task<Incident?> FindAsync(Id<Incident> id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Whole(database).AsNoTracking().FirstOrDefaultAsync(incident => incident.Id == id.Value, cancellationToken);
    }

    /// <summary>Returns a page of a person's reports, the newest first, without anonymous ones.</summary>
    public async Task<Page<Incident>> OfReporterAsync(PersonId personId, int page, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database
            .Incidents.AsNoTracking()
            .Where(incident => incident.ReporterId == personId.Given)
            .OrderByDescending(incident => incident.ReportedAt)
            .ThenByDescending(incident => incident.Reference)
            .PageOfAsync(OnPage, page, cancellationToken);
    }

    /// <summary>Returns the anonymous report with this code; null when there is none.</summary>
    public async Task<Incident?> OfCodeAsync(string code, CancellationToken cancellationToken)
    {
        var hashes = codes.HashesOf(code);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Whole(database).AsNoTracking().FirstOrDefaultAsync(incident => hashes.Contains(incident.CodeHash!), cancellationToken);
    }

    /// <summary>
    /// Selects incidents with their lines and actions in one query: each has few of both, so three queries would take longer.
    /// </summary>
    internal static IQueryable<Incident> Whole(HartwoodDbContext database) =>
        database
            .Incidents.AsSingleQuery()
            .Include(incident => incident.Timeline.OrderBy(entry => entry.Number))
            .Include(incident => incident.Actions.OrderBy(action => action.Number));

    /// <summary>Returns the code of an anonymous report to whoever has sent its form; null for other reports.</summary>
    public string? CodeOf(Incident incident, Guid formId) => codes.CodeOf(incident, formId);

    /// <summary>Returns the code that an anonymous report will have, to show it before it is sent; null for other reports.</summary>
    public string? CodeOf(IncidentReport report, Guid formId) =>
        report.Appearance == ReporterVisibility.Anonymous ? codes.CodeOf(codes.MarkOf(formId, report)) : null;

    /// <summary>Says whether the form is stored. This cheap query comes first, because nearly every form is new.</summary>
    private async Task<bool> IsKnownAsync(FilledForm form, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Of(database.Incidents, form).AnyAsync(cancellationToken);
    }

    private async Task<Incident?> OfFormAsync(FilledForm form, IncidentReport report, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var stored = await Of(Whole(database).AsNoTracking(), form).ToListAsync(cancellationToken);
        return stored.Find(incident =>
            incident.FormId == form.Mark
            || incident.FormId == form.MarkAsReadEarlier
            || report.IsIn(incident)
            || report.AsReadEarlier().IsIn(incident)
        );
    }

    /// <summary>Selects the reports that may be of this form. An earlier build stored a form without its answers.</summary>
    private static IQueryable<Incident> Of(IQueryable<Incident> incidents, FilledForm form) =>
        incidents.Where(incident =>
            incident.FormId == form.Mark
            || incident.FormId == form.MarkAsReadEarlier
            || incident.FormId == form.EarlierMark
            || incident.FormId == form.Id
        );

    /// <summary>
    /// Returns the report to the person who filled in the form. For an anonymous report, that is anybody who holds the form.
    /// </summary>
    private static IncidentResult Own(Incident incident, PersonInChat reporter) =>
        incident.ReporterId is null || incident.ReporterId == reporter.PersonId.Given
            ? new(incident, null)
            : new(null, IncidentRefusals.NotYours);

    /// <param name="Id">The form's own id, under which builds up to November 2026 stored it.</param>
    /// <param name="Mark">What is stored of the form and its answers.</param>
    /// <param name="MarkAsReadEarlier">The same, with the answers as an earlier build read them.</param>
    /// <param name="EarlierMark">What is kept of a form that an earlier build stored.</param>
    private sealed record FilledForm(Guid Id, Guid Mark, Guid MarkAsReadEarlier, Guid EarlierMark);
}

/// <summary>
/// Holds the incident as it is now, and a refusal if it was not changed. The incident is null when the person may not see it.
/// </summary>
public sealed record IncidentResult(Incident? Incident, Refusal? Refusal);

/// <summary>Counts the incidents of each year, for their numbers.</summary>
public sealed class IncidentNumber
{
    public int Year { get; init; }

    public int Last { get; init; }
}
