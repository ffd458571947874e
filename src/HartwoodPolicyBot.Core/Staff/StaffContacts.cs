using System.Collections.Concurrent;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>Whom the bot can write to, and in which chat.</summary>
public sealed class StaffContacts(IDbContextFactory<HartwoodDbContext> databases, WriteGate gate, Outbox outbox, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (string ServiceUrl, string ConversationId)> known = new(StringComparer.Ordinal);

    /// <summary>
    /// Keeps the chat in which this person wrote. What waited for it, or was stopped because they had blocked the bot, is
    /// sent now. The same chat again costs nothing.
    /// </summary>
    public async Task NoteAsync(string personId, string serviceUrl, string conversationId, CancellationToken cancellationToken)
    {
        var id = Normal(personId);
        if (known.TryGetValue(id, out var noted) && noted == (serviceUrl, conversationId))
        {
            return;
        }

        using (await gate.EnterAsync(cancellationToken))
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await UpsertAsync(database, id, serviceUrl, conversationId, time.GetUtcNow(), cancellationToken);
            await outbox.ReleaseAsync(database, Place.Person(id), cancellationToken);
        }

        known[id] = (serviceUrl, conversationId);
        outbox.Wake();
    }

    /// <summary>Keeps the chat only if something waits for this person.</summary>
    public async Task NoteIfAwaitedAsync(string personId, string serviceUrl, string conversationId, CancellationToken cancellationToken)
    {
        var place = Place.Person(personId);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Deliveries.AnyAsync(row => row.Place == place && (row.State == DeliveryState.Held || row.State == DeliveryState.Stopped), cancellationToken))
        {
            known.TryRemove(Normal(personId), out _);
            await NoteAsync(personId, serviceUrl, conversationId, cancellationToken);
        }
    }

    public async Task<StaffContact?> FindAsync(string personId, CancellationToken cancellationToken)
    {
        var id = Normal(personId);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.StaffContacts.AsNoTracking().FirstOrDefaultAsync(contact => contact.PersonId == id, cancellationToken);
    }

    /// <summary>The chat is gone: the person removed the bot.</summary>
    public async Task ForgetAsync(string conversationId, CancellationToken cancellationToken)
    {
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await database.StaffContacts.Where(contact => contact.ConversationId == conversationId).ExecuteDeleteAsync(cancellationToken);
        }

        foreach (var (id, _) in known.Where(entry => entry.Value.ConversationId == conversationId))
        {
            known.TryRemove(id, out _);
        }
    }

    internal static Task UpsertAsync(
        HartwoodDbContext database, string personId, string serviceUrl, string conversationId, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "StaffContacts" ("PersonId", "ServiceUrl", "ConversationId", "NotedAt")
            VALUES ({Normal(personId)}, {serviceUrl}, {conversationId}, {now.UtcDateTime})
            ON CONFLICT ("PersonId") DO UPDATE SET "ServiceUrl" = excluded."ServiceUrl", "ConversationId" = excluded."ConversationId"
            """,
            cancellationToken);

    private static string Normal(string personId) => personId.ToLowerInvariant();
}
