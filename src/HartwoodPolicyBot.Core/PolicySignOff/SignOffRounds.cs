using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PolicySignOff;

/// <summary>What a practice manager does: asks everybody to read a version, sees who has, and reminds the others.</summary>
public sealed class SignOffRounds(
    UnitOfWork unitOfWork,
    PolicyLibrary library,
    SignOffReminders reminders,
    StaffOptions staff,
    Audit audit,
    TimeProvider time
)
{
    public const int PageSize = 8;

    /// <summary>How far everybody is with the version that there is now; null for a policy that there is not.</summary>
    public async Task<SignOffStatus?> StatusAsync(string? slug, int page, CancellationToken cancellationToken)
    {
        if (library.Document(slug) is not { } policy)
        {
            return null;
        }

        var version = policy.VersionOnRecord;
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var here = database.StaffMembers.Where(person => person.SetAsideAt == null);
        var asked = database
            .PolicyReadings.AsNoTracking()
            .Where(row =>
                row.PolicySlug == policy.Slug && row.PolicyVersion == version && here.Any(person => person.PersonId == row.PersonId)
            );
        var missing = asked.Where(row => row.ReadAt == null);
        var shown = await missing.OrderBy(row => row.PersonName).ThenBy(row => row.Id).PageOfAsync(PageSize, page, cancellationToken);
        return new(
            policy,
            await database
                .PolicyRounds.AsNoTracking()
                .FirstOrDefaultAsync(row => row.PolicySlug == policy.Slug && row.PolicyVersion == version, cancellationToken),
            await here.CountAsync(cancellationToken),
            await asked.CountAsync(row => row.ReadAt != null, cancellationToken),
            new(await MissingAsync(database, shown.Items, cancellationToken), shown.Number, shown.Count),
            await BeforeAsync(database, policy, cancellationToken)
        );
    }

    /// <summary>Asks everybody to read this version: once, however often it is sent. New staff are asked when they come.</summary>
    public async Task<Refusal?> SendAsync(PersonId managerId, string? slug, string? fingerprint, CancellationToken cancellationToken)
    {
        if (!staff.IsPracticeManager(managerId))
        {
            return SignOffRefusals.NotAllowed;
        }

        if (library.Document(slug) is not { } policy)
        {
            return SignOffRefusals.NoSuchPolicy;
        }

        if (policy.Fingerprint != fingerprint)
        {
            return SignOffRefusals.VersionChanged;
        }

        if (!await BeginAsync(managerId, policy, cancellationToken))
        {
            return SignOffRefusals.AlreadySent;
        }

        // A practice is asked at once; of a large group the rest follows with the timed work.
        await reminders.AskEverybodyAsync(SignOffReminders.Batch, cancellationToken);
        return null;
    }

    /// <summary>
    /// Reminds one person, or everybody who has not confirmed. They count as not told yet, so that the message of the day
    /// tells them: at once in working hours, or else on the next working morning, and never twice a day.
    /// </summary>
    /// <param name="managerId">Who asks.</param>
    /// <param name="slug">Which policy.</param>
    /// <param name="readingId">Whose reading; null for everybody's.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <returns>How many are reminded.</returns>
    public async Task<(int Count, Refusal? Refusal)> RemindAsync(
        PersonId managerId,
        string? slug,
        Id<SignOff>? readingId,
        CancellationToken cancellationToken
    )
    {
        if (!staff.IsPracticeManager(managerId))
        {
            return (0, SignOffRefusals.NotAllowed);
        }

        if (library.Document(slug) is not { } policy)
        {
            return (0, SignOffRefusals.NoSuchPolicy);
        }

        var (version, today, only) = (policy.VersionOnRecord, PracticeTime.Today(time), readingId?.Value);
        return await unitOfWork.WriteAsync<(int, Refusal?)>(
            async database =>
            {
                var count = await database
                    .PolicyReadings.Where(row =>
                        row.PolicySlug == policy.Slug
                        && row.PolicyVersion == version
                        && row.ReadAt == null
                        && row.ToldOn < today
                        && (only == null || row.Id == only)
                    )
                    .Where(row => database.StaffMembers.Any(person => person.PersonId == row.PersonId && person.SetAsideAt == null))
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.ToldOn, (DateOnly?)null), cancellationToken);
                if (count == 0)
                {
                    return (0, SignOffRefusals.NothingToRemind);
                }

                // Of one person their id, so that they find it among what was done about them.
                var subject = only is { } one
                    ? await database.PolicyReadings.Where(row => row.Id == one).Select(row => row.PersonId).SingleAsync(cancellationToken)
                    : policy.Slug;
                await audit.DidAsync(database, managerId, SignOffAudit.Reminded, subject, cancellationToken);
                return (count, null);
            },
            cancellationToken
        );
    }

    private Task<bool> BeginAsync(PersonId managerId, PolicyDocument policy, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync(
            async database =>
            {
                // Two managers may send in the same moment; the unique index lets one through.
                if (
                    await database.Database.ExecuteSqlAsync(
                        $"""
                        INSERT INTO "PolicyRounds" ("Id", "PolicySlug", "PolicyTitle", "PolicyVersion", "SentAt", "SentBy")
                        VALUES ({Guid.CreateVersion7()}, {policy.Slug}, {policy.Title}, {policy.VersionOnRecord},
                        {time.GetUtcNow().UtcDateTime}, {managerId.Value})
                        ON CONFLICT ("PolicySlug", "PolicyVersion") DO NOTHING
                        """,
                        cancellationToken
                    ) == 0
                )
                {
                    return false;
                }

                await audit.DidAsync(database, managerId, SignOffAudit.Sent, $"{policy.Slug} {policy.VersionOnRecord}", cancellationToken);
                return true;
            },
            cancellationToken
        );

    /// <summary>
    /// Nobody was told on a day whose message has not reached them, and who is to be reminded counts as not told: when they
    /// last were is then the day of the last message that did reach them.
    /// </summary>
    private static async Task<IReadOnlyList<OutstandingReader>> MissingAsync(
        HartwoodDbContext database,
        IReadOnlyList<SignOff> rows,
        CancellationToken cancellationToken
    )
    {
        var unsent = await DailyReminders.UnsentAsync(database, rows.Where(row => row.ToldOn is not null).Select(KeyOf), cancellationToken);
        var isTold = rows.ToLookup(row => row.ToldOn is not null && !unsent.Contains(KeyOf(row)));
        var before = await ToldBeforeAsync(database, [.. isTold[false]], cancellationToken);
        return
        [
            .. rows.Select(row =>
                isTold[true].Contains(row)
                    ? new OutstandingReader(new(row.Id), row.PersonName, row.AskedAt, row.ToldOn)
                    : new OutstandingReader(
                        new(row.Id),
                        row.PersonName,
                        row.AskedAt,
                        before.TryGetValue(row.Id, out var day) ? day : null,
                        IsToBeTold: row.ToldOn is null
                    )
            ),
        ];

        static string KeyOf(SignOff row) => DailyReminders.Key(PersonId.Of(row.PersonId), row.ToldOn!.Value);
    }

    /// <summary>Of these readings, the last day whose message told of it: each message tells of all that waits.</summary>
    private static async Task<Dictionary<Guid, DateOnly>> ToldBeforeAsync(
        HartwoodDbContext database,
        IReadOnlyCollection<SignOff> readings,
        CancellationToken cancellationToken
    )
    {
        var places = readings.Select(row => Recipient.Person(PersonId.Of(row.PersonId))).ToList();
        var sent = (
            await database
                .Deliveries.Where(row => places.Contains(row.Place) && row.Kind == DailyReminders.Kind && row.State == DeliveryState.Sent)
                .Select(row => new
                {
                    row.Place,
                    row.Key,
                    row.SentAt,
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(row => row.Place, StringComparer.Ordinal);
        return readings
            .Select(row =>
                (
                    row.Id,
                    Day: sent[Recipient.Person(PersonId.Of(row.PersonId))]
                        .Where(message => message.SentAt >= row.AskedAt)
                        .Max(message => DailyReminders.DayIn(message.Key))
                )
            )
            .Where(told => told.Day is not null)
            .ToDictionary(told => told.Id, told => told.Day!.Value);
    }

    private static async Task<PreviousVersion?> BeforeAsync(
        HartwoodDbContext database,
        PolicyDocument policy,
        CancellationToken cancellationToken
    )
    {
        var version = policy.VersionOnRecord;
        var round = await database
            .PolicyRounds.AsNoTracking()
            .Where(row => row.PolicySlug == policy.Slug && row.PolicyVersion != version)
            .OrderByDescending(row => row.SentAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (round is null)
        {
            return null;
        }

        var readings = database.PolicyReadings.Where(row => row.PolicySlug == round.PolicySlug && row.PolicyVersion == round.PolicyVersion);
        return new(
            round.PolicyVersion,
            round.SentAt,
            await readings.CountAsync(row => row.ReadAt != null, cancellationToken),
            await readings.CountAsync(cancellationToken)
        );
    }
}
