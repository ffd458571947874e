using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Interests;

/// <summary>Lets people declare their interests, change and end them, and say that they are still right.</summary>
/// <remarks>
/// Source: the policy, Conflicts of interest: "All staff will be open about any conflicts of interest when posting online and
/// declare any financial or commercial interests where appropriate."
/// </remarks>
public sealed class OwnInterests(UnitOfWork unitOfWork, Audit audit, TimeProvider time)
{
    /// <summary>How many interests one person may have at once.</summary>
    public const int MostAtOnce = 30;

    /// <summary>A shorter name would be found in many words.</summary>
    private const int ShortestName = 3;

    public DateOnly Today => PracticeTime.Today(time);

    /// <summary>Returns the person's interests that last, oldest first.</summary>
    public async Task<IReadOnlyList<Interest>> ListAsync(PersonId personId, CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await Lasting(database, personId)
            .AsNoTracking()
            .OrderBy(row => row.DeclaredAt)
            .ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Returns one of the person's interests that last. An id that belongs to somebody else is refused and written to the audit.
    /// </summary>
    public async Task<Outcome<Interest>> FindAsync(PersonId personId, Id<Interest>? id, CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var found = id is { } known
            ? await database.Interests.AsNoTracking().FirstOrDefaultAsync(row => row.Id == known.Value, cancellationToken)
            : null;
        if (found is not null && found.PersonId != personId.Value)
        {
            await audit.RefusedAsync(personId, InterestAudit.Change, InterestRefusals.NotYours, null, cancellationToken);
            return InterestRefusals.NotYours;
        }

        return found is { EndedAt: null } ? found : InterestRefusals.Unknown;
    }

    /// <summary>Declares an interest.</summary>
    /// <param name="personId">The person whose interest it is.</param>
    /// <param name="name">Their name.</param>
    /// <param name="fields">What they say about it.</param>
    /// <param name="formId">The form's own id, which becomes the interest's. A form that is sent twice declares one interest.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<Refusal?> DeclareAsync(
        PersonId personId,
        string name,
        InterestFields fields,
        Guid formId,
        CancellationToken cancellationToken
    )
    {
        var (today, now) = (Today, time.GetUtcNow());
        if (fields.Wrong(today) is { } wrong)
        {
            return wrong;
        }

        var masked = fields.Masked(today);
        return await unitOfWork.WriteAsync<Refusal?>(
            async database =>
            {
                if (await database.Interests.AnyAsync(row => row.Id == formId, cancellationToken))
                {
                    return null;
                }

                var own = await Lasting(database, personId).AsNoTracking().ToListAsync(cancellationToken);
                if (own.Exists(masked.AreOf))
                {
                    return InterestRefusals.DeclaredAlready;
                }

                if (own.Count >= MostAtOnce)
                {
                    return InterestRefusals.TooMany;
                }

                database.Interests.Add(
                    new()
                    {
                        Id = formId,
                        PersonId = personId.Value,
                        PersonName = name,
                        What = masked.What,
                        Party = masked.Party,
                        Since = masked.Since,
                        IsMentioned = masked.IsMentioned == true,
                        DeclaredAt = now,
                        ConfirmedOn = today,
                        Version = 1,
                    }
                );
                await database.SaveChangesAsync(cancellationToken);
                return null;
            },
            cancellationToken
        );
    }

    /// <summary>Returns the person's interest that these fields declare a second time; null if there is none.</summary>
    public async Task<Interest?> DeclaredAlreadyAsync(PersonId personId, InterestFields fields, CancellationToken cancellationToken) =>
        (await ListAsync(personId, cancellationToken)).FirstOrDefault(fields.Masked(Today).AreOf);

    /// <summary>Changes one of the person's interests, if it is as they saw it.</summary>
    public async Task<Refusal?> ChangeAsync(
        PersonId personId,
        Interest seen,
        int version,
        InterestFields fields,
        CancellationToken cancellationToken
    )
    {
        var today = Today;
        if (fields.Wrong(today) is { } wrong)
        {
            return wrong;
        }

        var masked = fields.Masked(today);
        DateTimeOffset? now = time.GetUtcNow();
        return await unitOfWork.WriteAsync(
            async database =>
                await Lasting(database, personId)
                    .Where(row => row.Id == seen.Id && row.Version == version)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(row => row.What, masked.What)
                                .SetProperty(row => row.Party, masked.Party)
                                .SetProperty(row => row.Since, masked.Since)
                                .SetProperty(row => row.IsMentioned, masked.IsMentioned == true)
                                .SetProperty(row => row.ChangedAt, now)
                                .SetProperty(row => row.ConfirmedOn, today)
                                .SetProperty(row => row.Version, row => row.Version + 1),
                        cancellationToken
                    ) == 0
                    ? InterestRefusals.Changed
                    : null,
            cancellationToken
        );
    }

    /// <summary>Ends one of the person's interests, if it is as they saw it.</summary>
    public async Task<Refusal?> EndAsync(PersonId personId, Interest seen, int version, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return await unitOfWork.WriteAsync(
            async database =>
                await Lasting(database, personId)
                    .Where(row => row.Id == seen.Id && row.Version == version)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(row => row.EndedAt, now).SetProperty(row => row.Version, row => row.Version + 1),
                        cancellationToken
                    ) == 0
                    ? InterestRefusals.Changed
                    : null,
            cancellationToken
        );
    }

    /// <summary>Records that the interests which the person was asked about are still right.</summary>
    /// <returns>How many were confirmed.</returns>
    public Task<int> ConfirmAsync(PersonId personId, CancellationToken cancellationToken)
    {
        var today = Today;
        return unitOfWork.WriteAsync(
            database =>
                InterestReminders
                    .DueIn(database, today)
                    .Where(row => row.PersonId == personId.Value)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.ConfirmedOn, today), cancellationToken),
            cancellationToken
        );
    }

    /// <summary>Returns the interests about which the person was asked today and that they haven't confirmed since.</summary>
    public async Task<IReadOnlyList<Interest>> ToldTodayAsync(PersonId personId, CancellationToken cancellationToken)
    {
        var today = Today;
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await InterestReminders
            .DueIn(database, today)
            .AsNoTracking()
            .Where(row => row.PersonId == personId.Value && row.ToldOn == today)
            .OrderBy(row => row.DeclaredAt)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Says whether a text names somebody with whom the person has declared an interest.</summary>
    public async Task<bool> AreNamedInAsync(PersonId personId, string text, CancellationToken cancellationToken) =>
        (await ListAsync(personId, cancellationToken)).Any(interest => IsNamedIn(interest.Party, text));

    /// <summary>Says whether a name is in a text as whole words.</summary>
    private static bool IsNamedIn(string party, string text)
    {
        if (party.Length < ShortestName)
        {
            return false;
        }

        for (
            var at = text.IndexOf(party, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(party, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            var end = at + party.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    internal static IQueryable<Interest> Lasting(HartwoodDbContext database, PersonId personId) =>
        database.Interests.Where(row => row.PersonId == personId.Value && row.EndedAt == null);
}
