using System.Collections.Concurrent;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Writes reports. Those that wait for the gate together are written together, by whoever enters first, in one transaction
/// with their numbers and all that must be sent about them.
/// </summary>
public sealed class ReportBatchWriter(
    IDbContextFactory<HartwoodDbContext> databases,
    WriteGate gate,
    Outbox outbox,
    IncidentOptions options,
    StaffOptions staff,
    TimeProvider time
)
{
    private const int MostTogether = 50;
    private readonly ConcurrentQueue<Waiting> waiting = new();

    /// <summary>Completes when the report is in the database.</summary>
    /// <exception cref="DbUpdateException">The form is stored already, by another instance.</exception>
    public async Task<Incident> StoreAsync(
        IncidentReport report,
        Reporter reporter,
        Guid formId,
        bool noChannel,
        CancellationToken cancellationToken
    )
    {
        var own = new Waiting(report, reporter, formId, noChannel);
        waiting.Enqueue(own);
        using (await gate.EnterAsync(cancellationToken))
        {
            // Most find that somebody has written theirs while they waited; without a gate, somebody may be at it now.
            while (!own.Stored.Task.IsCompleted && !waiting.IsEmpty)
            {
                await StoreWaitingAsync();
            }
        }

        return await own.Stored.Task;
    }

    internal static string SpeakUpPlace(IncidentOptions options) =>
        options.SpeakUpPerson is { Length: > 0 } person ? Recipient.Person(person) : Recipient.SpeakUp;

    private async Task StoreWaitingAsync()
    {
        var batch = new List<Waiting>();
        while (batch.Count < MostTogether && waiting.TryDequeue(out var next))
        {
            batch.Add(next);
        }

        if (!await StoreAsync(batch, isLast: batch.Count == 1))
        {
            // One of them is in the way of the others: a form that another instance has stored.
            foreach (var one in batch)
            {
                await StoreAsync([one], isLast: true);
            }
        }
    }

    /// <returns>False when it failed and is worth a try one by one.</returns>
    private async Task<bool> StoreAsync(List<Waiting> batch, bool isLast)
    {
        try
        {
            if (batch.Count > 0)
            {
                await WriteAsync(batch);
            }

            return true;
        }
        catch (Exception fault)
        {
            // It goes to those who wait, whatever it is.
            if (isLast)
            {
                batch.ForEach(one => one.Stored.TrySetException(fault));
            }

            return isLast;
        }
    }

    private async Task WriteAsync(List<Waiting> batch)
    {
        // Nobody's own cancellation: the others wait for this, too.
        var forms = batch.GroupBy(one => one.FormId).Select(same => same.First()).ToList();
        await using var database = await databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await database.Database.BeginTransactionAsync(CancellationToken.None);
        var now = time.GetUtcNow();
        var year = PracticeTime.DateOf(now).Year;
        var last = await TakeNumbersAsync(database, year, forms.Count);
        var stored = new Dictionary<Guid, Incident>();
        foreach (var (one, place) in forms.Select((one, place) => (one, place)))
        {
            var incident = NewIncident.Of(one.Report, one.Reporter, one.FormId, $"INC-{year}-{last - forms.Count + 1 + place:0000}", now);
            stored[one.FormId] = incident;
            database.Incidents.Add(incident);
            Plan(database, incident, one.NoChannel);
        }

        var released = await StaffContacts.UpsertNewAsync(
            database,
            outbox,
            forms
                .Where(one => one.Report.Appearance != ReporterVisibility.Anonymous)
                .Select(one => (one.Reporter.PersonId, one.Reporter.ServiceUrl, one.Reporter.ConversationId)),
            now,
            CancellationToken.None
        );
        await database.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        batch.ForEach(one => one.Stored.TrySetResult(stored[one.FormId]));
        foreach (var place in stored.Values.Select(incident => CardPlace(incident).Place).Distinct())
        {
            outbox.Wake(place);
        }

        if (released > 0 || forms.Any(one => one.NoChannel))
        {
            outbox.Wake();
        }
    }

    private void Plan(HartwoodDbContext database, Incident incident, bool noChannel)
    {
        var (kind, place) = CardPlace(incident);
        database.Deliveries.Add(outbox.Plan(IncidentDeliveryKinds.CardKey(incident.Id), kind, incident.Id, 0, place, incident.Version));
        foreach (var manager in noChannel ? staff.PracticeManagers.Distinct(StringComparer.OrdinalIgnoreCase) : [])
        {
            database.Deliveries.Add(
                outbox.Plan(
                    IncidentDeliveryKinds.NoChannelKey(incident.Id, manager),
                    IncidentDeliveryKinds.NoChannel,
                    incident.Id,
                    0,
                    Recipient.Person(manager),
                    incident.Version
                )
            );
        }
    }

    private (string Kind, string Place) CardPlace(Incident incident) =>
        incident.Route == IncidentRoute.Managers
            ? (IncidentDeliveryKinds.Card, Recipient.Alerts)
            : (IncidentDeliveryKinds.SpeakUpCard, SpeakUpPlace(options));

    /// <summary>Numbers are given out by one row a year, in words that both databases understand; the last of those taken.</summary>
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

    private sealed record Waiting(IncidentReport Report, Reporter Reporter, Guid FormId, bool NoChannel)
    {
        public TaskCompletionSource<Incident> Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
