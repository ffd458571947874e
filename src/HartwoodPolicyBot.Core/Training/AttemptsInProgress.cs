using System.Collections.Concurrent;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>
/// Keeps in memory who is in the middle of an attempt, because every question about the policy asks for it. An attempt that
/// another instance started may be missing for half a minute; then an answer only lacks its "Continue training" button.
/// </summary>
public sealed class AttemptsInProgress(IDbContextFactory<HartwoodDbContext> databases, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim one = new(1, 1);
    private ConcurrentDictionary<PersonId, bool> people = new();
    private long? readAt;

    public async ValueTask<bool> IncludesAsync(PersonId personId, CancellationToken cancellationToken)
    {
        if (readAt is not { } at || time.GetElapsedTime(at) > Fresh)
        {
            await ReadAsync(cancellationToken);
        }

        return people.ContainsKey(personId);
    }

    public void Dispose() => one.Dispose();

    internal void Began(PersonId personId) => people[personId] = true;

    internal void Ended(PersonId personId) => people.TryRemove(personId, out _);

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (readAt is { } at && time.GetElapsedTime(at) <= Fresh)
            {
                return;
            }

            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var running = await database
                .TrainingAttempts.Where(attempt => attempt.Running != null)
                .Select(attempt => attempt.Running!)
                .ToListAsync(cancellationToken);
            people = new(running.Select(person => KeyValuePair.Create(PersonId.Of(person), true)));
            readAt = time.GetTimestamp();
        }
        finally
        {
            one.Release();
        }
    }
}
