using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Stores a report in one transaction with its number and all messages about it. Reports that arrive at the same moment share
/// a transaction: stored one by one, 50 of them would take three times as long.
/// </summary>
public sealed class ReportWriter : IDisposable
{
    private const int MostTogether = 50;
    private readonly GroupCommit<NewReport, Incident> group;
    private readonly Outbox outbox;
    private readonly ChannelOptions options;
    private readonly StaffOptions staff;
    private readonly FollowUpCodes codes;
    private readonly TimeProvider time;

    public ReportWriter(
        UnitOfWork unitOfWork,
        Outbox outbox,
        ChannelOptions options,
        StaffOptions staff,
        FollowUpCodes codes,
        TimeProvider time
    )
    {
        (this.outbox, this.options, this.staff, this.codes, this.time) = (outbox, options, staff, codes, time);
        group = new(unitOfWork, MostTogether, WriteAsync);
    }

    /// <summary>Stores a report. It takes no cancellation token, because the report may share a transaction with others.</summary>
    /// <exception cref="DbUpdateException">The form is stored already.</exception>
    public Task<Incident> StoreAsync(IncidentReport report, PersonInChat reporter, Guid formMark, bool noChannel) =>
        group.WriteAsync(new(report, reporter, formMark, noChannel));

    public void Dispose() => group.Dispose();

    private async Task<IReadOnlyList<Incident>> WriteAsync(HartwoodDbContext database, IReadOnlyList<NewReport> reports)
    {
        var now = time.GetUtcNow();
        var year = PracticeTime.DateOf(now).Year;
        var numbered = reports.Count(one => one.Report.Route == IncidentRoute.Managers);
        var number = numbered == 0 ? 0 : await TakeNumbersAsync(database, year, numbered) - numbered;
        var incidents = new List<Incident>();
        foreach (var (report, reporter, formMark, noChannel) in reports)
        {
            var reference = report.Route == IncidentRoute.Managers ? $"INC-{year}-{++number:0000}" : SpeakUpReference();
            var codeHash = report.Appearance == ReporterVisibility.Anonymous ? codes.HashOfCode(codes.CodeOf(formMark)) : null;
            var incident = NewIncident.Of(report, reporter, (formMark, codeHash), reference, now);
            incidents.Add(incident);
            database.Incidents.Add(incident);
            Plan(database, incident, noChannel ? await staff.ToTellAsync(database, CancellationToken.None) : []);
        }

        // In a fixed order, because another instance may write at the same moment.
        foreach (
            var reporter in reports
                .Where(one => one.Report.Appearance != ReporterVisibility.Anonymous)
                .Select(one => one.Reporter)
                .DistinctBy(reporter => reporter.PersonId)
                .OrderBy(reporter => reporter.PersonId.Value, StringComparer.Ordinal)
        )
        {
            await StaffContacts.RecordAskerAsync(database, outbox, reporter, now, CancellationToken.None);
        }

        await database.SaveChangesAsync(CancellationToken.None);
        return incidents;
    }

    /// <summary>
    /// Returns a random reference such as "SU-ABCD-EFGH". A number in a row would tell a practice manager who sends such a
    /// report how many others there are.
    /// </summary>
    private static string SpeakUpReference() => $"SU-{Codes.New()[..9]}";

    internal static string SpeakUpPlace(ChannelOptions options) =>
        options.SpeakUpId is { } person ? Recipient.Person(person) : Recipient.SpeakUp;

    private void Plan(HartwoodDbContext database, Incident incident, IReadOnlyList<PersonId> inChats)
    {
        var (kind, place) =
            incident.Route == IncidentRoute.Managers
                ? (IncidentDeliveryKinds.Card, Recipient.IncidentsChannel)
                : (IncidentDeliveryKinds.SpeakUpCard, SpeakUpPlace(options));
        Outbox.Add(
            database,
            outbox.Plan(
                IncidentDeliveryKinds.CardKey(new(incident.Id)),
                kind,
                incident.Id,
                0,
                place,
                incident.Version,
                incident.IsAnonymous
            )
        );
        foreach (var manager in inChats)
        {
            Outbox.Add(
                database,
                outbox.Plan(
                    IncidentDeliveryKinds.NoChannelKey(new(incident.Id), manager),
                    IncidentDeliveryKinds.NoChannel,
                    incident.Id,
                    0,
                    Recipient.Person(manager),
                    incident.Version,
                    incident.IsAnonymous
                )
            );
        }
    }

    /// <summary>
    /// Takes the next numbers of the year from a table with one row for each year, in SQL that both databases understand.
    /// </summary>
    /// <returns>The last number that was taken.</returns>
    private static async Task<int> TakeNumbersAsync(HartwoodDbContext database, int year, int count)
    {
        var number = await database
            .Database.SqlQuery<int>(
                $"""
                INSERT INTO "IncidentNumbers" ("Year", "Last") VALUES ({year}, {count})
                ON CONFLICT ("Year") DO UPDATE SET "Last" = "IncidentNumbers"."Last" + {count}
                RETURNING "Last" AS "Value"
                """
            )
            .ToListAsync(CancellationToken.None);
        return number.Single();
    }

    private sealed record NewReport(IncidentReport Report, PersonInChat Reporter, Guid Form, bool NoChannel);
}
