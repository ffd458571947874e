using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PolicySignOff;

/// <summary>Shows a person what they have been asked to read, and records that they confirm it.</summary>
public sealed class OwnSignOffs(UnitOfWork unitOfWork, PolicyLibrary library, Audit audit, TimeProvider time)
{
    /// <summary>Returns everything that this person was asked to read, policy by policy.</summary>
    public async Task<IReadOnlyList<OwnSignOff>> OfPersonAsync(PersonId personId, CancellationToken cancellationToken)
    {
        var id = personId.Value;
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var readings = await database
            .PolicyReadings.AsNoTracking()
            .Where(row => row.PersonId == id)
            .OrderByDescending(row => row.AskedAt)
            .ToListAsync(cancellationToken);
        return
        [
            .. library.Documents.Select(policy => new OwnSignOff(
                policy,
                readings.Find(row => row.PolicySlug == policy.Slug && row.PolicyVersion == policy.VersionToSignOff),
                readings.FindAll(row =>
                    row.PolicySlug == policy.Slug && row.PolicyVersion != policy.VersionToSignOff && row.ReadAt is not null
                )
            )),
        ];
    }

    /// <summary>
    /// Returns the current versions that this person still has to confirm. Empty for somebody who is marked as having left.
    /// </summary>
    public async Task<IReadOnlyList<OwnSignOff>> OpenAsync(PersonId personId, CancellationToken cancellationToken)
    {
        var id = personId.Value;
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await database.StaffMembers.AnyAsync(person => person.PersonId == id && person.SetAsideAt == null, cancellationToken)
            ? [.. (await OfPersonAsync(personId, cancellationToken)).Where(own => own.Now is { ReadAt: null })]
            : [];
    }

    /// <summary>Returns the person's own sign-off, as it is now. Nobody can see another person's.</summary>
    public async Task<ConfirmResult> LookAsync(PersonId personId, Id<SignOff> readingId, CancellationToken cancellationToken)
    {
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        var reading = await database.PolicyReadings.AsNoTracking().FirstOrDefaultAsync(row => row.Id == readingId.Value, cancellationToken);
        if (reading is null || library.Document(reading.PolicySlug) is not { } policy)
        {
            return new(null, null, SignOffRefusals.Unknown);
        }

        if (reading.PersonId != personId.Value)
        {
            return new(null, null, SignOffRefusals.NotYours);
        }

        if (reading.PolicyVersion == policy.VersionToSignOff)
        {
            return new(policy, reading, reading.ReadAt is null ? null : SignOffRefusals.AlreadyRead);
        }

        var version = policy.VersionToSignOff;
        var now = await database
            .PolicyReadings.AsNoTracking()
            .FirstOrDefaultAsync(
                row => row.PersonId == reading.PersonId && row.PolicySlug == policy.Slug && row.PolicyVersion == version,
                cancellationToken
            );
        return new(policy, now, SignOffRefusals.Outdated);
    }

    /// <summary>
    /// Records that this person has read and understood the version. Only the first confirmation counts. A card of another
    /// person or an old version records nothing.
    /// </summary>
    public async Task<ConfirmResult> ConfirmAsync(PersonId personId, Id<SignOff> readingId, CancellationToken cancellationToken)
    {
        var looked = await LookAsync(personId, readingId, cancellationToken);
        if (looked.Refusal == SignOffRefusals.NotYours)
        {
            await audit.RefusedAsync(personId, SignOffAudit.Confirm, looked.Refusal, null, cancellationToken);
        }

        if (looked.Refusal is not null)
        {
            return looked;
        }

        var now = time.GetUtcNow();
        await unitOfWork.WriteAsync(
            database =>
                database
                    .PolicyReadings.Where(row => row.Id == readingId.Value && row.ReadAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.ReadAt, now), cancellationToken),
            cancellationToken
        );

        // After two clicks at the same time, both find it confirmed, which is what the person wants to know.
        return await LookAsync(personId, readingId, cancellationToken) with
        {
            Refusal = null,
        };
    }
}
