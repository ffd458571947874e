using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Stores a report in one transaction with its number and all messages about it.</summary>
public sealed class ReportWriter(UnitOfWork unitOfWork, Outbox outbox, ChannelOptions options, StaffOptions staff, TimeProvider time)
{
    /// <summary>Stores a report.</summary>
    /// <exception cref="DbUpdateException">The form is stored already.</exception>
    public Task<Incident> StoreAsync(
        IncidentReport report,
        Reporter reporter,
        Guid formId,
        bool noChannel,
        CancellationToken cancellationToken
    ) =>
        unitOfWork.WriteAsync(
            async database =>
            {
                var now = time.GetUtcNow();
                var year = PracticeTime.DateOf(now).Year;
                var number = await TakeNumberAsync(database, year, cancellationToken);
                var incident = NewIncident.Of(report, reporter, formId, $"INC-{year}-{number:0000}", now);
                database.Incidents.Add(incident);
                Plan(database, incident, noChannel);
                if (report.Appearance != ReporterVisibility.Anonymous)
                {
                    await StaffContacts.NoteAskerAsync(
                        database,
                        outbox,
                        (reporter.PersonId, reporter.ServiceUrl, reporter.ConversationId),
                        now,
                        cancellationToken
                    );
                }

                await database.SaveChangesAsync(cancellationToken);
                return incident;
            },
            cancellationToken
        );

    internal static string SpeakUpPlace(ChannelOptions options) =>
        options.SpeakUpId is { } person ? Recipient.Person(person) : Recipient.SpeakUp;

    private void Plan(HartwoodDbContext database, Incident incident, bool noChannel)
    {
        var (kind, place) =
            incident.Route == IncidentRoute.Managers
                ? (IncidentDeliveryKinds.Card, Recipient.Alerts)
                : (IncidentDeliveryKinds.SpeakUpCard, SpeakUpPlace(options));
        Outbox.Add(database, outbox.Plan(IncidentDeliveryKinds.CardKey(new(incident.Id)), kind, incident.Id, 0, place, incident.Version));
        foreach (var manager in noChannel ? staff.Managers : [])
        {
            Outbox.Add(
                database,
                outbox.Plan(
                    IncidentDeliveryKinds.NoChannelKey(new(incident.Id), manager),
                    IncidentDeliveryKinds.NoChannel,
                    incident.Id,
                    0,
                    Recipient.Person(manager),
                    incident.Version
                )
            );
        }
    }

    /// <summary>
    /// Takes the next number of the year from a table with one row for each year, in SQL that both databases understand.
    /// </summary>
    private static async Task<int> TakeNumberAsync(HartwoodDbContext database, int year, CancellationToken cancellationToken)
    {
        var number = await database
            .Database.SqlQuery<int>(
                $"""
                INSERT INTO "IncidentNumbers" ("Year", "Last") VALUES ({year}, 1)
                ON CONFLICT ("Year") DO UPDATE SET "Last" = "IncidentNumbers"."Last" + 1
                RETURNING "Last" AS "Value"
                """
            )
            .ToListAsync(cancellationToken);
        return number.Single();
    }
}
