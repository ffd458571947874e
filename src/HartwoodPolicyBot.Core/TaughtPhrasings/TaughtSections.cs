using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.TaughtPhrasings;

/// <summary>
/// Holds what practice managers have taught in memory. What is taught in this instance takes effect at once, and in another
/// instance at the next refresh, four times a second.
/// </summary>
public sealed class TaughtSections(
    IDbContextFactory<HartwoodDbContext> databases,
    PolicyLibrary library,
    SectionRanker ranker,
    QuestionVectors vectors
) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private volatile Loaded current = new([], new([], library, ranker, vectors), null);

    /// <summary>Everything that was taught, the newest first.</summary>
    public IReadOnlyList<TaughtPhrasing> All => current.Phrasings;

    public TaughtPhrasing? Find(Guid id) => current.Phrasings.FirstOrDefault(phrasing => phrasing.Id == id);

    /// <summary>Returns the section that was taught for a question; null for none.</summary>
    /// <param name="question">The question, masked as it would be in the log.</param>
    /// <param name="read">The question as the search reads it.</param>
    public TaughtSection? Find(string question, QuestionText read) => current.Index.Find(question, read);

    /// <summary>Returns the sections that were taught for similar questions, the most similar first.</summary>
    public IEnumerable<PolicySection> Near(QuestionText read) => current.Index.Near(read);

    /// <summary>Returns the index as it would be with other phrasings as well, which take the place of those with the same words.</summary>
    public TaughtPhrasingIndex With(IReadOnlyList<TaughtPhrasing> next)
    {
        var now = current;
        return new([.. now.Phrasings, .. next], library, ranker, vectors, now.Index);
    }

    /// <summary>Reads what was taught again if anything in the database has changed.</summary>
    /// <returns>True when something had changed.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var stamp = await database
                .TaughtPhrasings.GroupBy(_ => 1)
                .Select(all => new Stamp(all.Count(), all.Sum(row => row.Version), all.Max(row => row.At)))
                .SingleOrDefaultAsync(cancellationToken);
            if (stamp == current.Stamp)
            {
                return false;
            }

            var phrasings = await database
                .TaughtPhrasings.AsNoTracking()
                .OrderByDescending(row => row.At)
                .ThenBy(row => row.Id)
                .ToListAsync(cancellationToken);
            current = new(phrasings, new(phrasings, library, ranker, vectors, current.Index), stamp);
            return true;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Finds the sections again, because other policies are in force or the bot has learned other words.</summary>
    public void ReadAgain()
    {
        var now = current;
        current = now with { Index = new(now.Phrasings, library, ranker, vectors) };
    }

    public void Dispose() => one.Dispose();

    /// <summary>Tells whether anything has changed: any change changes at least one of the three values.</summary>
    private sealed record Stamp(int Count, int Versions, DateTimeOffset Newest);

    private sealed record Loaded(IReadOnlyList<TaughtPhrasing> Phrasings, TaughtPhrasingIndex Index, Stamp? Stamp);
}
