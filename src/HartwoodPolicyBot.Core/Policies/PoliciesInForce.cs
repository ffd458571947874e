using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>
/// Keeps the policies that this instance answers from equal to those that the database has in force. Everything that is made from
/// their text is made beside the running one, and then all of it is replaced at once.
/// </summary>
public sealed class PoliciesInForce(UnitOfWork unitOfWork, PolicyLibrary library, IEnumerable<PolicyFollower> followers, TimeProvider time)
    : IDisposable
{
    /// <summary>Policies that are published one soon after the other are learned once.</summary>
    private static readonly TimeSpan TimeToImprove = TimeSpan.FromSeconds(5);

    private readonly PolicyFollower[] followers = [.. followers];
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly Lock improving = new();
    private Dictionary<string, int>? current;
    private CancellationTokenSource improvement = new();

    /// <summary>Completes when everything that takes longer has been made for the policies in force as well.</summary>
    public Task Improved { get; private set; } = Task.CompletedTask;

    /// <summary>Answers from the policies that are in force now, if they are others than before.</summary>
    /// <returns>True if they were others.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            await using var database = await unitOfWork.OpenAsync(cancellationToken);
            var numbers = await NumbersAsync(database, PracticeTime.Today(time), cancellationToken);
            if (numbers.Count == 0 || (current is not null && Same(current, numbers)))
            {
                return false;
            }

            var documents = await ReadAsync(database, numbers, cancellationToken);
            var changes = !documents.Select(IdentityOf).SequenceEqual(library.Documents.Select(IdentityOf));
            if (changes)
            {
                // On a thread of its own, so that questions don't wait behind the training for one of the pool.
                await Task.Factory.StartNew(
                    () => Follow(documents),
                    cancellationToken,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default
                );
            }
            else
            {
                library.Replace(documents);
            }

            current = numbers;
            return changes;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose()
    {
        lock (improving)
        {
            improvement.Cancel();
        }

        one.Dispose();
    }

    private void Follow(IReadOnlyList<PolicyDocument> documents)
    {
        var next = new PolicyLibrary(documents);
        var steps = Array.ConvertAll(followers, follower => follower.Prepare(next));
        CancellationToken stopped;
        lock (improving)
        {
            improvement.Cancel();
            improvement = new();
            stopped = improvement.Token;
            library.Replace(documents);
            foreach (var step in steps)
            {
                step();
            }
        }

        // Nobody waits for it: the policies are answered from meanwhile.
        Improved = ImproveAsync(documents, stopped);
    }

    private async Task ImproveAsync(IReadOnlyList<PolicyDocument> documents, CancellationToken stopped)
    {
        try
        {
            await Task.Delay(TimeToImprove, time, stopped);
            await Task.Factory.StartNew(() => Improve(documents, stopped), stopped, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            // Other policies are in force, and what they need is made instead.
        }
    }

    private void Improve(IReadOnlyList<PolicyDocument> documents, CancellationToken stopped)
    {
        foreach (var improve in followers.Select(follower => follower.Improve).OfType<Func<PolicyLibrary, CancellationToken, Action>>())
        {
            var step = improve(new PolicyLibrary(documents), stopped);
            lock (improving)
            {
                stopped.ThrowIfCancellationRequested();
                step();
            }
        }
    }

    private static (string, string, string, string?) IdentityOf(PolicyDocument document) =>
        (document.Slug, document.Title, document.VersionOnRecord, document.Owner);

    private static bool Same(Dictionary<string, int> one, Dictionary<string, int> other) =>
        one.Count == other.Count && one.All(policy => other.GetValueOrDefault(policy.Key) == policy.Value);

    /// <summary>Returns the number of the version in force of each policy in use.</summary>
    internal static async Task<Dictionary<string, int>> NumbersAsync(
        HartwoodDbContext database,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var versions = await database
            .PolicyVersions.Where(version =>
                version.CalledOffAt == null
                && version.InForceFrom <= today
                && database.PublishedPolicies.Any(policy => policy.Slug == version.PolicySlug && policy.OutOfUseAt == null)
            )
            .Select(version => new
            {
                version.PolicySlug,
                version.Number,
                version.InForceFrom,
            })
            .ToListAsync(cancellationToken);
        return versions
            .GroupBy(version => version.PolicySlug, StringComparer.Ordinal)
            .ToDictionary(
                policy => policy.Key,
                policy => policy.OrderBy(version => version.InForceFrom).ThenBy(version => version.Number).Last().Number,
                StringComparer.Ordinal
            );
    }

    /// <summary>Reads the texts. A text that this instance already has is not read into sections again.</summary>
    private async Task<IReadOnlyList<PolicyDocument>> ReadAsync(
        HartwoodDbContext database,
        Dictionary<string, int> numbers,
        CancellationToken cancellationToken
    )
    {
        var documents = new List<PolicyDocument>();
        foreach (var (slug, number) in numbers.OrderBy(policy => policy.Key, StringComparer.Ordinal))
        {
            var version = await database
                .PolicyVersions.AsNoTracking()
                .SingleAsync(version => version.PolicySlug == slug && version.Number == number, cancellationToken);
            var document =
                library.Document(slug) is { } held && held.Number == number && held.Fingerprint == version.Fingerprint
                    ? version.WithFacts(held)
                    : version.Read();
            documents.Add(document with { SignedOffAs = await SignedOffAsAsync(database, version, cancellationToken) });
        }

        return documents;
    }

    /// <summary>Returns, for a minor change, the last version before it that was none.</summary>
    private static async Task<string?> SignedOffAsAsync(
        HartwoodDbContext database,
        PolicyVersion version,
        CancellationToken cancellationToken
    )
    {
        if (!version.IsMinor)
        {
            return null;
        }

        var before = await database
            .PolicyVersions.AsNoTracking()
            .Where(row =>
                row.PolicySlug == version.PolicySlug
                && row.Number < version.Number
                && row.InForceFrom <= version.InForceFrom
                && row.CalledOffAt == null
                && !row.IsMinor
            )
            .OrderByDescending(row => row.InForceFrom)
            .ThenByDescending(row => row.Number)
            .FirstOrDefaultAsync(cancellationToken);
        return before?.OnRecord;
    }
}
