using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PolicySignOff;

/// <summary>Lets practice managers ask everybody to read a version, see who has confirmed it, and remind the others.</summary>
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

    /// <summary>The day on which a message that is sent now goes, at 9 in the morning; null when it goes at once.</summary>
    public DateOnly? GoesOn => WorkingHours.WaitUntil(time.GetUtcNow());

    /// <summary>Returns how many people have confirmed the current version; null when there is no such policy.</summary>
    public async Task<SignOffStatus?> StatusAsync(string? slug, int page, CancellationToken cancellationToken)
    {
        if (library.Document(slug) is not { } policy)
        {
            return null;
        }

        var version = policy.VersionToSignOff;
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
            new(await OutstandingReaders.OfAsync(database, shown.Items, cancellationToken), shown.Number, shown.Count),
            await BeforeAsync(database, policy, cancellationToken)
        )
        {
            GoesOn = GoesOn,
        };
    }

    /// <summary>
    /// Asks everybody to read this version. A version has only one round, however often it is sent. New staff are asked when
    /// they join.
    /// </summary>
    public async Task<Refusal?> SendAsync(PersonId managerId, string? slug, string? fingerprint, CancellationToken cancellationToken)
    {
        if (!staff.ActsAsManager(managerId))
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

        // All staff of one practice are asked at once. In a large group of practices, the timed work asks the rest.
        await reminders.AskEverybodyAsync(SignOffReminders.Batch, cancellationToken);
        return null;
    }

    /// <summary>
    /// Reminds one person, or everybody who has not confirmed. They are marked as not told, so that the daily reminder tells
    /// them: at once during working hours, otherwise on the next working morning, and never twice a day.
    /// </summary>
    /// <param name="managerId">The practice manager who reminds them.</param>
    /// <param name="slug">The policy.</param>
    /// <param name="readingId">The sign-off of one person; null for everybody.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <returns>How many people are reminded.</returns>
    public async Task<(int Count, Refusal? Refusal)> RemindAsync(
        PersonId managerId,
        string? slug,
        Id<SignOff>? readingId,
        CancellationToken cancellationToken
    )
    {
        if (!staff.ActsAsManager(managerId))
        {
            return (0, SignOffRefusals.NotAllowed);
        }

        if (library.Document(slug) is not { } policy)
        {
            return (0, SignOffRefusals.NoSuchPolicy);
        }

        var (version, today, only) = (policy.VersionToSignOff, PracticeTime.Today(time), readingId?.Value);
        return await unitOfWork.WriteAsync<(int, Refusal?)>(
            async database =>
            {
                var waiting = database
                    .PolicyReadings.Where(row =>
                        row.PolicySlug == policy.Slug
                        && row.PolicyVersion == version
                        && row.ReadAt == null
                        && (only == null || row.Id == only)
                    )
                    .Where(row => database.StaffMembers.Any(person => person.PersonId == row.PersonId && person.SetAsideAt == null));
                var count = await waiting
                    .Where(row => row.ToldOn < today)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.ToldOn, (DateOnly?)null), cancellationToken);
                if (count == 0)
                {
                    return (0, await WhyNobodyAsync(database, waiting, today, isOne: only is not null, cancellationToken));
                }

                // For one person, the audit holds their id, so that they can find it in what is stored about them.
                var subject = only is { } one
                    ? await database.PolicyReadings.Where(row => row.Id == one).Select(row => row.PersonId).SingleAsync(cancellationToken)
                    : policy.Slug;
                await audit.DidAsync(database, managerId, SignOffAudit.Reminded, subject, cancellationToken);
                return (count, null);
            },
            cancellationToken
        );
    }

    /// <summary>
    /// Returns why nobody is reminded. Somebody who is to be told gets the message with the next ones; if they had today's already, on
    /// the next working day.
    /// </summary>
    private async Task<Refusal> WhyNobodyAsync(
        HartwoodDbContext database,
        IQueryable<SignOff> waiting,
        DateOnly today,
        bool isOne,
        CancellationToken cancellationToken
    )
    {
        var people = await waiting.Select(row => new { row.PersonId, IsToBeTold = row.ToldOn == null }).ToListAsync(cancellationToken);
        var keys = people.Where(one => one.IsToBeTold).Select(one => DailyReminders.Key(PersonId.Of(one.PersonId), today)).ToList();
        var goesOn = GoesOn;
        var heard = goesOn is null ? await database.Deliveries.CountAsync(row => keys.Contains(row.Key), cancellationToken) : keys.Count;
        var (told, soon, day) = (people.Count - keys.Count, keys.Count - heard, goesOn ?? WorkingDays.OnOrAfter(today.AddDays(1)));
        return !isOne ? SignOffRefusals.NobodyToRemind(told, soon, heard, day)
            : people.Count == 0 ? SignOffRefusals.NoLongerWaiting
            : SignOffRefusals.NotTwiceADay(told > 0, soon > 0 ? null : day);
    }

    private Task<bool> BeginAsync(PersonId managerId, PolicyDocument policy, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync(
            async database =>
            {
                // Two managers may send at the same moment. The unique index accepts only one.
                if (
                    await database.Database.ExecuteSqlAsync(
                        $"""
                        INSERT INTO "PolicyRounds" ("Id", "PolicySlug", "PolicyTitle", "PolicyVersion", "SentAt", "SentBy")
                        VALUES ({Guid.CreateVersion7()}, {policy.Slug}, {policy.Title}, {policy.VersionToSignOff},
                        {time.GetUtcNow().UtcDateTime}, {managerId.Value})
                        ON CONFLICT ("PolicySlug", "PolicyVersion") DO NOTHING
                        """,
                        cancellationToken
                    ) == 0
                )
                {
                    return false;
                }

                await audit.DidAsync(database, managerId, SignOffAudit.Sent, $"{policy.Slug} {policy.VersionToSignOff}", cancellationToken);
                return true;
            },
            cancellationToken
        );

    private static async Task<PreviousVersion?> BeforeAsync(
        HartwoodDbContext database,
        PolicyDocument policy,
        CancellationToken cancellationToken
    )
    {
        var version = policy.VersionToSignOff;
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
        )
        {
            WasReplacedFirst =
                WorkingHours.WaitUntil(round.SentAt) is { } day
                && policy.InForceFrom <= day
                && !await readings.AnyAsync(row => row.ToldOn != null || row.ReadAt != null, cancellationToken),
        };
    }
}
