using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PolicySignOff;

/// <summary>
/// Reading's part in the message of the day: whoever was asked hears of it on the next working day, then weekly until they
/// have confirmed. Also asks whoever came after a round, and tells practice managers of a changed policy.
/// </summary>
public sealed class SignOffReminders(UnitOfWork unitOfWork, Outbox outbox, PolicyLibrary library, StaffOptions staff, TimeProvider time)
    : IDailyReminderSource
{
    /// <summary>So many people are asked in one transaction: nobody else waits long.</summary>
    internal const int Batch = 500;

    private const int Week = 7;

    private readonly string[] current = [.. library.Documents.Select(policy => policy.VersionOnRecord)];

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

    /// <summary>Asks everybody who is known and has not been asked, for each round of a version that there is now.</summary>
    /// <param name="most">How many at most; the rest is left to the next time.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <returns>How many were asked.</returns>
    public async Task<int> AskEverybodyAsync(int most, CancellationToken cancellationToken)
    {
        var asked = 0;
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        foreach (
            var round in await database
                .PolicyRounds.AsNoTracking()
                .Where(row => current.Contains(row.PolicyVersion))
                .ToListAsync(cancellationToken)
        )
        {
            // Found once: looking again after each part would look through all who were asked meanwhile.
            foreach (var some in (await NotAskedAsync(database, round, most - asked, cancellationToken)).Chunk(Batch))
            {
                await AskSomeAsync(database, round, some, cancellationToken);
                asked += some.Length;
            }
        }

        return asked;
    }

    /// <summary>
    /// Notes somebody who has just added the bot, so that a round reaches them, and asks them if one is under way. They
    /// hear of it in the welcome.
    /// </summary>
    /// <returns>The readings that wait for them.</returns>
    public async Task<IReadOnlyList<Guid>> WelcomeAsync(PersonId personId, string name, CancellationToken cancellationToken)
    {
        var (id, now) = (personId.Value, time.GetUtcNow());
        return await unitOfWork.WriteAsync(
            async database =>
            {
                await StaffDirectory.NoteAsync(database, personId, name, now, cancellationToken);
                foreach (
                    var round in await database
                        .PolicyRounds.AsNoTracking()
                        .Where(row => current.Contains(row.PolicyVersion))
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

    /// <summary>Tells each practice manager once that staff have been asked to read a version which is not the policy's any more.</summary>
    public async Task<int> PlanChangedAsync(CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var planned = 0;
        foreach (var policy in library.Documents)
        {
            var keys = staff.Managers.Select(manager => (Manager: manager, Key: SignOffDeliveryKinds.ChangedKey(policy, manager))).ToList();
            var known = keys.ConvertAll(entry => entry.Key);
            if (
                !await HasChangedAsync(database, policy, cancellationToken)
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

    /// <summary>Was an earlier version sent, and this one not?</summary>
    internal static async Task<bool> HasChangedAsync(HartwoodDbContext database, PolicyDocument policy, CancellationToken cancellationToken)
    {
        var versions = await database
            .PolicyRounds.Where(row => row.PolicySlug == policy.Slug)
            .Select(row => row.PolicyVersion)
            .ToListAsync(cancellationToken);
        return versions.Count > 0 && !versions.Contains(policy.VersionOnRecord);
    }

    /// <summary>
    /// What is asked of people who are here, of the versions that there are now. A version holds its text's fingerprint,
    /// so it names its policy.
    /// </summary>
    private IQueryable<SignOff> Open(HartwoodDbContext database) =>
        database
            .PolicyReadings.Where(row => row.ReadAt == null && current.Contains(row.PolicyVersion))
            .Where(row => database.StaffMembers.Any(person => person.PersonId == row.PersonId && person.SetAsideAt == null));

    /// <summary>Who came after the round is asked from the next day on: on the first day the welcome does.</summary>
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
