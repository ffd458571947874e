using System.Globalization;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Lists incidents for practice managers, in their own chats and in the incidents channel. Reports about a practice manager are
/// never in it.
/// </summary>
public sealed class IncidentList(UnitOfWork unitOfWork, IncidentAccess access)
{
    private const int OnPage = 6;

    /// <summary>Returns a page of incidents, the newest first, or the refusal.</summary>
    public async Task<(Page<Incident>? Page, Refusal? Refusal)> ListAsync(
        PersonId personId,
        string conversationId,
        IncidentFilter filter,
        int page,
        CancellationToken cancellationToken
    )
    {
        if (await access.MayListAsync(personId, conversationId, cancellationToken) is { } refusal)
        {
            return (null, refusal);
        }

        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return (
            await Chosen(database, personId, filter)
                .OrderByDescending(incident => incident.ReportedAt)
                .ThenByDescending(incident => incident.Reference)
                .PageOfAsync(OnPage, page, cancellationToken),
            null
        );
    }

    /// <summary>Counts the open incidents, and those of them that nobody has looked at yet.</summary>
    public async Task<(int Open, int New)> CountOpenAsync(CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var open = Open(database.Incidents.Where(incident => incident.Route == IncidentRoute.Managers));
        return (
            await open.CountAsync(cancellationToken),
            await open.CountAsync(incident => incident.State == IncidentState.New, cancellationToken)
        );
    }

    /// <summary>Counts the withdrawn reports whose data breach decision is still to be recorded: their deadline goes on.</summary>
    public async Task<int> CountUndecidedAsync(CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await NotDone(database.Incidents)
            .CountAsync(
                incident => incident.Route == IncidentRoute.Managers && incident.State == IncidentState.Withdrawn,
                cancellationToken
            );
    }

    /// <summary>
    /// Returns the incidents with something left to do. A withdrawn report is among them until its data breach decision is recorded: its
    /// deadline goes on.
    /// </summary>
    private static IQueryable<Incident> NotDone(IQueryable<Incident> incidents) =>
        incidents.Where(incident =>
            incident.State != IncidentState.Closed
            && (incident.State != IncidentState.Withdrawn || (incident.BreachClockFrom != null && incident.BreachDecision == null))
        );

    private static IQueryable<Incident> Open(IQueryable<Incident> incidents) =>
        incidents.Where(incident => incident.State != IncidentState.Closed && incident.State != IncidentState.Withdrawn);

    private static IQueryable<Incident> Chosen(HartwoodDbContext database, PersonId personId, IncidentFilter filter)
    {
        var all = database.Incidents.AsNoTracking().Where(incident => incident.Route == IncidentRoute.Managers);
        if (filter.Reference is { Length: > 0 } reference)
        {
            // Whoever looks for one incident wants it in whatever state it is.
            return all.Where(incident => incident.Reference == reference);
        }

        all = filter.Which switch
        {
            IncidentFilter.All => all,
            IncidentFilter.Mine => all.Where(incident => incident.OwnerId == personId.Given),
            _ => NotDone(all),
        };
        if (filter.Kind is { } kind)
        {
            all = all.Where(incident => incident.Kind == kind);
        }

        if (filter.Month is { } month)
        {
            var (begins, ends) = (
                PracticeTime.At(month, TimeOnly.MinValue).ToUniversalTime(),
                PracticeTime.At(month.AddMonths(1), TimeOnly.MinValue).ToUniversalTime()
            );
            all = all.Where(incident => incident.ReportedAt >= begins && incident.ReportedAt < ends);
        }

        return all;
    }
}

/// <summary>Says which incidents to list. It comes from a card, so it is read with care.</summary>
/// <param name="Which">Open, mine or all; anything else means open.</param>
/// <param name="Kind">Only this kind; null for every kind.</param>
/// <param name="Month">Only those reported in the month that begins on this day; null for every month.</param>
/// <param name="Reference">Only the incident with this reference, whatever the rest says; null or empty for all.</param>
public sealed record IncidentFilter(string Which, IncidentKind? Kind = null, DateOnly? Month = null, string? Reference = null)
{
    public const string Open = "open";
    public const string Mine = "mine";
    public const string All = "all";
    public const int LongestReference = 20;

    private const string MonthFormat = "yyyy-MM";

    /// <summary>Says whether it leaves out incidents of a kind or a month, or all but one.</summary>
    public bool IsNarrowed => Kind is not null || Month is not null || Reference is { Length: > 0 };

    /// <summary>Returns the month as it is written in a card's choice.</summary>
    public static string Text(DateOnly month) => month.ToString(MonthFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Text"/> wrote; null for anything else.</summary>
    public static DateOnly? ReadMonth(string? text) =>
        DateOnly.TryParseExact(text, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;
}
