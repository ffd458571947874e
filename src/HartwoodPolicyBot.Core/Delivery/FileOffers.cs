using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>
/// Offers files, and makes sure that each is downloaded once, in time, by the person it was offered to or the holder of its
/// link. A link holds 256 random bits and only their hash is stored, so links can't be guessed or read from the database.
/// </summary>
public sealed class FileOffers(UnitOfWork unitOfWork, Audit audit, TimeProvider time)
{
    /// <summary>How long a link works: enough time to go from the chat to the browser.</summary>
    public static TimeSpan LinkLifetime { get; } = TimeSpan.FromMinutes(15);

    /// <summary>How long an offer in the chat can be accepted, and only by the person it was made to.</summary>
    public static TimeSpan ConsentLifetime { get; } = TimeSpan.FromHours(1);

    /// <summary>How long a used or expired link is still recognised as one that was valid.</summary>
    internal static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    /// <summary>Makes an offer that is accepted in the chat.</summary>
    public Task<Guid> OfferAsync(OfferedFile file, PersonId personId, CancellationToken cancellationToken) =>
        AddAsync(file, personId, ConsentLifetime, null, cancellationToken);

    /// <summary>Makes an offer behind a link, and returns the secret part of the link.</summary>
    public async Task<string> MakeLinkAsync(OfferedFile file, PersonId personId, CancellationToken cancellationToken)
    {
        var secret = Codes.NewSecret();
        await AddAsync(file, personId, file.Lifetime ?? LinkLifetime, Codes.Hash(secret), cancellationToken);
        return secret;
    }

    /// <summary>
    /// Returns the offer behind a link, whatever its state. Returns null for a link that the bot never made or has forgotten.
    /// </summary>
    public async Task<(FileOffer Offer, FileOfferState State)?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = Codes.Hash(secret);
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return await database.FileOffers.AsNoTracking().FirstOrDefaultAsync(row => row.Hash == hash, cancellationToken) is { } offer
            ? (offer, offer.StateAt(time.GetUtcNow()))
            : null;
    }

    /// <summary>Returns the offer that was made to this person in the chat; null when there is none.</summary>
    public async Task<(FileOffer Offer, FileOfferState State)?> FindAsync(
        Id<FileOffer> id,
        PersonId personId,
        CancellationToken cancellationToken
    )
    {
        var person = personId.Value;
        await using var database = await unitOfWork.OpenAsync(cancellationToken);
        return
            await database
                .FileOffers.AsNoTracking()
                .FirstOrDefaultAsync(row => row.Id == id.Value && row.PersonId == person && row.Hash == null, cancellationToken)
                is { } offer
            ? (offer, offer.StateAt(time.GetUtcNow()))
            : null;
    }

    /// <summary>Marks the offer as used. Returns true only for the first call, also when several arrive at once.</summary>
    public async Task<bool> ClaimAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await unitOfWork.WriteAsync(
                database =>
                    database
                        .FileOffers.Where(row => row.Id == id && row.UsedAt == null && row.ValidUntil >= now)
                        .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), cancellationToken),
                cancellationToken
            ) == 1;
    }

    /// <summary>Makes the offer usable again, because the file could not be made.</summary>
    public Task ReleaseAsync(Guid id) =>
        unitOfWork.WriteAsync(
            database =>
                database
                    .FileOffers.Where(row => row.Id == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, (DateTimeOffset?)null), CancellationToken.None),
            CancellationToken.None
        );

    private async Task<Guid> AddAsync(
        OfferedFile file,
        PersonId personId,
        TimeSpan lifetime,
        string? hash,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var offer = new FileOffer
        {
            Id = Guid.NewGuid(),
            Kind = file.Kind,
            Arguments = file.Arguments,
            PersonId = personId.Value,
            OfferedAt = now,
            ValidUntil = now + lifetime,
            Hash = hash,
        };
        await unitOfWork.WriteAsync(
            async database =>
            {
                await database.FileOffers.Where(old => old.ValidUntil < now - Remembered).ExecuteDeleteAsync(cancellationToken);
                database.FileOffers.Add(offer);
                if (file.Audited is { } action)
                {
                    await audit.DidAsync(database, personId, action, file.Arguments, cancellationToken);
                }

                await database.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );

        return offer.Id;
    }
}
