using System.Collections.Concurrent;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Teams.Files;

namespace HartwoodPolicyBot.PictureChecks;

/// <summary>
/// Remembers where the pictures are that people have sent, for an hour and in memory only, so that a copy can be made. The pictures
/// themselves are not kept: for a copy, one is fetched again.
/// </summary>
internal sealed class SentPictures(TimeProvider time)
{
    private const int MostRemembered = 1_000;
    private readonly ConcurrentDictionary<Guid, (PersonId Person, SentFile File, TimeSpan At)> sent = new();
    private readonly long start = time.GetTimestamp();

    public Guid Add(PersonId person, SentFile file)
    {
        var now = Now();
        foreach (var entry in sent.Where(entry => now - entry.Value.At >= FileOffers.ConsentLifetime))
        {
            sent.TryRemove(entry);
        }

        if (sent.Count >= MostRemembered)
        {
            sent.Clear();
        }

        var id = Guid.NewGuid();
        sent[id] = (person, file, now);
        return id;
    }

    /// <summary>Returns the picture that this person sent; null if they sent none of this id within the hour.</summary>
    public SentFile? Find(PersonId person, string? id) =>
        Guid.TryParse(id, out var key)
        && sent.TryGetValue(key, out var found)
        && found.Person == person
        && Now() - found.At < FileOffers.ConsentLifetime
            ? found.File
            : null;

    /// <summary>Returns the time since the start, which goes on evenly when somebody sets the clock.</summary>
    private TimeSpan Now() => time.GetElapsedTime(start);
}
