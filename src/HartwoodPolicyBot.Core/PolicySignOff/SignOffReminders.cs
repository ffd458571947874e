using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PolicySignOff;

/// <summary>
/// Adds sign-offs to the daily reminder: a person is told on the next working day, then weekly until they confirm. It also
/// asks people who joined after a round began, and tells practice managers of a changed policy.
/// </summary>
public sealed class SignOffReminders(UnitOfWork unitOfWork, Outbox outbox, PolicyLibrary library, StaffOptions staff, TimeProvider time)
    : IDailyReminderSource
{
    /// <summary>How many people are asked in one transaction, so that other writers don't wait long.</summary>
    internal const int Batch = 500;

    private const int Week = 7;

    private string[] Current => [.. library.Documents.Select(policy => policy.VersionToSignOff)];

    public async Task<IReadOnlyCollection<PersonId>> PeopleAsync(
        HartwoodDbContext database,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var weekAgo = today.AddDays(-Week);
        var people = await Open(database)
            .Where(row => row.ToldOn == null || row.ToldOn <= weekAgo)
            .Select(row => row.PersonId)
            .Distinct()
            .ToListAsync(cancellationToken);
        return people.ConvertAll(PersonId.Of);
    }

    public Task ToldAsync(HartwoodDbContext database, PersonId personId, DateOnly today, CancellationToken cancellationToken) =>
        Open(database)
            .Where(row => row.PersonId == personId.Value)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ToldOn, today), cancellationToken);

    public Task NotToldAsync(HartwoodDbContext database, DateOnly day, IQueryable<string> places, CancellationToken cancellationToken) =>
        Open(database)
            .Where(row => row.ToldOn == day && places.Contains(Recipient.PersonPrefix + row.PersonId))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ToldOn, (DateOnly?)null), cancellationToken);

    /// <summary>Asks everybody who was not asked yet, for each round of a current version.</summary>
    /// <param name="most">How many people to ask at most. The rest are asked the next time.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <returns>How many were asked.</returns>
    public async Task<int> AskEverybodyAsync(int most, CancellationToken cancellationToken)
    {
        var asked = 0;
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        foreach (
            var round in await database
                .PolicyRounds.AsNoTracking()
                .Where(row => Current.Contains(row.PolicyVersion))
                .ToListAsync(cancellationToken)
        )
        {
            // Found only once, because repeating the query after each batch would go through everybody who was already asked.
            foreach (var batch in (await NotAskedAsync(database, round, most - asked, cancellationToken)).Chunk(Batch))
            {
                await AskSomeAsync(database, round, batch, cancellationToken);
                asked += batch.Length;
            }
        }

        return asked;
    }

    /// <summary>
    /// Records a person who has just added the bot, and asks them to sign off if a round is in progress. The welcome tells
    /// them.
    /// </summary>
    /// <returns>The ids of the sign-offs that they have to confirm.</returns>
    public async Task<IReadOnlyList<Guid>> WelcomeAsync(PersonId personId, string name, CancellationToken cancellationToken)
    {
        var (id, now) = (personId.Value, time.GetUtcNow());
        return await unitOfWork.WriteAsync(
            async database =>
            {
                await StaffDirectory.RecordAsync(database, personId, name, now, cancellationToken);
                foreach (
                    var round in await database
                        .PolicyRounds.AsNoTracking()
                        .Where(row => Current.Contains(row.PolicyVersion))
                        .ToListAsync(cancellationToken)
                )
                {
                    await AskAsync(database, round, personId, name, now, PracticeTime.DateOf(now), cancellationToken);
                }
                return await Open(database).Where(row => row.PersonId == id).Select(row => row.Id).ToListAsync(cancellationToken);
            },
            cancellationToken
        );
    }

    /// <summary>
    /// Tells each practice manager once that the version staff were asked to read is no longer the policy's current text.
    /// </summary>
    public async Task<int> PlanChangedAsync(CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var managers = await staff.ToTellAsync(database, cancellationToken);
        var planned = 0;
        foreach (var policy in library.Documents)
        {
            var keys = managers.Select(manager => (Manager: manager, Key: SignOffDeliveryKinds.ChangedKey(policy, manager))).ToList();
            var known = keys.ConvertAll(entry => entry.Key);
            if (
                policy.IsMinor
                || !await HasChangedAsync(database, policy, cancellationToken)
                || await database.Deliveries.CountAsync(row => known.Contains(row.Key), cancellationToken) == keys.Count
            )
            {
                continue;
            }

            var rows = keys.ConvertAll(entry =>
                outbox.Plan(entry.Key, SignOffDeliveryKinds.Changed, Guid.CreateVersion7(), 0, Recipient.Person(entry.Manager), 0)
            );
            planned += await Outbox.PlanNewAsync(unitOfWork, rows, cancellationToken);
        }

        return planned;
    }

    /// <summary>Says whether a round was started for an earlier version but not for this one.</summary>
    internal static async Task<bool> HasChangedAsync(HartwoodDbContext database, PolicyDocument policy, CancellationToken cancellationToken)
    {
        var versions = await database
            .PolicyRounds.Where(row => row.PolicySlug == policy.Slug)
            .Select(row => row.PolicyVersion)
            .ToListAsync(cancellationToken);
        return versions.Count > 0 && !versions.Contains(policy.VersionToSignOff);
    }

    /// <summary>
    /// Selects the open sign-offs of current versions, for people who haven't left. A version includes the text's fingerprint,
    /// so it also identifies the policy.
    /// </summary>
    private IQueryable<SignOff> Open(HartwoodDbContext database) =>
        database
            .PolicyReadings.Where(row => row.ReadAt == null && Current.Contains(row.PolicyVersion))
            .Where(row => database.StaffMembers.Any(person => person.PersonId == row.PersonId && person.SetAsideAt == null));

    /// <summary>
    /// Returns the people whom a round has not asked yet. New staff are asked by the welcome on their first day, so this starts
    /// on the day after.
    /// </summary>
    private Task<List<StaffMember>> NotAskedAsync(
        HartwoodDbContext database,
        SignOffRound round,
        int most,
        CancellationToken cancellationToken
    )
    {
        var midnight = PracticeTime.At(PracticeTime.Today(time), TimeOnly.MinValue);
        return database
            .StaffMembers.AsNoTracking()
            .Where(person => person.SetAsideAt == null && (person.NotedAt <= round.SentAt || person.NotedAt < midnight))
            .Where(person =>
                !database.PolicyReadings.Any(row =>
                    row.PersonId == person.PersonId && row.PolicySlug == round.PolicySlug && row.PolicyVersion == round.PolicyVersion
                )
            )
            .OrderBy(person => person.PersonId)
            .Take(most)
            .ToListAsync(cancellationToken);
    }

    private Task AskSomeAsync(
        HartwoodDbContext database,
        SignOffRound round,
        IEnumerable<StaffMember> people,
        CancellationToken cancellationToken
    ) =>
        unitOfWork.WriteAsync(
            database,
            async () =>
            {
                foreach (var person in people)
                {
                    await AskAsync(database, round, PersonId.Of(person.PersonId), person.Name, time.GetUtcNow(), null, cancellationToken);
                }
            },
            cancellationToken
        );

    private static Task<int> AskAsync(
        HartwoodDbContext database,
        SignOffRound round,
        PersonId personId,
        string name,
        DateTimeOffset now,
        DateOnly? toldOn,
        CancellationToken cancellationToken
    ) =>
        database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "PolicyReadings" ("Id", "PersonId", "PersonName", "PolicySlug", "PolicyTitle", "PolicyVersion", "AskedAt", "ToldOn")
            VALUES ({Guid.CreateVersion7()}, {personId.Value}, {name}, {round.PolicySlug}, {round.PolicyTitle},
            {round.PolicyVersion}, {now.UtcDateTime}, {toldOn})
            ON CONFLICT ("PersonId", "PolicySlug", "PolicyVersion") DO NOTHING
            """,
            cancellationToken
        );
}
