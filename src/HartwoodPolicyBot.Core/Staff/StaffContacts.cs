using System.Collections.Concurrent;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>Knows the people whom the bot can write to, and in which chat.</summary>
public sealed class StaffContacts(UnitOfWork unitOfWork, Outbox outbox, TimeProvider time)
{
    /// <summary>
    /// How long a known chat is trusted before the database is asked again, because another instance may have deleted it.
    /// </summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<PersonId, (string ServiceUrl, string ConversationId, TimeSpan Until)> chats = new();

    private readonly long start = time.GetTimestamp();

    /// <summary>
    /// Records the chat in which this person wrote. What was held for it, or stopped because they had blocked the bot, is then
    /// sent. A repeated call with the same chat does nothing.
    /// </summary>
    public async Task RecordAsync(PersonId personId, string serviceUrl, string conversationId, CancellationToken cancellationToken)
    {
        var (now, steady) = (time.GetUtcNow(), time.GetElapsedTime(start));
        if (
            chats.TryGetValue(personId, out var chat)
            && (chat.ServiceUrl, chat.ConversationId) == (serviceUrl, conversationId)
            && steady < chat.Until
        )
        {
            return;
        }

        await unitOfWork.WriteEachAsync(
            async database =>
            {
                // Not in one transaction: a dispatcher that holds a delivery after the release must already be able to find the chat and
                // release it.
                await UpsertAsync(database, personId, serviceUrl, conversationId, now, cancellationToken);
                await outbox.ReleaseAsync(database, Recipient.Person(personId), cancellationToken);
            },
            cancellationToken
        );

        chats[personId] = (serviceUrl, conversationId, steady + Remembered);
    }

    /// <summary>
    /// Makes the next note ask the database, because the bot was added to this person's chat and another instance may have
    /// deleted it.
    /// </summary>
    public void LookAgain(PersonId personId) => chats.TryRemove(personId, out _);

    /// <summary>Records the chat only if something is held for this person.</summary>
    public async Task RecordIfAwaitedAsync(PersonId personId, string serviceUrl, string conversationId, CancellationToken cancellationToken)
    {
        var place = Recipient.Person(personId);
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        if (
            await database.Deliveries.AnyAsync(
                row => row.Place == place && (row.State == DeliveryState.Held || row.State == DeliveryState.Stopped),
                cancellationToken
            )
        )
        {
            LookAgain(personId);
            await RecordAsync(personId, serviceUrl, conversationId, cancellationToken);
        }
    }

    public async Task<StaffContact?> FindAsync(PersonId personId, CancellationToken cancellationToken)
    {
        var id = personId.Value;
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await database.StaffContacts.AsNoTracking().FirstOrDefaultAsync(contact => contact.PersonId == id, cancellationToken);
    }

    /// <summary>Deletes the chat, because the person removed the bot.</summary>
    public async Task ForgetAsync(string conversationId, CancellationToken cancellationToken)
    {
        await unitOfWork.WriteAsync(
            database =>
                database.StaffContacts.Where(contact => contact.ConversationId == conversationId).ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );

        foreach (var (id, _) in chats.Where(entry => entry.Value.ConversationId == conversationId))
        {
            chats.TryRemove(id, out _);
        }
    }

    /// <summary>Deletes the chat of a person who wants no more messages, until they come back. Runs in the caller's transaction.</summary>
    internal async Task<IReadOnlyList<Deleted>> ForgetPersonAsync(
        HartwoodDbContext database,
        PersonId personId,
        CancellationToken cancellationToken
    )
    {
        LookAgain(personId);
        return await ForgetAsync(database, database.StaffContacts.Where(contact => contact.PersonId == personId.Value), cancellationToken);
    }

    /// <summary>
    /// Deletes these chats and the installations in them. The contact says whose chat an installation is, so without it nobody
    /// could find the installation by person, and it would stay for ever.
    /// </summary>
    internal static async Task<IReadOnlyList<Deleted>> ForgetAsync(
        HartwoodDbContext database,
        IQueryable<StaffContact> contacts,
        CancellationToken cancellationToken
    )
    {
        var installed = await InstallationsOf(database, contacts).ExecuteDeleteAsync(cancellationToken);
        return [new("chats", await contacts.ExecuteDeleteAsync(cancellationToken)), new("installations", installed)];
    }

    /// <summary>Selects the installations in these people's own chats.</summary>
    internal static IQueryable<Installation> InstallationsOf(HartwoodDbContext database, IQueryable<StaffContact> contacts) =>
        database.Installations.Where(row =>
            row.Scope == InstallationScope.Personal && contacts.Any(contact => contact.ConversationId == row.Place)
        );

    /// <summary>
    /// Records the chat of somebody who asks for something, in the caller's unit of work. The chat is null when Teams names
    /// none.
    /// </summary>
    /// <remarks>
    /// Somebody who asks for something is back, so what was held for them, or stopped because they had blocked the bot, is
    /// released.
    /// </remarks>
    internal static async Task RecordAskerAsync(
        HartwoodDbContext database,
        Outbox outbox,
        PersonInChat asker,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (asker.ConversationId is not { } conversationId)
        {
            return;
        }

        var id = asker.PersonId.Value;
        if (
            !await database.StaffContacts.AnyAsync(
                contact => contact.PersonId == id && contact.ServiceUrl == asker.ServiceUrl && contact.ConversationId == conversationId,
                cancellationToken
            )
        )
        {
            await UpsertAsync(database, asker.PersonId, asker.ServiceUrl, conversationId, now, cancellationToken);
        }

        await outbox.ReleaseAsync(database, Recipient.Person(asker.PersonId), cancellationToken);
    }

    private static Task<int> UpsertAsync(
        HartwoodDbContext database,
        PersonId personId,
        string serviceUrl,
        string conversationId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "StaffContacts" ("PersonId", "ServiceUrl", "ConversationId", "NotedAt")
            VALUES ({personId.Value}, {serviceUrl}, {conversationId}, {PracticeTime.StartOfDay(now).UtcDateTime})
            ON CONFLICT ("PersonId") DO UPDATE SET "ServiceUrl" = excluded."ServiceUrl", "ConversationId" = excluded."ConversationId"
            """,
            cancellationToken
        );
}
