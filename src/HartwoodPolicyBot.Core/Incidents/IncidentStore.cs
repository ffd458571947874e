using System.Data.Common;
using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Takes reports and finds them. A report, its number and all that must be sent about it are one transaction.</summary>
public sealed class IncidentStore(
    IDbContextFactory<HartwoodDbContext> databases,
    ReportWriter writer,
    ChannelLookup channels,
    ChannelOptions options
)
{
    public const int MostListed = 6;

    /// <summary>Stores the report of a form; for a form that was stored before, that report.</summary>
    /// <param name="report">What was read from the form.</param>
    /// <param name="reporter">Forgotten here when the report is anonymous.</param>
    /// <param name="formId">The form's own id.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<IncidentResult> ReportAsync(
        IncidentReport report,
        Reporter reporter,
        Guid formId,
        CancellationToken cancellationToken
    )
    {
        if (report.Route == IncidentRoute.SpeakUp && !options.HasSpeakUpWay)
        {
            return new(null, IncidentRefusals.NoSpeakUpWay);
        }

        if (await IsKnownAsync(formId, cancellationToken) && await OfFormAsync(formId, cancellationToken) is { } known)
        {
            return Own(known, reporter);
        }

        var noChannel = report.Route == IncidentRoute.Managers && await channels.FindAsync(Recipient.Alerts, cancellationToken) is null;
        try
        {
            return Own(await writer.StoreAsync(report, reporter, formId, noChannel, cancellationToken), reporter);
        }
        catch (Exception fault) when (fault is DbUpdateException or DbException)
        {
            // The same form at the same moment, or a real fault.
            if (await OfFormAsync(formId, cancellationToken) is not { } twin)
            {
                throw;
            }

            return Own(twin, reporter);
        }
    }

    public async Task<Incident?> FindAsync(Id<Incident> id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Whole(database).AsNoTracking().FirstOrDefaultAsync(incident => incident.Id == id.Value, cancellationToken);
    }

    /// <summary>The newest reports of a person; anonymous ones are nobody's.</summary>
    public async Task<IReadOnlyList<Incident>> OfReporterAsync(PersonId personId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database
            .Incidents.AsNoTracking()
            .Where(incident => incident.ReporterId == personId.Given)
            .OrderByDescending(incident => incident.ReportedAt)
            .ThenByDescending(incident => incident.Reference)
            .Take(MostListed)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The anonymous report whose reporter was given this code.</summary>
    public async Task<Incident?> OfCodeAsync(string code, CancellationToken cancellationToken)
    {
        var hash = FollowUpCode.Hash(code);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Whole(database).AsNoTracking().FirstOrDefaultAsync(incident => incident.CodeHash == hash, cancellationToken);
    }

    /// <summary>In one go: an incident has few lines and actions, and three trips would take longer than their product.</summary>
    internal static IQueryable<Incident> Whole(HartwoodDbContext database) =>
        database
            .Incidents.AsSingleQuery()
            .Include(incident => incident.Timeline.OrderBy(entry => entry.Number))
            .Include(incident => incident.Actions.OrderBy(action => action.Number));

    /// <summary>The cheap question first: nearly every form is new.</summary>
    private async Task<bool> IsKnownAsync(Guid formId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Incidents.AnyAsync(incident => incident.FormId == formId, cancellationToken);
    }

    private async Task<Incident?> OfFormAsync(Guid formId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Whole(database).AsNoTracking().FirstOrDefaultAsync(incident => incident.FormId == formId, cancellationToken);
    }

    /// <summary>A form's receipt is for who filled it in; an anonymous one is for whoever holds the form.</summary>
    private static IncidentResult Own(Incident incident, Reporter reporter) =>
        incident.ReporterId is null || incident.ReporterId == reporter.PersonId.Given
            ? new(incident, null)
            : new(null, IncidentRefusals.NotYours);
}

/// <summary>An incident as it is now, and why it is not otherwise; without incident when it is not for who asked.</summary>
public sealed record IncidentResult(Incident? Incident, Refusal? Refusal);

/// <summary>How many incidents each year has.</summary>
public sealed class IncidentNumber
{
    public int Year { get; init; }

    public int Last { get; init; }
}
